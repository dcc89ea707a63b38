import { account } from "../vault/account.ts";
import type { Language } from "../vault/lists.ts";
import { say, show } from "./make.ts";
import { buttonPart, inputPart, part } from "./parts.ts";
import { strengthOf } from "./strength.ts";
import { Texts } from "./texts.ts";

/**
 * A passphrase to be: six words that the device drew, or one of one's own with its strength in words.
 * Nothing in it has a name, so that no form can send it.
 *
 *     <new-passphrase>
 *       <p data-part="words"></p>
 *       <button type="button" data-part="other">Other words</button>
 *       <button type="button" data-part="own">My own</button>
 *       <div data-part="own-field" hidden>
 *         <input type="password" data-part="typed"><input type="checkbox" data-part="show">
 *         <p data-part="strength"></p>
 *       </div>
 *       <label data-part="kept-field"><input type="checkbox" data-part="kept"> I have them</label>
 *     </new-passphrase>
 */
export class NewPassphrase extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #isOwn = false;

  connectedCallback(): void {
    for (const name of ["other", "own"]) {
      const button = buttonPart(this, name);
      if (button) button.disabled = false; // shut until somebody listens
    }
    part(this, "other")?.addEventListener("click", () => void this.#draw());
    part(this, "own")?.addEventListener("click", () => this.#chooseOwn(!this.#isOwn));
    this.#typed?.addEventListener("input", () => this.#judge());
    part(this, "show")?.addEventListener("change", (event) => {
      if (this.#typed) this.#typed.type = (event.target as HTMLInputElement).checked ? "text" : "password";
    });
    void this.#draw();
  }

  get value(): string {
    return this.#isOwn ? (this.#typed?.value ?? "") : (part(this, "words")?.textContent ?? "");
  }

  /** What is still to be done before this can be a passphrase. */
  missing(): { say: string; field: HTMLElement | null } | null {
    if (this.#isOwn) {
      const strength = strengthOf(this.value);
      return strength === "short" || strength === "weak"
        ? { say: `strength.${strength}`, field: this.#typed }
        : null;
    }
    const kept = inputPart(this, "kept");
    return kept?.checked === false ? { say: "sign.not_kept", field: kept } : null;
  }

  async #draw(): Promise<void> {
    const language: Language = document.documentElement.lang === "en" ? "en" : "nl";
    say(part(this, "words"), await account.suggestPassphrase(language));
    const kept = inputPart(this, "kept");
    if (kept) kept.checked = false;
  }

  #chooseOwn(isOwn: boolean): void {
    this.#isOwn = isOwn;
    show(part(this, "own-field"), isOwn);
    for (const name of ["words", "other", "kept-field"]) show(part(this, name), !isOwn);
    say(part(this, "own"), this.#texts.say(isOwn ? "passphrase.words" : "passphrase.own"));
    if (isOwn) this.#typed?.focus();
  }

  #judge(): void {
    say(
      part(this, "strength"),
      this.value === "" ? "" : this.#texts.say(`strength.${strengthOf(this.value)}`),
    );
  }

  get #typed(): HTMLInputElement | null {
    return inputPart(this, "typed");
  }
}

customElements.define("new-passphrase", NewPassphrase);
