import { passkeysOpen } from "../vault/passkey.ts";
import { show } from "./make.ts";
import { inputPart, part } from "./parts.ts";

/**
 * With a passphrase or with a passkey: asked where the browser's passkeys may well open a vault, else it is a passphrase.
 * The form around it goes to the address of the way that was chosen.
 *
 *     <way-to-open>
 *       <fieldset data-part="ways" hidden>
 *         <input type="radio" data-part="by-passphrase" data-action="/sign-up/" checked>
 *         <input type="radio" data-part="by-passkey" data-action="/sign-up/passkey/">
 *       </fieldset>
 *       <div data-part="by-words">…</div>
 *     </way-to-open>
 */
export class WayToOpen extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", () => this.#choose());
    void passkeysOpen().then((open) => {
      const words = inputPart(this, "by-passphrase");
      if (!open && words) words.checked = true;
      show(part(this, "ways"), open);
      this.#choose();
    });
  }

  #choose(): void {
    const chosen = ["by-passphrase", "by-passkey"]
      .map((name) => inputPart(this, name))
      .find((one) => one?.checked);
    show(part(this, "by-words"), chosen?.value !== "passkey");
    const form = this.closest("form");
    if (form && chosen?.dataset.action !== undefined) form.action = chosen.dataset.action;
  }
}

customElements.define("way-to-open", WayToOpen);
