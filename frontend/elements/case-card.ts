import type { HeldOn } from "../live/bringing.ts";
import type { CaseWords, OfferedCase } from "../live/cases.ts";
import { PARTS, offerOf, titleOf } from "../live/cases.ts";
import { dayInFull } from "./days.ts";
import { heard, make, opened } from "./make.ts";
import type { Texts } from "./texts.ts";

/** A case that isn't offered; without an id it never reached the server. */
export interface Draft {
  readonly id: string | null;
  readonly words: CaseWords;
}

export interface CaseDeeds {
  readonly withdraw: (one: OfferedCase) => void;
  readonly offerAnew: (one: OfferedCase) => void;
  readonly mark: (one: OfferedCase, meeting: HeldOn) => void;
  readonly unmark: (one: OfferedCase) => void;
  readonly discard: (id: string) => void;
}

/** The cards on the page of the stock: whoever's it is decides what can be done with it. */
export class CaseCards {
  readonly #texts: Texts;
  readonly #names: ReadonlyMap<string, string>;
  readonly #held: readonly HeldOn[];
  readonly #cases: string;
  readonly #deeds: CaseDeeds;

  constructor(
    texts: Texts,
    names: ReadonlyMap<string, string>,
    held: readonly HeldOn[],
    cases: string,
    deeds: CaseDeeds,
  ) {
    this.#texts = texts;
    this.#names = names;
    this.#held = held;
    this.#cases = cases;
    this.#deeds = deeds;
  }

  others(one: OfferedCase): HTMLElement {
    const name = this.#names.get(one.by) ?? "";
    const day = dayInFull(one.offered_on);
    return this.#card(one, this.#texts.say("case.by", { name, day }), this.#reading(one));
  }

  /** With what was written on since it was offered, where that isn't the same. */
  mine(one: OfferedCase, draft: CaseWords | null): HTMLElement {
    const isChanged = draft !== null && !isSame(draft, one);
    const late = one.cameLater.map((acct) => this.#names.get(acct) ?? "");
    return this.#card(
      one,
      this.#texts.say("case.offered_on", { day: dayInFull(one.offered_on) }),
      this.#reading(one),
      isChanged && make("p", { class: "small" }, this.#texts.say("case.written_on")),
      late.length > 0 && make("p", {}, this.#texts.say("case.came_later", { names: this.#texts.list(late) })),
      late.length > 0 && this.#button(one, "case.offer_to_all", () => this.#deeds.offerAnew(one)),
      make(
        "p",
        { class: "button-row" },
        this.#link(one, `${this.#cases}${one.id}/`, "case.change"),
        this.#button(one, "case.withdraw", () => this.#deeds.withdraw(one)),
      ),
      this.#held.length > 0 && this.#marking(one),
    );
  }

  draft({ id, words }: Draft): HTMLElement {
    return make(
      "article",
      { class: "case-card case-card--own" },
      opened("h3", {}, this.#name(words)),
      make("p", { class: "soft small" }, this.#texts.say("case.for_me_alone")),
      make("p", { class: "button-row" }, this.#link(words, `${this.#cases}${id ?? "new"}/`, "case.write_on")),
      id !== null &&
        make(
          "details",
          {},
          make("summary", {}, this.#texts.say("case.discard")),
          make("p", {}, this.#texts.say("case.discard_means")),
          this.#button(words, "case.discard_it", () => this.#deeds.discard(id)),
        ),
    );
  }

  /** Was on the table. */
  done(one: OfferedCase): HTMLElement {
    const name = this.#names.get(one.by) ?? "";
    const day = dayInFull(one.brought?.on ?? one.offered_on);
    return this.#card(
      one,
      this.#texts.say(one.isMine ? "case.brought_on" : "case.brought_by", { name, day }),
      this.#reading(one),
      one.isMine && this.#button(one, "case.not_brought", () => this.#deeds.unmark(one)),
    );
  }

  #card(one: OfferedCase, about: string, ...rest: (HTMLElement | false)[]): HTMLElement {
    const signs = [
      one.kind === "success" && this.#texts.say("case.success"),
      !one.brought && this.#texts.say(`case.urgency.${one.urgency}`),
    ].filter((sign) => sign !== false);
    return make(
      "article",
      { class: "case-card" },
      opened("h3", {}, this.#name(one)),
      make("p", { class: "soft small" }, [...signs, about].join(" · ")),
      titleOf(one) !== one.question && opened("p", { class: "case-words__text" }, one.question),
      ...rest,
    );
  }

  #reading({ kind, parts }: CaseWords): HTMLElement | false {
    const told = PARTS[kind].filter((name) => parts[name]);
    return (
      told.length > 0 &&
      make(
        "details",
        {},
        make("summary", {}, this.#texts.say("case.read")),
        ...told.map((name) =>
          make(
            "section",
            { class: "case-words__part" },
            make("h4", {}, this.#texts.say(`case.part.${name}`)),
            opened("p", { class: "case-words__text" }, parts[name] ?? ""),
          ),
        ),
      )
    );
  }

  #marking(one: OfferedCase): HTMLElement {
    const id = `brought-${one.id}`;
    const select = make(
      "select",
      { id },
      ...this.#held.map(({ id, on }) => make("option", { value: id }, dayInFull(on))),
    );
    const mark = (): void => {
      const meeting = this.#held.find(({ id }) => id === select.value);
      if (meeting) this.#deeds.mark(one, meeting);
    };
    return make(
      "details",
      {},
      make("summary", {}, this.#texts.say("case.was_brought")),
      make(
        "div",
        { class: "field" },
        make("label", { for: id }, this.#texts.say("case.when_brought")),
        select,
      ),
      this.#button(one, "case.mark", mark),
    );
  }

  #button(about: CaseWords, says: string, does: () => void): HTMLElement {
    const attributes = { type: "button", class: "button", onclick: does };
    return make("button", attributes, this.#texts.say(says), heard(` ${this.#name(about)}`));
  }

  #link(about: CaseWords, href: string, says: string): HTMLElement {
    return make("a", { href, class: "button" }, this.#texts.say(says), heard(` ${this.#name(about)}`));
  }

  #name(words: CaseWords): string {
    return titleOf(words) || this.#texts.say("case.untitled");
  }
}

function isSame(words: CaseWords, one: OfferedCase): boolean {
  const sorted = (offer: CaseWords): string =>
    JSON.stringify([
      offer.title,
      offer.question,
      offer.urgency,
      offer.kind,
      ...PARTS[offer.kind].map((name) => offer.parts[name] ?? ""),
    ]);
  return sorted(offerOf(words, one.offered_on)) === sorted(one);
}
