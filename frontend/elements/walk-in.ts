import { whenOpen } from "./circle-here.ts";
import { show } from "./make.ts";
import { part } from "./parts.ts";

/**
 * The way into the room that is open, for a member: the secret comes out of the circle.
 *
 *     <walk-in data-meeting="…"><a data-part="in" href="/m/…/" hidden></a><p data-part="shut" hidden></p></walk-in>
 */
export class WalkIn extends HTMLElement {
  connectedCallback(): void {
    void whenOpen().then(async (circle) => {
      const meeting = this.dataset.meeting ?? "";
      const secret = await circle.linkSecret(meeting);
      const way = this.querySelector<HTMLAnchorElement>("[data-part=in]");
      if (way && secret !== null) way.href = `/m/${meeting}/#${secret}`;
      show(way, secret !== null);
      show(part(this, "shut"), secret === null);
    });
  }
}

customElements.define("walk-in", WalkIn);
