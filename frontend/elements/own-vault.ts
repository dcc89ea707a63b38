import type { OwnState } from "../live/own.ts";
import { openOwn } from "../live/own.ts";
import { show } from "./make.ts";
import { part } from "./parts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * Opens the vault of who is signed in, and says where it stays shut. Fires `own-vault` with its state.
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
    this.dispatchEvent(new CustomEvent("own-vault", { bubbles: true, detail: state }));
  }
}

customElements.define("own-vault", OwnVaultSign);
