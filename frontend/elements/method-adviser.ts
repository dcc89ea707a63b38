import { advise } from "../advice/advise.ts";
import type { Suitcase } from "../advice/shapes.ts";
import { Advised } from "./advised.ts";
import { say, show } from "./make.ts";
import { Texts } from "./texts.ts";
import type { KnownCircle } from "./told-situation.ts";
import { forget, meetingsOf, recall, remember, situationOf } from "./told-situation.ts";

/**
 * Says which method suits now while somebody tells about the circle. The rules and all their data are in the page,
 * so no answer leaves it.
 *
 * `data-circle` and `data-history`: of a circle that lasts it is known which methods it did, and nobody is asked.
 *
 *     <method-adviser hidden>
 *       <form data-part="situation">… <div data-from="1" hidden>from the first meeting on</div></form>
 *       <p role="status" data-part="announced"></p> <div data-part="best"></div> <div data-part="next"></div>
 *       <details><div data-part="others"></div></details>
 *       <button data-part="forget"></button>
 *     </method-adviser>
 *     <template id="cards"><article data-method="basis">… <button data-refuse="basis"></button></article></template>
 *     <script id="suitcase" type="application/json">…</script>
 */
export class MethodAdviser extends HTMLElement {
  readonly #suitcase = JSON.parse(document.querySelector("#suitcase")?.textContent ?? "") as Suitcase;
  readonly #drawn = new Advised(
    this.#suitcase,
    document.documentElement.lang === "en" ? "en" : "nl",
    Texts.ofPage(),
    document.querySelector<HTMLTemplateElement>("template#cards")?.content ?? new DocumentFragment(),
  );
  #refused: readonly string[] = [];
  #circle: KnownCircle | null = null;

  connectedCallback(): void {
    const { circle, history = "" } = this.dataset;
    if (circle !== undefined)
      this.#circle = { id: circle, history: history.split(" ").filter((id) => id !== "") };
    this.#refused = recall(this.#form, this.#circle);
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
    remember(this.#form, this.#refused, this.#circle);
    this.#advise();
  };

  readonly #sent = (event: Event): void => event.preventDefault();

  readonly #pressed = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement)) return;
    const { refuse, again, part } = target.dataset;
    if (refuse !== undefined) this.#refuse([...this.#refused, refuse]);
    if (again !== undefined) this.#refuse(this.#refused.filter((id) => id !== again));
    if (part === "forget") this.#forget();
  };

  #refuse(refused: readonly string[]): void {
    this.#refused = refused;
    this.#told();
    // The button that was pressed is gone; one reads on at what comes up instead.
    this.querySelector<HTMLElement>("[data-part=best] [data-part=name]")?.focus();
  }

  #forget(): void {
    forget(this.#circle);
    this.#refused = [];
    this.#form.reset();
    this.#advise();
  }

  #advise(): void {
    const situation = situationOf(this.#form, this.#refused, this.#circle);
    const met = meetingsOf(this.#form, this.#circle);
    for (const field of this.querySelectorAll<HTMLElement>("[data-from]"))
      show(field, met >= Number(field.dataset.from));
    show(this.#part("minutes"), situation.setting !== "days");
    const advice = advise(situation, this.#suitcase);
    this.#part("best")?.replaceChildren(...this.#drawn.best(advice));
    this.#part("next")?.replaceChildren(...this.#drawn.next(advice));
    this.#part("others")?.replaceChildren(...this.#drawn.others(advice));
    say(this.#part("announced"), this.#drawn.announced(advice));
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

customElements.define("method-adviser", MethodAdviser);
