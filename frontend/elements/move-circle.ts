import { Circle } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * Asks everybody of this circle into another one of mine at once. The secrets are sealed in the other circle, and each
 * link in this one, where the member finds it.
 *
 *     <move-circle data-into="…"><p hidden><span data-member="…">Bram</span></p>
 *       <button data-part="move" disabled></button><p data-part="error" hidden></p></move-circle>
 */
export class MoveCircle extends HTMLElement {
  connectedCallback(): void {
    void whenOpen().then((circle) => {
      const button = buttonPart(this, "move");
      if (!button) return;
      button.disabled = false;
      button.addEventListener("click", () => void this.#move(circle, button));
    });
  }

  async #move(here: Circle, button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    try {
      await this.#ask(here);
      location.reload();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? Texts.ofPage().say("move.failed") : sentence);
      show(part(this, "error"), true);
      button.disabled = false;
    }
  }

  /** Each as soon as it is made: where the line goes halfway, the page knows who is left. */
  async #ask(here: Circle): Promise<void> {
    const there = new Circle(this.dataset.into ?? "", here.acct, here.name);
    if ((await there.open()) !== "open") throw new Error("the other circle doesn't open here");
    for (const row of [...this.querySelectorAll<HTMLElement>("[data-member]")]) {
      const { member: person = "" } = row.dataset;
      await there.invite(row.textContent, null, async (invite, link) => ({
        circle: here.group,
        person,
        link: await here.seal("move.link", invite, link),
      }));
      row.remove();
    }
  }
}

customElements.define("move-circle", MoveCircle);
