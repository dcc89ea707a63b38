import { forgetKind, handedOver } from "./handed-over.ts";
import { show } from "./make.ts";

/**
 * Brings the methods to the front that suit the kind of question that the triage ended in. The kind isn't a wish in
 * the address: it doesn't leave the browser.
 *
 *     <question-in-hand hidden>
 *       <p data-kind="dilemma" data-suits="dilemma" hidden>…</p> <button data-part="forget"></button>
 *       <template data-part="mark"><p>…</p></template>
 *     </question-in-hand>
 *     <div data-part="found"><ul><li data-suits="dilemma how_to">…</li></ul></div>
 */
export class QuestionInHand extends HTMLElement {
  readonly #list = new MutationObserver(() => this.#mark());

  connectedCallback(): void {
    this.addEventListener("click", this.#pressed);
    const found = document.querySelector("[data-part=found]");
    if (found) this.#list.observe(found, { childList: true }); // the list comes anew with each choice
    this.#mark();
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.#pressed);
    this.#list.disconnect();
  }

  readonly #pressed = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.closest("[data-part=forget]")) return;
    forgetKind();
    location.reload();
  };

  #mark(): void {
    const kind = handedOver();
    const says = [...this.querySelectorAll<HTMLElement>("[data-kind]")];
    const told = says.find((one) => one.dataset.kind === kind);
    for (const one of says) show(one, one === told);
    show(this, told !== undefined);
    if (!told) return;
    const wanted = wordsOf(told);
    const cards = [...document.querySelectorAll<HTMLElement>("[data-part=found] li[data-suits]")];
    const suiting = cards.filter((card) => wordsOf(card).some((kind) => wanted.includes(kind)));
    for (const card of suiting) card.prepend(this.#markup());
    cards[0]?.parentElement?.prepend(...suiting);
  }

  #markup(): Node {
    const mark = this.querySelector<HTMLTemplateElement>("template[data-part=mark]");
    return mark ? document.importNode(mark.content, true) : document.createDocumentFragment();
  }
}

const wordsOf = ({ dataset }: HTMLElement): string[] =>
  (dataset.suits ?? "").split(" ").filter((word) => word !== "");

customElements.define("question-in-hand", QuestionInHand);
