import { readHistory } from "../live/history.ts";
import { watch } from "../vitality/watching.ts";
import { whenOpen } from "./circle-here.ts";
import { show } from "./make.ts";

/**
 * Comes into sight only where there is something to look at together; found out here, because it rests on what is sealed.
 *
 *     <vitality-line hidden><a href="…">…</a></vitality-line>
 */
export class VitalityLine extends HTMLElement {
  connectedCallback(): void {
    void this.#look();
  }

  async #look(): Promise<void> {
    const circle = await whenOpen();
    try {
      const { history, today } = await readHistory(circle);
      show(
        this,
        watch(history, today).some(({ level }) => level === "look"),
      );
    } catch (error) {
      console.warn("Whether there is something to look at couldn't be worked out.", String(error));
    }
  }
}

customElements.define("vitality-line", VitalityLine);
