import type { Circle } from "../live/circle.ts";
import type { Placed } from "../vault/circle.ts";
import { whenOpen } from "./circle-here.ts";
import { make, say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * A button for each who came with nothing but their place, and one for all. The names are those that will be signed.
 *
 *     <let-in-placed><p data-part="buttons"></p><p data-part="error" hidden></p></let-in-placed>
 */
export class LetInPlaced extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void whenOpen().then((circle) => this.#show(circle));
  }

  #show(circle: Circle): void {
    const at = circle.placed;
    const all = at.length > 1 ? [this.#button(circle, at, "door.all", { many: String(at.length) })] : [];
    const each = at.map((one) => this.#button(circle, [one], "door.in", { name: one.member[3] }));
    const buttons = [...all, ...each];
    buttons[0]?.classList.add("button--main", "button--large");
    part(this, "buttons")?.replaceChildren(...buttons);
  }

  #button(
    circle: Circle,
    whom: readonly Placed[],
    sentence: string,
    told: Readonly<Record<string, string>>,
  ): HTMLButtonElement {
    const button = make("button", { type: "button", class: "button" }, this.#texts.say(sentence, told));
    button.addEventListener("click", () => void this.#letIn(circle, whom));
    return button;
  }

  async #letIn(circle: Circle, whom: readonly Placed[]): Promise<void> {
    const buttons = this.querySelectorAll("button");
    for (const button of buttons) button.disabled = true;
    try {
      await circle.letIn(whom);
      location.reload();
    } catch (error) {
      console.warn("Nobody was let in.", String(error));
      say(part(this, "error"), this.#texts.say("door.failed"));
      show(part(this, "error"), true);
      for (const button of buttons) button.disabled = false;
    }
  }
}

customElements.define("let-in-placed", LetInPlaced);
