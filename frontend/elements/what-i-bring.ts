import type { RoomNow } from "../live/seen.ts";
import type { Brought } from "./brought.ts";
import { bringAlong, brought } from "./brought.ts";
import { byWhen } from "./intention-words.ts";
import { make, opened, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * In the meeting of a lasting circle, for oneself alone: one's learning goals, open intentions and offered cases.
 *
 *     <what-i-bring hidden>
 *       <p data-part="shut" hidden>…</p><p data-part="failed" hidden>…</p><p data-part="nothing" hidden>…</p>
 *       <section data-part="goals" hidden><h3>…</h3><ul></ul></section>
 *       <section data-part="intentions" hidden>…</section><section data-part="cases" hidden>…</section>
 *     </what-i-bring>
 */
export class WhatIBring extends RoomElement {
  #open: (() => Promise<Brought | null>) | null = null;
  #isOpening = false;
  readonly #lookAgain = (): void => {
    if (document.visibilityState === "visible" && brought() === null) void this.#bring();
  };

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#lookAgain);
  }

  /** `open` gives null as long as one's keys are shut; whoever comes back from opening them is asked again. */
  bringWith(open: () => Promise<Brought | null>): void {
    if (this.#open) return;
    this.#open = open;
    document.addEventListener("visibilitychange", this.#lookAgain);
    void this.#bring();
  }

  showRoom({ isOver, me }: RoomNow): void {
    show(this, !isOver && me !== null && this.#open !== null);
  }

  async #bring(): Promise<void> {
    if (!this.#open || this.#isOpening) return;
    this.#isOpening = true;
    try {
      const all = await this.#open();
      show(this.piece("failed"), false);
      show(this.piece("shut"), all === null);
      if (all) this.#fill(all);
    } catch (error) {
      console.warn("What somebody brings didn't open.", String(error));
      show(this.piece("failed"), true);
    }
    this.#isOpening = false;
  }

  #fill(all: Brought): void {
    bringAlong(all);
    const { goals, intentions, cases } = all;
    this.#list(
      "goals",
      goals.map((goal) => [opened("span", {}, goal)]),
    );
    this.#list(
      "intentions",
      intentions.map(({ text, date }) =>
        date === null
          ? [opened("span", {}, text)]
          : [
              opened("span", {}, text),
              make("span", { class: "what-i-bring__facts" }, byWhen(date, this.texts)),
            ],
      ),
    );
    this.#list(
      "cases",
      cases.map(({ title }) => [opened("span", {}, title)]),
    );
    show(this.piece("nothing"), goals.length + intentions.length + cases.length === 0);
    this.dataset.state = "open";
  }

  #list(name: string, rows: readonly (readonly Node[])[]): void {
    const section = this.piece(name);
    if (!show(section, rows.length > 0)) return;
    section?.querySelector("ul")?.replaceChildren(...rows.map((row) => make("li", {}, ...row)));
  }
}

customElements.define("what-i-bring", WhatIBring);
