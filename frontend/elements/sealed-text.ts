import type { SealedText as Sealed } from "../live/circle.ts";
import { whenOpen } from "./circle-here.ts";
import { sayOpened } from "./make.ts";
import { Texts } from "./texts.ts";

/**
 * A sealed text of the circle, opened in place once the keys are there. It only ever becomes text, in a root of its
 * own (see `sayOpened`).
 *
 *     <sealed-text data-item="…" data-field="rules.text" data-author="…" data-rev="1" data-envelope="…">Sealed</sealed-text>
 */
export class SealedText extends HTMLElement {
  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const [opened] = await circle.read([sealedOf(this)]);
    if (opened && "text" in opened) {
      this.replaceChildren();
      sayOpened(this, opened.text);
      this.dataset.state = "open";
    } else {
      const texts = Texts.ofPage();
      const sentence = `sealed.${this.dataset.own === undefined ? (opened?.error ?? "box") : "lost"}`;
      this.textContent = texts.say(texts.has(sentence) ? sentence : "sealed.shut");
      this.dataset.state = "shut";
    }
  }
}

/** What an element says about the text that it stands for. */
export function sealedOf({ dataset }: HTMLElement): Sealed {
  const { item = "", field = "", author = "", rev = "0", envelope = "", own } = dataset;
  return {
    item,
    field,
    author,
    rev: Number(rev),
    envelope,
    own: own !== undefined,
    mine: own !== undefined,
    box: "",
    at: "",
  };
}

customElements.define("sealed-text", SealedText);
