import type { Circle } from "../live/circle.ts";
import type { OwnGoal } from "../live/goal-shapes.ts";
import { Refused } from "../live/http.ts";
import { today } from "../live/kept.ts";
import type { Learning } from "../live/learning-goals.ts";
import { learningIn } from "../live/learning-goals.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { nameOf } from "./goal-parts.ts";
import type { GoalInHand, GuideDraft } from "./guide-draft.ts";
import { GUIDE_DRAFT, MOST_GOALS } from "./guide-draft.ts";
import {
  fillGoal,
  fillMirror,
  fillQuadrant,
  goalIn,
  hasWords,
  isFilled,
  mirrorIn,
  quadrantIn,
} from "./guide-fields.ts";
import { tellBefore, tellWhere, tellWidestGaps } from "./guide-telling.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

type Part = "mirror" | "quadrant" | "goal";

/**
 * From a look in the mirror to a goal, one screen at a time. What is typed is kept on this device at once, and sealed for
 * oneself at the end of each part. Behind the `#` stands where somebody changes one part alone: `#mirror`, `#quadrant`,
 * `#goal` for one more, `#goal=…` for the words of one that is there.
 *
 *     <learning-guide data-back="/circles/…/goals/">
 *       <div data-part="progress" hidden><strong data-part="where"></strong> <progress></progress></div>
 *       <fieldset data-part="steps" disabled>
 *         <section data-step="goal-wish" data-of="goal"><h2 tabindex="-1"></h2> …</section>
 *         <button data-part="next"></button> <button data-part="back"></button> <a data-part="later"></a>
 *       </fieldset>
 *     </learning-guide>
 */
export class LearningGuide extends HTMLElement {
  readonly #texts = Texts.ofPage();
  readonly #changed = new Set<Part>();
  readonly #only: Part | null;
  readonly #edited: string | null;
  #circle: Circle | null = null;
  #learning: Learning | null = null;
  #goal = crypto.randomUUID() as string;
  #step = "";

  constructor() {
    super();
    const [of = "", id = null] = location.hash.slice(1).split("=");
    this.#only = of === "mirror" || of === "quadrant" || of === "goal" ? of : null;
    this.#edited = id;
  }

  connectedCallback(): void {
    addEventListener("popstate", this.#wentElsewhere);
    void this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener("popstate", this.#wentElsewhere);
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    this.#circle = circle;
    this.#learning = await learningIn(circle);
    const kept = await vault.draft(this.#draftPlace);
    const draft = kept === null ? null : (JSON.parse(kept) as GuideDraft);
    this.#fill(this.#learning, draft);
    this.addEventListener("input", this.#typed);
    this.addEventListener("change", this.#typed);
    buttonPart(this, "next")?.addEventListener("click", () => void this.#next());
    buttonPart(this, "back")?.addEventListener("click", () => history.back());
    buttonPart(this, "another")?.addEventListener("click", () => this.#another());
    part(this, "later")?.addEventListener("click", (event) => {
      event.preventDefault();
      void this.#later();
    });
    this.querySelector("fieldset[data-part=steps]")?.removeAttribute("disabled");
    const first = this.#steps[0]?.dataset.step ?? "";
    const resumed = this.#only === null ? draft?.step : undefined;
    this.#show(stepInHistory() ?? resumed ?? first, { focus: false });
    this.dataset.state = "open";
  }

  #fill(learning: Learning, draft: GuideDraft | null): void {
    fillMirror(this, draft?.mirror ?? learning.mirror);
    fillQuadrant(this, draft?.quadrant ?? learning.quadrant);
    if (draft?.mirror) this.#changed.add("mirror");
    if (draft?.quadrant) this.#changed.add("quadrant");
    if (draft?.goal) this.#changed.add("goal");
    const edited = this.#edited === null ? undefined : learning.goal(this.#edited);
    const goal = draft?.goal ?? (edited && { ...edited, mark: null });
    if (!goal) return;
    this.#goal = goal.id;
    fillGoal(this, goal);
  }

  // Going from screen to screen

  /** The screens of this way through, in order. */
  get #steps(): HTMLElement[] {
    const all = [...this.querySelectorAll<HTMLElement>("[data-step]")];
    const only = this.#only;
    if (only === null) return all;
    return all.filter(({ dataset }) => dataset.of === only || (only === "goal" && dataset.of === "done"));
  }

  get #now(): HTMLElement | undefined {
    return this.#steps.find(({ dataset }) => dataset.step === this.#step);
  }

  readonly #wentElsewhere = (): void => {
    if (this.#learning) this.#show(stepInHistory() ?? this.#steps[0]?.dataset.step ?? "");
  };

  #go(step: string): void {
    history.pushState({ guide: step }, "");
    this.#show(step);
  }

  #show(step: string, { focus = true } = {}): void {
    const steps = this.#steps;
    const now = steps.find(({ dataset }) => dataset.step === step) ?? steps[0];
    if (!now) return;
    this.#step = now.dataset.step ?? "";
    for (const one of this.querySelectorAll<HTMLElement>("[data-step]")) show(one, one === now);
    tellWhere(this, now, steps, this.#texts);
    tellBefore(now, steps);
    tellWidestGaps(now, mirrorIn(this), this.#texts);
    this.#nameNext();
    const isDone = now.dataset.of === "done";
    show(part(this, "ways"), !isDone);
    show(buttonPart(this, "back"), now !== steps[0]);
    show(part(this, "later"), now.dataset.of !== "start");
    show(part(this, "error"), false);
    if (focus) now.querySelector<HTMLElement>("h2")?.focus();
    if (!isDone && now.dataset.of !== "start") void this.#keepDraft();
  }

  #nameNext(): void {
    const now = this.#now;
    if (!now) return;
    const isLast = this.#after(now)?.dataset.of !== now.dataset.of;
    const of = now.dataset.of as Part | "start" | "done";
    const name =
      of === "start"
        ? "begin"
        : isLast && of !== "done" && this.#changed.has(of)
          ? "keep"
          : isFilled(now)
            ? "next"
            : "skip";
    say(buttonPart(this, "next"), this.#texts.say(`guide.${name}`));
  }

  #after(now: HTMLElement): HTMLElement | undefined {
    const steps = this.#steps;
    return steps[steps.indexOf(now) + 1];
  }

  // Deeds

  async #next(): Promise<void> {
    const now = this.#now;
    if (!now) return;
    const next = this.#after(now);
    const of = now.dataset.of as Part | "start";
    if (of !== "start" && next?.dataset.of !== of) {
      if (!(await this.#kept(of))) return;
      if (of === "goal" && !this.#learning?.goal(this.#goal)) {
        this.#leave();
        return;
      }
      if (this.#only !== null && (of !== "goal" || this.#edited !== null)) {
        this.#leave();
        return;
      }
    }
    const step = next?.dataset.step;
    if (step === undefined) return;
    if (step === "done") this.#finish();
    this.#go(step);
  }

  /** Seals a part for oneself, where something in it changed. Gives back whether one can go on. */
  async #kept(of: Part): Promise<boolean> {
    const learning = this.#learning;
    if (!learning || !this.#changed.has(of)) return true;
    const next = buttonPart(this, "next");
    if (next) next.disabled = true;
    try {
      if (of === "mirror") await learning.keepMirror(mirrorIn(this));
      if (of === "quadrant") await learning.keepQuadrant(quadrantIn(this));
      if (of === "goal") await this.#keepGoal(learning, goalIn(this, this.#goal));
      this.#changed.delete(of);
      return true;
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("goal.failed") : sentence);
      show(part(this, "error"), true);
      return false;
    } finally {
      if (next) next.disabled = false;
    }
  }

  async #keepGoal(learning: Learning, { mark, ...words }: GoalInHand): Promise<void> {
    if (!hasWords({ mark, ...words })) return;
    const fresh = { since: today(), shared_since: null, closed_on: null, ending: null };
    const goal: OwnGoal = { ...fresh, ...learning.goal(words.id), ...words };
    await learning.keepGoal(goal);
    if (mark !== null) await learning.mark(goal.id, mark);
  }

  #finish(): void {
    const goal = this.#learning?.goal(this.#goal);
    if (goal) say(part(this, "kept"), nameOf(goal, this.#texts));
    const open = this.#learning?.goals.filter(({ closed_on }) => closed_on === null) ?? [];
    show(buttonPart(this, "another"), open.length < MOST_GOALS);
    vault.dropDraft(this.#draftPlace);
  }

  #another(): void {
    this.#goal = crypto.randomUUID();
    const empty = { capabilities: [], themes: [], own_view: "", wish: "", differently: "", mark: null };
    fillGoal(this, { id: this.#goal, ...empty });
    this.#go("goal-touches");
  }

  /** What was changed is sealed for oneself, so that it is there on another device too; the rest waits here. */
  async #later(): Promise<void> {
    await this.#keepDraft();
    for (const of of ["mirror", "quadrant"] as const) if (!(await this.#kept(of))) return;
    await this.#keepDraft();
    location.assign(this.dataset.back ?? "");
  }

  #leave(): void {
    if (this.#changed.size === 0) vault.dropDraft(this.#draftPlace);
    location.assign(this.dataset.back ?? "");
  }

  readonly #typed = (): void => {
    const of = this.#now?.dataset.of;
    if (of === "mirror" || of === "quadrant" || of === "goal") this.#changed.add(of);
    this.#nameNext();
    void this.#keepDraft();
  };

  async #keepDraft(): Promise<void> {
    const draft: GuideDraft = {
      step: this.#step,
      ...(this.#changed.has("mirror") && { mirror: mirrorIn(this) }),
      ...(this.#changed.has("quadrant") && { quadrant: quadrantIn(this) }),
      ...(this.#changed.has("goal") && { goal: goalIn(this, this.#goal) }),
    };
    if (this.#only !== null && this.#changed.size === 0) return;
    await vault.keepDraft({ ...this.#draftPlace, text: JSON.stringify(draft) });
  }

  /** The words of a goal that is there have a draft of their own. */
  get #draftPlace(): { group: string; item: string; field: string } {
    const group = this.#circle?.group ?? "";
    return { group, item: this.#edited ?? group, field: GUIDE_DRAFT };
  }
}

const stepInHistory = (): string | undefined => (history.state as { guide?: string } | null)?.guide;

customElements.define("learning-guide", LearningGuide);
