import type { Intention } from "../live/intentions.ts";
import { IntentionFacts } from "./intention-facts.ts";
import { byWhen, outcomeSaid } from "./intention-words.ts";
import { make, opened, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * What the others told of theirs, by person; `<my-intentions>` says what there is.
 *
 *     <others-intentions><p data-part="none" hidden>…</p><div data-part="people"></div></others-intentions>
 */
export class OthersIntentions extends HTMLElement {
  readonly #texts = Texts.ofPage();
  readonly #facts = new IntentionFacts();
  readonly #shown = (event: Event): void => this.#show((event as CustomEvent<readonly Intention[]>).detail);

  connectedCallback(): void {
    document.addEventListener("intentions", this.#shown);
  }

  disconnectedCallback(): void {
    document.removeEventListener("intentions", this.#shown);
  }

  #show(intentions: readonly Intention[]): void {
    const people = this.#facts.members.flatMap((member) => {
      const theirs = intentions.filter(({ by }) => by === member);
      return theirs.length === 0 ? [] : [this.#person(member, theirs)];
    });
    part(this, "people")?.replaceChildren(...people);
    show(part(this, "none"), people.length === 0);
  }

  #person(member: string, intentions: readonly Intention[]): HTMLElement {
    return make(
      "section",
      { class: "flow" },
      make("h3", {}, this.#facts.nameOf(member)),
      make("ul", { class: "intentions" }, ...intentions.map((one) => this.#one(one))),
    );
  }

  #one({ told }: Intention): HTMLElement {
    const { text, date, looked_back } = told;
    return make(
      "li",
      { class: "intention" },
      opened("p", { class: "intention__text" }, text),
      looked_back === null &&
        date !== null &&
        make("p", { class: "intention__facts" }, byWhen(date, this.#texts)),
      looked_back && opened("p", { class: "intention__outcome" }, outcomeSaid(looked_back, this.#texts)),
    );
  }
}

customElements.define("others-intentions", OthersIntentions);
