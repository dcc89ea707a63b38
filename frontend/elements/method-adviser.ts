import { advise, isToStay } from "../advice/advise.ts";
import type { Advice, Language, Suggestion, Suitcase, Traits } from "../advice/shapes.ts";
import { sentence, told } from "../advice/telling.ts";
import { weight } from "../advice/weighing.ts";
import { make, say, show } from "./make.ts";
import { Texts } from "./texts.ts";
import { forget, meetingsOf, recall, remember, situationOf } from "./told-situation.ts";

const NEXT = 2; // methods beside the best; more is a list

/**
 * Says which method suits now while somebody tells about the circle. The rules and all their data are in the page,
 * so no answer leaves it.
 *
 *     <method-adviser hidden>
 *       <form data-part="situation">… <div data-from="1" hidden>from the first meeting on</div></form>
 *       <section data-part="says">
 *         <p role="status" data-part="announced"></p> <div data-part="best"></div> <div data-part="next"></div>
 *         <details data-part="others"><div data-part="lists"></div></details>
 *       </section>
 *     </method-adviser>
 *     <template id="cards"><article data-method="basis">…</article></template>
 *     <script id="suitcase" type="application/json">…</script>
 */
export class MethodAdviser extends HTMLElement {
  readonly #texts = Texts.ofPage();
  readonly #language: Language = document.documentElement.lang === "en" ? "en" : "nl";
  #suitcase: Suitcase | null = null;
  #refused: string[] = [];

  connectedCallback(): void {
    this.#suitcase = JSON.parse(document.querySelector("#suitcase")?.textContent ?? "null") as Suitcase;
    this.#refused = recall(this.#form);
    this.addEventListener("input", this.#told);
    this.addEventListener("click", this.#pressed);
    this.addEventListener("submit", this.#sent);
    show(this, true);
    this.#advise();
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this.#told);
    this.removeEventListener("click", this.#pressed);
    this.removeEventListener("submit", this.#sent);
  }

  readonly #told = (): void => {
    remember(this.#form, this.#refused);
    this.#advise();
  };

  readonly #sent = (event: Event): void => event.preventDefault();

  readonly #pressed = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement)) return;
    const { refuse, again, part } = target.dataset;
    if (refuse !== undefined) this.#refuse([...this.#refused, refuse]);
    if (again !== undefined) this.#refuse(this.#refused.filter((id) => id !== again));
    if (part === "forget") {
      forget();
      this.#refused = [];
      this.#form.reset();
      this.#advise();
    }
  };

  #refuse(refused: string[]): void {
    this.#refused = refused;
    this.#told();
    this.querySelector<HTMLElement>("[data-part=best] [data-part=name]")?.focus();
  }

  #advise(): void {
    const suitcase = this.#suitcase;
    if (!suitcase) return;
    const situation = situationOf(this.#form, this.#refused);
    const met = meetingsOf(this.#form);
    for (const field of this.querySelectorAll<HTMLElement>("[data-from]"))
      show(field, met >= Number(field.dataset.from));
    show(this.#part("minutes"), situation.setting !== "days");
    const advice = advise(situation, suitcase);
    this.#sayBest(advice, suitcase);
    this.#sayNext(advice, suitcase);
    this.#sayOthers(advice, suitcase);
  }

  #sayBest({ ranked: [best] }: Advice, suitcase: Suitcase): void {
    if (!best) {
      this.#part("best")?.replaceChildren(
        make("p", { class: "notice notice--decide" }, this.#texts.say("advice.none")),
      );
      say(this.#part("announced"), this.#texts.say("advice.none"));
      return;
    }
    const card = this.#card(best, suitcase);
    card.classList.add("advised--best");
    card.querySelector("[data-part=do]")?.classList.add("button--main");
    const heading = this.#texts.say(isToStay(best) ? "advice.stay" : "advice.best");
    this.#part("best")?.replaceChildren(make("h2", {}, heading), card);
    const { name } = best.method;
    say(this.#part("announced"), this.#texts.say("advice.announced", { name: name[this.#language] }));
  }

  #sayNext({ ranked: [, ...others] }: Advice, suitcase: Suitcase): void {
    const next = others.slice(0, NEXT);
    // What is said of the circle is said once.
    const ofItself = (one: Suggestion): Suggestion => ({
      ...one,
      reasons: one.reasons.filter((reason) => weight(reason, suitcase) !== 0),
    });
    const cards = next.map((one) => this.#card(ofItself(one), suitcase));
    this.#part("next")?.replaceChildren(...cards);
    if (next.length > 0) this.#part("next")?.prepend(make("h2", {}, this.#texts.say("advice.next")));
  }

  #sayOthers({ ranked, hindered }: Advice, { sentences }: Suitcase): void {
    const possible = ranked.slice(1 + NEXT).map(({ method, reasons, cautions }): WithWhy => {
      const telling = cautions[0] ?? reasons[0];
      return { method, why: telling ? sentence(telling, sentences, this.#language) : "" };
    });
    // What somebody refused comes first: it is taken back there.
    const refused = hindered.filter(isRefused).map(({ method }) => method);
    const notNow = hindered
      .filter((one) => !isRefused(one))
      .map(({ method, obstacle }) => ({ method, why: sentence(obstacle, sentences, this.#language) }));
    this.#part("lists")?.replaceChildren(
      ...this.#list("advice.refused", refused.length > 0 ? [this.#comeBacks(refused)] : []),
      ...this.#list("advice.possible", this.#together(possible)),
      ...this.#list("advice.hindered", this.#together(notNow)),
    );
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
        .map(({ method: { id, name } }) => make("a", { href: this.#address(id) }, name[this.#language]));
      return make("li", {}, make("p", {}, why), make("p", { class: "link-row" }, ...links));
    });
  }

  #comeBacks(refused: readonly Traits[]): HTMLElement {
    const buttons = refused.map(({ id, name }) =>
      make(
        "button",
        { type: "button", class: "button", "data-again": id },
        this.#texts.say("advice.again", { name: name[this.#language] }),
      ),
    );
    return make("li", { class: "button-row" }, ...buttons);
  }

  /** The card that the server drew, with what is said about the method now. */
  #card(one: Suggestion, { sentences }: Suitcase): HTMLElement {
    const drawn = this.#drawn(one.method.id);
    if (!drawn) throw new Error(`the page has no card for ${one.method.id}`);
    const card = drawn.cloneNode(true) as HTMLElement;
    say(card.querySelector("[data-part=why]"), told(one, sentences, this.#language));
    const mind = card.querySelector<HTMLElement>("[data-part=mind]");
    mind?.replaceChildren(
      ...one.cautions.map((caution) => make("li", {}, sentence(caution, sentences, this.#language))),
    );
    show(mind, one.cautions.length > 0);
    return card;
  }

  #drawn(id: string): HTMLElement | null {
    const cards = document.querySelector<HTMLTemplateElement>("template#cards");
    return cards?.content.querySelector<HTMLElement>(`[data-method="${CSS.escape(id)}"]`) ?? null;
  }

  #address(id: string): string {
    return this.#drawn(id)?.querySelector("[data-part=look]")?.getAttribute("href") ?? "";
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector<HTMLFormElement>("form[data-part=situation]");
    if (!form) throw new Error("a method-adviser has a form with data-part=situation");
    return form;
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

interface WithWhy {
  readonly method: Traits;
  readonly why: string;
}

const isRefused = ({ obstacle }: Advice["hindered"][number]): boolean => obstacle.code === "refused";

customElements.define("method-adviser", MethodAdviser);
