import { whenOpen } from "./circle-here.ts";
import type { KeptCard, KeptStep, MeetingRecord, OwnRecord } from "./keepsake.ts";
import { make, opened, show } from "./make.ts";
import { part } from "./parts.ts";
import { sealedOf } from "./sealed-text.ts";
import { longDate } from "./table.ts";
import { Texts } from "./texts.ts";

/**
 * The record of a meeting, opened in the browser: what went to everybody, or what is one's own.
 *
 *     <circle-record data-item="…" data-field="meeting.record" data-author="…" data-rev="1" data-envelope="…">
 *       <p data-part="shut" hidden></p><p data-part="lost" hidden></p><div data-part="steps"></div>
 *     </circle-record>
 */
export class CircleRecord extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const [text] = await circle.read([sealedOf(this)]);
    const isOpen = text !== undefined && "text" in text;
    show(part(this, this.dataset.own === undefined ? "shut" : "lost"), !isOpen);
    this.dataset.state = isOpen ? "open" : "shut";
    if (!isOpen) return;
    const record = JSON.parse(text.text) as MeetingRecord | OwnRecord;
    const steps = record.steps.map((step) => this.#step(step));
    if ("notes" in record && record.notes.trim() !== "")
      steps.push(
        make(
          "section",
          { class: "flow" },
          make("h3", {}, this.#texts.say("record.notes")),
          opened("p", { class: "sealed-text" }, record.notes.trim()),
        ),
      );
    part(this, "steps")?.replaceChildren(...steps);
    show(part(this, "nothing"), steps.length === 0);
  }

  #step({ name, cards }: KeptStep): HTMLElement {
    const language = document.documentElement.lang === "en" ? "en" : "nl";
    return make(
      "section",
      { class: "flow" },
      make("h3", {}, name[language]),
      make("ul", { class: "card-table__cards" }, ...cards.map((card) => this.#card(card, language))),
    );
  }

  #card({ by, text, about, date, labels }: KeptCard, language: string): HTMLElement {
    const foot = [
      by?.name,
      ...labels,
      date === null ? undefined : this.#texts.say("intention.by", { date: longDate(date, language) }),
    ].filter((word) => word !== undefined);
    return make(
      "li",
      { class: "card" },
      about !== null && opened("p", { class: "soft small" }, about),
      opened("p", { class: "card__text" }, text),
      foot.length > 0 && make("p", { class: "card__foot" }, foot.join(" · ")),
    );
  }
}

customElements.define("circle-record", CircleRecord);
