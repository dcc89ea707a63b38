import { besides } from "../cases/known-names.ts";
import { instead } from "../cases/pii/advice.ts";
import { check } from "../cases/pii/check.ts";
import type { Finding, Range } from "../cases/pii/finding.ts";
import { OFFERED, PARTS, offerOf } from "../live/cases.ts";
import type { Circle } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import { today } from "../live/kept.ts";
import type { CaseDraft } from "./case-draft.ts";
import { heard, make, opened, say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

interface Deeds {
  /** Goes to where a text was written, with the words selected that are meant. */
  readonly change: (step: string, range: Range) => void;
}

/**
 * The last step: the case as the circle will read it, with a mark wherever somebody could be recognised, and offering it.
 * The check runs here and tells nobody; it warns and never forbids.
 *
 *     <form data-part="offering">
 *       <p data-part="no-question" hidden></p>
 *       <div data-part="reading"></div>
 *       <div data-part="found" hidden><p data-part="how-many"></p><input type="checkbox" data-part="all-the-same"></div>
 *       <p data-part="look-first" role="alert" hidden></p> <p data-part="error" role="alert" hidden></p>
 *       <button data-part="offer">…</button>
 *     </form>
 */
export class CaseOffering {
  readonly #form: HTMLElement | null;
  readonly #circle: Circle;
  readonly #draft: CaseDraft;
  readonly #cases: string;
  readonly #deeds: Deeds;
  readonly #texts = Texts.ofPage();
  #found = 0;

  constructor(form: HTMLElement | null, circle: Circle, draft: CaseDraft, cases: string, deeds: Deeds) {
    this.#form = form;
    this.#circle = circle;
    this.#draft = draft;
    this.#cases = cases;
    this.#deeds = deeds;
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#offer(form);
    });
  }

  /** As it stands now. */
  show(): void {
    const form = this.#form;
    if (!form) return;
    const { kind, parts, question } = this.#draft.words;
    const texts = [
      ...PARTS[kind].map((name) => [name, parts[name] ?? ""] as const),
      ["question", question] as const,
    ];
    const read = texts
      .filter(([, text]) => text.trim() !== "")
      .map(([name, text]) => ({ name, text, found: this.#check(text) }));
    const before = this.#found;
    this.#found = read.reduce((sum, { found }) => sum + found.length, 0);
    const looked = form.querySelector<HTMLInputElement>("[data-part=all-the-same]");
    if (looked && this.#found > before) looked.checked = false;
    part(form, "reading")?.replaceChildren(
      ...read.map(({ name, text, found }) => this.#section(name, text, found)),
    );
    const asks = question.trim() !== "";
    show(part(form, "no-question"), !asks);
    show(part(form, "rest"), asks);
    show(part(form, "found"), this.#found > 0);
    say(part(form, "how-many"), this.#texts.count("case.found", this.#found));
    show(part(form, "look-first"), false);
    const button = buttonPart(form, "offer");
    say(button, this.#texts.say(this.#draft.offered ? "case.offer_anew" : "case.offer"));
  }

  #check(text: string): readonly Finding[] {
    const names = this.#circle.roster.map(([, , , name]) => name);
    return besides(check(text, today()), text, names);
  }

  #section(name: string, text: string, found: readonly Finding[]): HTMLElement {
    return make(
      "section",
      { class: "case-words__part" },
      make("h3", {}, this.#texts.say(`case.part.${name}`)),
      marked(text, found),
      found.length > 0 &&
        make(
          "ul",
          { class: "case-found" },
          ...found.map(({ kind, start, end }) => {
            const words = text.slice(start, end);
            return make(
              "li",
              {},
              make("p", {}, make("strong", {}, opened("span", {}, words)), " ", instead(kind, language())),
              make(
                "button",
                {
                  type: "button",
                  class: "button",
                  onclick: () => this.#deeds.change(name, { start, end }),
                },
                this.#texts.say("case.change"),
                heard(` ${words}`),
              ),
            );
          }),
        ),
    );
  }

  async #offer(form: HTMLElement): Promise<void> {
    const looked = form.querySelector<HTMLInputElement>("[data-part=all-the-same]");
    this.show(); // a title may have come
    if (show(part(form, "look-first"), this.#found > 0 && !looked?.checked)) {
      looked?.focus();
      return;
    }
    const button = buttonPart(form, "offer");
    if (button) button.disabled = true;
    show(part(form, "error"), false);
    try {
      await this.#draft.keep();
      const before = this.#draft.offered;
      const offer = offerOf(this.#draft.words, before?.offered_on ?? today());
      await this.#circle.keep(OFFERED, this.#draft.id, (before?.rev ?? 0) + 1, JSON.stringify(offer));
      location.assign(this.#cases);
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(form, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(form, "error"), true);
      if (button) button.disabled = false;
    }
  }
}

/** The text with what was found in it marked at its place; in a root of its own, as `sayOpened` has it. */
function marked(text: string, found: readonly Finding[]): HTMLElement {
  const ends = [0, ...found.map(({ end }) => end)];
  const place = make("p", { class: "case-words__text" });
  place
    .attachShadow({ mode: "open" })
    .append(
      ...found.flatMap(({ start, end }, i) => [
        text.slice(ends[i], start),
        make("mark", { part: "mark" }, text.slice(start, end)),
      ]),
      text.slice(ends.at(-1)),
    );
  return place;
}

const language = (): "nl" | "en" => (document.documentElement.lang === "en" ? "en" : "nl");
