import { isAboutMe } from "../cases/own-question.ts";
import type { Circle } from "../live/circle.ts";
import type { CaseKind, CaseWords, Urgency } from "../live/cases.ts";
import { PARTS } from "../live/cases.ts";
import type { Kept } from "./case-draft.ts";
import { CaseDraft } from "./case-draft.ts";
import { CaseOffering } from "./case-offering.ts";
import { whenOpen } from "./circle-here.ts";
import { make, say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

const PAUSE_MS = 1_200; // somebody who thinks for a moment has time to seal

/**
 * Writing a case, one step at a time. The step stands behind the # of the address, so going back is the browser's own.
 *
 *     <case-writing data-case="…" data-cases="/circles/…/cases/">
 *       <p data-part="kept" role="status"></p> <div data-part="newer" hidden>…</div> <p data-part="count"></p>
 *       <section data-case-step="kind"><h2 tabindex="-1">…</h2><input type="radio" name="kind" value="trouble">…</section>
 *       <section data-case-step="situation"><h2 tabindex="-1">…</h2><textarea data-answer="situation" readonly></textarea></section>
 *       <section data-case-step="question">…<p data-part="nudge" hidden></p></section>
 *       <section data-case-step="offer">see `CaseOffering`</section>
 *       <p><a data-part="next"></a><a data-part="back"></a></p> <ol data-part="steps"></ol>
 *     </case-writing>
 */
export class CaseWriting extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #draft: CaseDraft | null = null;
  #offering: CaseOffering | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #select: { start: number; end: number } | null = null;

  connectedCallback(): void {
    addEventListener("hashchange", this.#stepped);
    addEventListener("online", this.#keep);
    document.addEventListener("visibilitychange", this.#keep);
    void this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener("hashchange", this.#stepped);
    removeEventListener("online", this.#keep);
    document.removeEventListener("visibilitychange", this.#keep);
  }

  async #open(): Promise<void> {
    const circle: Circle = await whenOpen();
    const draft = new CaseDraft(circle, this.dataset.case ?? null, (kept) => this.#told(kept));
    await draft.open();
    this.#draft = draft;
    this.#offering = new CaseOffering(part(this, "offering"), circle, draft, this.dataset.cases ?? "", {
      change: (step, range) => {
        this.#select = range;
        location.hash = step;
      },
    });
    this.#fill(draft.words);
    this.addEventListener("input", () => this.#typed(draft));
    this.#answerTo("mine", draft);
    this.#answerTo("theirs", draft);
    if (!this.#steps.includes(location.hash.slice(1)))
      history.replaceState(null, "", `#${this.#firstStep(draft)}`);
    this.dataset.state = "open";
    this.#show();
  }

  #answerTo(which: "mine" | "theirs", draft: CaseDraft): void {
    part(this, which)?.addEventListener("click", () => {
      show(part(this, "newer"), false);
      void draft.settle(which).then(() => {
        this.#fill(draft.words);
        this.#show();
      });
    });
  }

  #typed(draft: CaseDraft): void {
    const kind = this.querySelector<HTMLInputElement>("[name=kind]:checked")?.value as CaseKind | undefined;
    const urgency = this.querySelector<HTMLInputElement>("[name=urgency]:checked")?.value as
      Urgency | undefined;
    const said = (name: string): string =>
      this.querySelector<HTMLTextAreaElement | HTMLInputElement>(`[data-answer=${name}]`)?.value ?? "";
    const before = draft.words;
    const names = Object.values(PARTS).flat();
    const words: CaseWords = {
      kind: kind ?? before.kind,
      urgency: urgency ?? before.urgency,
      title: said("title"),
      question: said("question"),
      parts: Object.fromEntries(
        names.map((name) => [name, said(name)] as const).filter(([, text]) => text !== ""),
      ),
    };
    draft.change(words);
    this.#nudge();
    if (words.kind !== before.kind) this.#show();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#keep, PAUSE_MS);
  }

  readonly #keep = (): void => void this.#draft?.keep();

  #told(kept: Kept): void {
    say(part(this, "kept"), this.#texts.say(`case.${kept}`));
    show(part(this, "newer"), kept === "newer");
    const draft = this.#draft;
    const cases = this.dataset.cases ?? "";
    if (draft?.hasAddress && location.pathname !== `${cases}${draft.id}/`)
      history.replaceState(history.state, "", `${cases}${draft.id}/${location.hash}`);
  }

  #fill(words: CaseWords): void {
    for (const field of this.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("[data-answer]")) {
      const name = field.dataset.answer ?? "";
      field.value =
        name === "title" ? words.title : name === "question" ? words.question : (words.parts[name] ?? "");
      field.readOnly = false; // shut until here, or what somebody typed meanwhile would be lost
    }
    for (const choice of this.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      choice.checked = choice.value === (choice.name === "kind" ? words.kind : words.urgency);
      choice.disabled = false;
    }
  }

  readonly #stepped = (): void => {
    this.#keep();
    const step = this.#show();
    const area = this.#select && step?.querySelector("textarea");
    scrollTo({ top: 0 });
    if (area && this.#select) {
      area.focus();
      area.setSelectionRange(this.#select.start, this.#select.end);
    } else step?.querySelector("h2")?.focus();
    this.#select = null;
  };

  #show(): HTMLElement | undefined {
    const steps = this.#steps;
    const at = Math.max(0, steps.indexOf(location.hash.slice(1)));
    const sections = [...this.querySelectorAll<HTMLElement>("[data-case-step]")];
    for (const one of sections) show(one, one.dataset.caseStep === steps[at]);
    say(part(this, "count"), this.#texts.say("case.step", { step: at + 1, steps: steps.length }));
    this.#pointTo("next", steps[at + 1]);
    this.#pointTo("back", steps[at - 1]);
    say(part(this, "next"), this.#texts.say(steps[at + 1] === "offer" ? "case.look_over" : "case.next"));
    this.#listSteps(steps, at);
    for (const one of this.querySelectorAll<HTMLElement>("[data-for]"))
      show(one, one.dataset.for === this.#draft?.words.kind);
    this.#nudge();
    if (steps[at] === "offer") this.#offering?.show();
    return sections.find((one) => one.dataset.caseStep === steps[at]);
  }

  #pointTo(name: string, step: string | undefined): void {
    const link = this.querySelector<HTMLAnchorElement>(`a[data-part=${name}]`);
    if (link && show(link, step !== undefined)) link.setAttribute("href", `#${step ?? ""}`);
  }

  /** Every step by its question, with a word for those that have an answer. */
  #listSteps(steps: readonly string[], at: number): void {
    const words = this.#draft?.words;
    const items = steps.map((step, i) => {
      const title = this.querySelector(`[data-case-step=${step}] h2`)?.textContent.trim() ?? "";
      const has = step === "question" ? words?.question : words?.parts[step];
      return make(
        "li",
        {},
        make("a", { href: `#${step}`, "aria-current": i === at ? "step" : null }, title),
        Boolean(has?.trim()) && make("span", { class: "soft small" }, ` ${this.#texts.say("case.written")}`),
      );
    });
    part(this, "steps")?.replaceChildren(...items);
  }

  #nudge(): void {
    const question = this.#draft?.words.question.trim() ?? "";
    const isDone = /[?.!]$/.test(question) || document.activeElement?.id !== "answer-question";
    show(part(this, "nudge"), question !== "" && isDone && !isAboutMe(question));
  }

  /** Where somebody goes on: at the first thing that isn't said yet. */
  #firstStep({ words, hasAddress }: CaseDraft): string {
    const isSaid = (step: string): boolean =>
      Boolean((step === "question" ? words.question : words.parts[step])?.trim());
    const open = [...PARTS[words.kind], "question"].find((step) => !isSaid(step));
    const begun = hasAddress || this.#steps.some(isSaid);
    return begun ? (open === undefined || isSaid("question") ? "offer" : open) : "kind";
  }

  get #steps(): readonly string[] {
    return ["kind", ...PARTS[this.#draft?.words.kind ?? "trouble"], "question", "offer"];
  }
}

customElements.define("case-writing", CaseWriting);
