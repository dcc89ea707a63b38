import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { make, say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * The circle's control words, to read aloud, and the mark that they were the same.
 *
 *     <circle-words><ol data-part="four"></ol><details><ol data-part="eight"></ol><p data-part="digits"></p></details>
 *       <button data-part="same" disabled></button><p data-part="state" role="status"></p></circle-words>
 */
export class CircleWords extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const language = document.documentElement.lang === "en" ? "en" : "nl";
    const words = await vault.words(circle.group, language);
    for (const [name, list] of [
      ["four", words.four],
      ["eight", words.eight],
    ] as const)
      part(this, name)?.replaceChildren(...list.map((word) => make("li", {}, word)));
    say(part(this, "digits"), words.digits);
    show(part(this, "working"), false);
    const tell = (): void => {
      const isSame = circle.isCompared;
      say(part(this, "state"), this.#texts.say(isSame ? "words.compared" : "words.uncompared"));
      show(buttonPart(this, "same"), !isSame);
    };
    const same = buttonPart(this, "same");
    if (same) same.disabled = false;
    same?.addEventListener("click", () => {
      void circle.compared().then(() => {
        tell();
        for (const sign of ["uncompared", "renewed"])
          show(document.querySelector<HTMLElement>(`circle-keys [data-part=${sign}]`), false);
      });
    });
    tell();
  }
}

customElements.define("circle-words", CircleWords);
