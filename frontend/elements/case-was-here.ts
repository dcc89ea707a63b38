import type { OfferedCase } from "../live/cases.ts";
import { BROUGHT, stock, titleOf } from "../live/cases.ts";
import type { Circle } from "../live/circle.ts";
import { whenOpen } from "./circle-here.ts";
import { make, opened, sayOpened, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * On the page of a meeting, for whoever has a case in the stock: was it this one? Their word is sealed like the case.
 *
 *     <case-was-here data-meeting="…" data-on="2026-11-30" hidden>
 *       <div data-part="cases"></div> <p data-part="done" role="status" tabindex="-1"></p> <p data-part="error" role="alert" hidden></p>
 *     </case-was-here>
 */
export class CaseWasHere extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const on = this.dataset.on ?? "";
    const mine = (await stock(circle)).filter(({ isMine, offered_on }) => isMine && offered_on <= on);
    if (!show(this, mine.length > 0)) return;
    const buttons = mine.map((one) =>
      make(
        "button",
        { type: "button", class: "button", onclick: () => void this.#mark(circle, one) },
        opened("span", {}, titleOf(one)),
      ),
    );
    part(this, "cases")?.replaceChildren(...buttons);
  }

  async #mark(circle: Circle, { id, ...words }: OfferedCase): Promise<void> {
    const { meeting = "", on = "" } = this.dataset;
    show(part(this, "error"), false);
    try {
      await circle.keep(BROUGHT, id, 1, JSON.stringify({ v: 1, meeting, on }));
      part(this, "cases")?.replaceChildren();
      sayOpened(part(this, "done"), this.#texts.say("case.marked_here", { title: titleOf(words) }));
      part(this, "done")?.focus();
    } catch {
      show(part(this, "error"), true);
    }
  }
}

customElements.define("case-was-here", CaseWasHere);
