import { forgetKind, handOver } from "./handed-over.ts";
import { make, show } from "./make.ts";
import { Texts } from "./texts.ts";

/**
 * Asks one question at a time until it is clear which kind of question somebody has. Every step stands in the page
 * already, so nothing is fetched and no answer leaves; without a script it reads as a list with links.
 *
 *     <question-triage data-first="can_it_wait">
 *       <div data-part="start">what this is</div>
 *       <details data-part="own"><textarea></textarea></details> <nav data-part="way"></nav>
 *       <section data-step="can_it_wait"><h2 tabindex="-1">…</h2> <a href="#closest" data-answer="wait">…</a></section>
 *       <section data-step="dilemma" data-kind="dilemma"><h2 tabindex="-1">…</h2></section>
 *       <p data-part="ways"><button data-part="back"></button> <button data-part="again"></button></p>
 *     </question-triage>
 *
 * The answers so far lie with the entry in the browser's history, not in its address: reloading keeps the place, the
 * browser's own way back works, and whoever looks at the addresses of this device learns nothing.
 */
export class QuestionTriage extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    this.addEventListener("click", this.#pressed);
    addEventListener("popstate", this.#wentElsewhere);
    addEventListener("beforeunload", this.#leaves);
    show(this.#part("own"), true);
    this.#show();
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.#pressed);
    removeEventListener("popstate", this.#wentElsewhere);
    removeEventListener("beforeunload", this.#leaves);
  }

  readonly #pressed = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const pressed = event.target.closest<HTMLElement>("[data-answer], [data-to], [data-part=again]");
    if (event.target.closest("[data-part=back]")) history.back();
    if (!pressed) return;
    event.preventDefault();
    const { answer, to } = pressed.dataset;
    if (to !== undefined) history.go(Number(to) - this.#way().length);
    else this.#go(answer === undefined ? [] : [...this.#way(), answer]);
  };

  readonly #wentElsewhere = (): void => this.#arrive();

  /** Words that somebody wrote here are nowhere else: the browser asks before they are gone. */
  readonly #leaves = (event: BeforeUnloadEvent): void => {
    if (this.querySelector("textarea")?.value.trim()) event.preventDefault();
  };

  #go(way: readonly string[]): void {
    history.pushState({ way }, "");
    this.#arrive();
  }

  #arrive(): void {
    const step = this.#show();
    step?.querySelector<HTMLElement>("h2")?.focus();
  }

  /** The step at the end of the way, and nothing but that; gives it back. */
  #show(): HTMLElement | undefined {
    const passed = this.#passed(this.#way());
    const last = passed.at(-1)?.leadsTo ?? this.dataset.first;
    const steps = [...this.querySelectorAll<HTMLElement>("[data-step]")];
    for (const step of steps) show(step, step.dataset.step === last);
    show(this.#part("ways"), passed.length > 0);
    show(this.#part("start"), passed.length === 0);
    this.#tellWay(passed);
    const shown = steps.find((step) => step.dataset.step === last);
    if (shown?.dataset.kind) handOver(shown.dataset.kind);
    else forgetKind();
    return shown;
  }

  #tellWay(passed: readonly Passed[]): void {
    const back = ({ question, says }: Passed, number: number): HTMLElement =>
      make(
        "button",
        {
          type: "button",
          class: "triage__passed",
          "data-to": number,
          "aria-label": `${says} ${this.#texts.say("triage.back_to", { question })}`,
        },
        says,
      );
    const way = this.#part("way");
    way?.replaceChildren(...passed.map(back));
    show(way, passed.length > 0);
  }

  /** Each answer with what it leads to; the way ends where an answer isn't offered, as after a change of the tree. */
  #passed(way: readonly string[]): Passed[] {
    const passed: Passed[] = [];
    let at = this.dataset.first;
    for (const id of way) {
      const step = this.querySelector(`[data-step="${at ?? ""}"]`);
      const answer = step?.querySelector<HTMLAnchorElement>(`[data-answer="${CSS.escape(id)}"]`);
      if (!step || !answer) break;
      at = answer.hash.slice(1);
      const question = step.querySelector("h2")?.textContent ?? "";
      passed.push({ question, says: answer.textContent, leadsTo: at });
    }
    return passed;
  }

  #way(): readonly string[] {
    const state = history.state as { way?: readonly string[] } | null;
    return state?.way ?? [];
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

interface Passed {
  readonly question: string;
  readonly says: string;
  readonly leadsTo: string;
}

customElements.define("question-triage", QuestionTriage);
