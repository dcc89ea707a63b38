import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";

/**
 * A mark from 1 to 5, or none; what a mark says stands below once it is chosen.
 *
 *     <mark-scale><fieldset>
 *       <legend>…</legend> <label><input type="radio" name="now" value="1"><span data-part="says">…</span></label> …
 *       <p data-part="ends">…</p>
 *       <p data-part="chosen" hidden><strong data-part="chosen-says"></strong> <button data-part="none"></button></p>
 *     </fieldset></mark-scale>
 */
export class MarkScale extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", this.#show);
    buttonPart(this, "none")?.addEventListener("click", this.#none);
    this.#show();
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#show);
    buttonPart(this, "none")?.removeEventListener("click", this.#none);
  }

  get mark(): number | null {
    const chosen = this.#marks.find(({ checked }) => checked);
    return chosen ? Number(chosen.value) : null;
  }

  set mark(mark: number | null) {
    for (const one of this.#marks) one.checked = Number(one.value) === mark;
    this.#show();
  }

  /** For a copy: marks of one scale belong together by their name. */
  belongTo(name: string): void {
    for (const one of this.#marks) one.name = name;
  }

  readonly #none = (): void => {
    const [first] = this.#marks;
    this.mark = null;
    first?.focus();
    first?.dispatchEvent(new Event("change", { bubbles: true }));
  };

  readonly #show = (): void => {
    const chosen = this.#marks.find(({ checked }) => checked);
    const says = chosen?.closest("label")?.querySelector("[data-part=says]")?.textContent ?? "";
    say(part(this, "chosen-says"), says);
    show(part(this, "chosen"), chosen !== undefined);
    show(part(this, "ends"), chosen === undefined);
  };

  get #marks(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  }
}

customElements.define("mark-scale", MarkScale);

/** The scale inside of something, once it is there. */
export const scaleIn = (of: ParentNode, selector = "mark-scale"): MarkScale | null =>
  of.querySelector<MarkScale>(selector);
