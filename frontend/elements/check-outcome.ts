import type { Outcome } from "../growth/self-check.ts";
import { outcomes } from "../growth/self-check.ts";
import { readSheets } from "../live/sheets.ts";
import { whenOpen } from "./circle-here.ts";
import { draw, make, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * What the circle said of itself: what is worth talking about first, with the question to do so.
 *
 *     <check-outcome data-round="…"><p data-part="working" role="status">…</p><p data-part="shut" hidden>…</p>
 *       <section data-part="talk" hidden>…<ul data-part="low"></ul></section>
 *       <section data-part="rest" hidden>…<ul data-part="high"></ul></section>
 *       <ul data-part="criteria" hidden><li data-criterion="feedback">…<p data-part="talk-about" hidden>…</p><div data-part="said"></div></li></ul>
 *     </check-outcome>
 */
export class CheckOutcome extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const rows = [...this.querySelectorAll<HTMLElement>("[data-criterion]")];
    try {
      const { marks, shut } = await readSheets(circle, this.dataset.round ?? "");
      const ids = rows.map(({ dataset }) => dataset.criterion ?? "");
      // With only some of the sheets it would show something else than what the others see.
      const found = shut > 0 ? null : outcomes(ids, marks, true);
      show(part(this, "shut"), found === null);
      for (const outcome of found ?? [])
        this.#lay(
          rows.find((row) => row.dataset.criterion === outcome.id),
          outcome,
        );
      this.dataset.state = found === null ? "shut" : "shown";
    } catch (error) {
      console.warn("What the circle said couldn't be opened.", String(error));
      show(part(this, "failed"), true);
    }
    show(part(this, "working"), false);
  }

  #lay(row: HTMLElement | undefined, outcome: Outcome): void {
    if (!row) return;
    const list = part(this, outcome.worth_talking ? "low" : "high");
    show(part(this, outcome.worth_talking ? "talk" : "rest"), true);
    show(part(row, "talk-about"), outcome.worth_talking);
    part(row, "said")?.replaceChildren(...this.#said(outcome));
    list?.append(row);
  }

  #said({ mean, lowest, highest, answers }: Outcome): (Element | string)[] {
    if (mean === null || lowest === null || highest === null)
      return [make("p", { class: "soft" }, this.#texts.say("check.few", { answers }))];
    const language = document.documentElement.lang;
    const words = this.#texts.say(lowest === highest ? "check.alike" : "check.spread", {
      mean: mean.toLocaleString(language, { minimumFractionDigits: 1 }),
      lowest: this.#texts.say(`mark.${lowest}`),
      highest: this.#texts.say(`mark.${highest}`),
    });
    return [spreadOf(mean, lowest, highest), make("p", { class: "soft" }, words)];
  }
}

/** From the lowest to the highest mark, on a line from 1 to 5, with a dot at the mean. */
function spreadOf(mean: number, lowest: number, highest: number): SVGElement {
  const x = (mark: number): number => 12 + ((mark - 1) * 216) / 4;
  const ticks = [1, 2, 3, 4, 5].map((mark) =>
    draw("line", { class: "check__tick", x1: x(mark), x2: x(mark), y1: 6, y2: 18 }),
  );
  return draw(
    "svg",
    { class: "check__spread", viewBox: "0 0 240 24", "aria-hidden": "true" },
    draw("line", { class: "check__scale", x1: x(1), x2: x(5), y1: 12, y2: 12 }),
    ...ticks,
    draw("line", { class: "check__range", x1: x(lowest), x2: x(highest), y1: 12, y2: 12 }),
    draw("circle", { class: "check__mean", cx: x(mean), cy: 12, r: 8 }),
  );
}

customElements.define("check-outcome", CheckOutcome);
