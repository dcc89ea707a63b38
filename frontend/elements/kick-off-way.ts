import { vault } from "../vault/vault.ts";
import { part } from "./parts.ts";
import { show } from "./make.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * Leads back into an open room whoever came in on this device before; to everybody else it says how to come in.
 *
 *     <kick-off-way data-meeting="…">
 *       <p data-part="back" hidden><a data-part="room"></a></p><p data-part="code"></p>
 *     </kick-off-way>
 */
export class KickOffWay extends HTMLElement {
  connectedCallback(): void {
    trustOwnScripts();
    const { meeting = "" } = this.dataset;
    const wasInside = vault.isKept(meeting);
    part(this, "room")?.setAttribute("href", `/m/${meeting}/`);
    show(part(this, "back"), wasInside);
    show(part(this, "code"), !wasInside);
  }
}

customElements.define("kick-off-way", KickOffWay);
