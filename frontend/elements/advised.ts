/** What the adviser says, drawn: cards for the best few, and why not another. */
import { isToStay } from "../advice/advise.ts";
import type { Advice, Language, Suggestion, Suitcase, Traits } from "../advice/shapes.ts";
import { sentence, told } from "../advice/telling.ts";
import { weight } from "../advice/weighing.ts";
import { make, say, show } from "./make.ts";
import type { Texts } from "./texts.ts";

const NEXT = 2; // methods beside the best; more is a list

interface WithWhy {
  readonly method: Traits;
  readonly why: string;
}

/**
 * Draws with the cards that the server drew already, in the language of the page.
 *
 *     <template id="cards"><article data-method="basis">
 *       <h3 data-part="name" tabindex="-1">…</h3> <p data-part="why"></p> <ul data-part="mind"></ul>
 *       <a data-part="do" href="…">…</a> <a data-part="look" href="…">…</a>
 *     </article></template>
 */
export class Advised {
  readonly #suitcase: Suitcase;
  readonly #language: Language;
  readonly #texts: Texts;
  readonly #cards: DocumentFragment;

  constructor(suitcase: Suitcase, language: Language, texts: Texts, cards: DocumentFragment) {
    this.#suitcase = suitcase;
    this.#language = language;
    this.#texts = texts;
    this.#cards = cards;
  }

  /** In one sentence, for whoever listens. */
  announced({ ranked: [best] }: Advice): string {
    if (!best) return this.#texts.say("advice.none");
    return this.#texts.say("advice.announced", { name: this.#name(best.method) });
  }

  best({ ranked: [best] }: Advice): HTMLElement[] {
    if (!best) return [make("p", { class: "notice notice--decide" }, this.#texts.say("advice.none"))];
    const card = this.#card(best);
    card.classList.add("advised--best");
    card.querySelector("[data-part=do]")?.classList.add("button--main");
    return [make("h2", {}, this.#texts.say(isToStay(best) ? "advice.stay" : "advice.best")), card];
  }

  next({ ranked }: Advice): HTMLElement[] {
    // What is said of the circle is said once, at the best.
    const ofItself = (one: Suggestion): Suggestion => ({
      ...one,
      reasons: one.reasons.filter((reason) => weight(reason, this.#suitcase) !== 0),
    });
    const cards = ranked.slice(1, 1 + NEXT).map((one) => this.#card(ofItself(one)));
    return cards.length > 0 ? [make("h2", {}, this.#texts.say("advice.next")), ...cards] : [];
  }

  /** Everything else. What somebody refused comes first: it is taken back there. */
  others({ ranked, hindered }: Advice): HTMLElement[] {
    const possible = ranked.slice(1 + NEXT).map(({ method, reasons, cautions }): WithWhy => {
      const telling = cautions[0] ?? reasons[0];
      return { method, why: telling ? this.#sentence(telling) : "" };
    });
    const refused = hindered.filter(isRefused).map(({ method }) => method);
    const notNow = hindered
      .filter((one) => !isRefused(one))
      .map(({ method, obstacle }) => ({ method, why: this.#sentence(obstacle) }));
    return [
      ...this.#list("advice.refused", refused.length > 0 ? [this.#comeBacks(refused)] : []),
      ...this.#list("advice.possible", this.#together(possible)),
      ...this.#list("advice.hindered", this.#together(notNow)),
    ];
  }

  #card(one: Suggestion): HTMLElement {
    const card = this.#drawn(one.method.id).cloneNode(true) as HTMLElement;
    say(card.querySelector("[data-part=why]"), told(one, this.#suitcase.sentences, this.#language));
    const mind = card.querySelector<HTMLElement>("[data-part=mind]");
    mind?.replaceChildren(...one.cautions.map((caution) => make("li", {}, this.#sentence(caution))));
    show(mind, one.cautions.length > 0);
    return card;
  }

  #list(heading: string, rows: readonly HTMLElement[]): HTMLElement[] {
    if (rows.length === 0) return [];
    return [make("h3", {}, this.#texts.say(heading)), make("ul", { class: "adviser__rows" }, ...rows)];
  }

  /** Each sentence once, with all methods that it is said of. */
  #together(those: readonly WithWhy[]): HTMLElement[] {
    return [...new Set(those.map(({ why }) => why))].map((why) => {
      const links = those
        .filter((one) => one.why === why)
        .map(({ method }) => make("a", { href: this.#address(method) }, this.#name(method)));
      return make("li", {}, make("p", {}, why), make("p", { class: "link-row" }, ...links));
    });
  }

  #comeBacks(refused: readonly Traits[]): HTMLElement {
    const buttons = refused.map((method) =>
      make(
        "button",
        { type: "button", class: "button", "data-again": method.id },
        this.#texts.say("advice.again", { name: this.#name(method) }),
      ),
    );
    return make("li", { class: "button-row" }, ...buttons);
  }

  #sentence(reason: Parameters<typeof sentence>[0]): string {
    return sentence(reason, this.#suitcase.sentences, this.#language);
  }

  #name({ name }: Traits): string {
    return name[this.#language];
  }

  #address({ id }: Traits): string {
    return this.#drawn(id).querySelector("[data-part=look]")?.getAttribute("href") ?? "";
  }

  #drawn(id: string): HTMLElement {
    const drawn = this.#cards.querySelector<HTMLElement>(`[data-method="${CSS.escape(id)}"]`);
    if (!drawn) throw new Error(`the page has no card for ${id}`);
    return drawn;
  }
}

const isRefused = ({ obstacle }: Advice["hindered"][number]): boolean => obstacle.code === "refused";
