import { handOn } from "./hand-on.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * A message to a fellow member, for who lost every key.
 *
 *     <ask-back data-subject="…"><blockquote data-part="message">…</blockquote>
 *       <button data-part="copy">…</button><a data-part="mail">…</a><button data-part="share" hidden>…</button>
 *       <p data-part="copied" role="status"></p></ask-back>
 */
export class AskBack extends HTMLElement {
  connectedCallback(): void {
    const text = part(this, "message")?.textContent.trim() ?? "";
    handOn(this, { subject: this.dataset.subject ?? "", text, says: "message" }, Texts.ofPage());
  }
}

customElements.define("ask-back", AskBack);
