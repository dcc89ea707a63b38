import type { OwnState } from "../live/own.ts";
import { openOwn } from "../live/own.ts";
import { account } from "../vault/account.ts";
import { show } from "./make.ts";
import { part } from "./parts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * Opens the vault of who is signed in, and says where it stays shut. Fires `own-vault` with its state, which stands in data-state.
 * Shuts it before a form with `data-signs-out` goes.
 *
 *     <own-vault data-acct="…">
 *       <a data-part="locked" href="/me/open/" hidden>Open</a><a data-part="none" href="/me/open/" hidden>Choose a passphrase</a>
 *     </own-vault>
 */
export class OwnVaultSign extends HTMLElement {
  connectedCallback(): void {
    trustOwnScripts();
    for (const link of this.querySelectorAll("a"))
      link.search = new URLSearchParams({ next: location.pathname }).toString();
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-signs-out]"))
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        void account.leave().finally(() => form.submit());
      });
    void this.#open();
  }

  async #open(): Promise<void> {
    let state: OwnState = "locked";
    try {
      state = await openOwn(this.dataset.acct ?? "");
    } catch (error) {
      console.warn("Your own vault didn't open.", String(error));
    }
    show(part(this, "locked"), state === "locked");
    show(part(this, "none"), state === "none");
    this.dataset.state = state;
    this.dispatchEvent(new CustomEvent("own-vault", { bubbles: true, detail: state }));
  }
}

customElements.define("own-vault", OwnVaultSign);
