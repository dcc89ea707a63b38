import { fitting } from "../live/goals.ts";
import { say, show } from "./make.ts";
import { Texts } from "./texts.ts";

/**
 * Which exercises help with what somebody wants to learn. What they choose never leaves the browser, so the list
 * is sorted here; `kring.core.growth.suggest` has the same rules.
 *
 *     <exercise-finder>
 *       <form data-part="goals" hidden><input type="checkbox" name="goal" value="asking_on"> <button type="reset"></form>
 *       <p role="status" data-part="count"></p>
 *       <ul data-part="found"><li data-mainly="asking_on " data-also="motivating "></li></ul>
 *     </exercise-finder>
 */
export class ExerciseFinder extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #all: HTMLElement[] = [];
  #sentence = "";
  #goals: string[] = [];

  connectedCallback(): void {
    this.#all = [...this.querySelectorAll<HTMLElement>("[data-part=found] > li")];
    this.#sentence = this.#part("count")?.textContent ?? "";
    show(this.#part("goals"), true);
    this.addEventListener("change", this.#changed);
    this.addEventListener("reset", this.#reset);
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#changed);
    this.removeEventListener("reset", this.#reset);
  }

  readonly #changed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#goals = this.#goals.filter((goal) => goal !== target.value);
    if (target.checked) this.#goals.push(target.value);
    this.#show();
  };

  readonly #reset = (): void => {
    this.#goals = [];
    this.#show();
  };

  #show(): void {
    const found = this.#goals.length === 0 ? this.#all : fitting(this.#all, this.#goals, goalsOf);
    this.#part("found")?.replaceChildren(...found);
    const sentence =
      found.length === 0 ? this.#texts.say("exercises.none") : this.#texts.count("exercises", found.length);
    say(this.#part("count"), this.#goals.length === 0 ? this.#sentence : sentence);
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

const goalsOf = ({ dataset }: HTMLElement): { mainly: string[]; also: string[] } => ({
  mainly: (dataset.mainly ?? "").split(" "),
  also: (dataset.also ?? "").split(" "),
});

customElements.define("exercise-finder", ExerciseFinder);
