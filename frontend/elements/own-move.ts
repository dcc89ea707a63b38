import { whenOpen } from "./circle-here.ts";
import { show } from "./make.ts";
import { part } from "./parts.ts";
import { sealedOf } from "./sealed-text.ts";

/**
 * The way to one's own invitation into the circle that this one moves into; its link lies sealed here.
 *
 *     <own-move data-item="…" data-field="move.link" data-author="…" data-rev="1" data-envelope="…">
 *       <a data-part="way" hidden>…</a><p data-part="shut" hidden></p></own-move>
 */
export class OwnMove extends HTMLElement {
  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const [opened] = await (await whenOpen()).read([sealedOf(this)]);
    const link = opened && "text" in opened && URL.canParse(opened.text) ? new URL(opened.text) : null;
    const isOurs = link?.origin === location.origin && link.pathname.startsWith("/invitation/");
    if (isOurs) part(this, "way")?.setAttribute("href", link.href);
    show(part(this, "way"), isOurs);
    show(part(this, "shut"), !isOurs);
  }
}

customElements.define("own-move", OwnMove);
