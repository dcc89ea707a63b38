import { seasonLine } from "../growth/line.ts";
import type { Circle } from "../live/circle.ts";
import type { OwnGoal } from "../live/goal-shapes.ts";
import { fitting } from "../live/goals.ts";
import { Refused } from "../live/http.ts";
import type { Learning } from "../live/learning-goals.ts";
import { learningIn } from "../live/learning-goals.ts";
import { whenOpen } from "./circle-here.ts";
import { nameIn, nameOf, seenRows, stateOf, touchesOf } from "./goal-parts.ts";
import { make, opened, say, sayOpened, show } from "./make.ts";
import { scaleIn } from "./mark-scale.ts";
import { buttonPart, inputPart, part } from "./parts.ts";
import { seasonPicture } from "./season-line.ts";
import { Texts } from "./texts.ts";

const MOST_EXERCISES = 3;
const QUESTIONS = ["own_view", "wish", "differently"] as const;

/**
 * One goal of one's own: its words, whether it is shared, the season as a line, what others saw, and what to practise.
 *
 *     <learning-goal data-goal="…" data-back="/circles/…/goals/">
 *       <p data-part="missing" hidden></p>
 *       <div data-part="goal" hidden>… <button data-part="share-now"></button> … <div data-part="line"></div> …</div>
 *     </learning-goal>
 */
export class GoalPage extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #circle: Circle | null = null;
  #learning: Learning | null = null;

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    this.#circle = await whenOpen();
    this.#learning = await learningIn(this.#circle);
    this.#listen();
    this.#show();
    this.dataset.state = "open";
  }

  #listen(): void {
    this.#on("share-now", (learning, goal) =>
      learning.share(goal, { withOwnView: inputPart(this, "with-own-view")?.checked ?? false }),
    );
    this.#on("share-anew", (learning, goal) => learning.keepGoal(goal));
    this.#on("stop", (learning, goal) => learning.stopSharing(goal.id));
    this.#on("reached", (learning, goal) => learning.end(goal, "reached"));
    this.#on("let-go", (learning, goal) => learning.end(goal, "let_go"));
    this.#on("again", (learning, goal) => learning.end(goal, null));
    this.#on("forget", async (learning, goal) => {
      await learning.forget(goal.id);
      location.assign(this.dataset.back ?? "");
    });
    const form = this.querySelector<HTMLFormElement>("form[data-part=mark]");
    form?.addEventListener("change", () => this.#readyToMark(form));
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      const scale = scaleIn(form);
      const mark = scale?.mark ?? null;
      if (mark === null) return;
      void this.#do(async (learning, goal) => {
        await learning.mark(goal.id, mark);
        if (scale) scale.mark = null;
        this.#readyToMark(form);
      });
    });
  }

  #readyToMark(form: HTMLFormElement): void {
    const keep = form.querySelector<HTMLButtonElement>("button:not([type])");
    if (keep) keep.disabled = scaleIn(form)?.mark === null;
  }

  #on(name: string, deed: (learning: Learning, goal: OwnGoal) => Promise<void>): void {
    buttonPart(this, name)?.addEventListener("click", () => void this.#do(deed));
  }

  async #do(deed: (learning: Learning, goal: OwnGoal) => Promise<void>): Promise<void> {
    const [learning, goal] = [this.#learning, this.#goal];
    if (!learning || !goal) return;
    const focused = document.activeElement;
    try {
      await deed(learning, goal);
      show(part(this, "error"), false);
      this.#show();
      // what was pressed may be gone now; the state says what became of it
      if (focused instanceof HTMLElement && focused.closest("[hidden]")) part(this, "wish")?.focus();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("goal.failed") : sentence);
      show(part(this, "error"), true);
      await learning.look();
    }
  }

  get #goal(): OwnGoal | undefined {
    return this.#learning?.goal(this.dataset.goal ?? "");
  }

  #show(): void {
    const [learning, goal, circle] = [this.#learning, this.#goal, this.#circle];
    show(part(this, "missing"), !goal);
    if (!learning || !circle || !show(part(this, "goal"), goal !== undefined) || !goal) return;
    const shared = learning.sharedBy(goal.id);
    sayOpened(part(this, "wish"), nameOf(goal, this.#texts));
    say(part(this, "state"), stateOf(goal, shared, this.#texts));
    say(part(this, "touches"), touchesOf(goal, this.#texts));
    part(this, "words")?.replaceChildren(...this.#words(goal));
    this.#showSharing(goal, learning, circle);
    this.#showSeason(goal, learning, circle);
    this.#showExercises(goal);
    const isOpen = goal.closed_on === null;
    show(part(this, "open"), isOpen);
    show(part(this, "closed"), !isOpen);
  }

  /** The wish stands above already. */
  #words(goal: OwnGoal): HTMLElement[] {
    const heading = nameOf(goal, this.#texts);
    return QUESTIONS.filter((question) => !["", heading].includes(goal[question].trim())).flatMap(
      (question) => [
        make("dt", {}, this.#texts.say(`question.${question}`)),
        make("dd", { class: "sealed-text" }, opened("span", {}, goal[question].trim())),
      ],
    );
  }

  #showSharing(goal: OwnGoal, learning: Learning, circle: Circle): void {
    const shared = learning.sharedBy(goal.id);
    show(part(this, "sharing"), shared !== undefined || goal.closed_on === null);
    show(part(this, "share"), !shared);
    show(part(this, "shared"), shared !== undefined);
    const names = (shared?.cameLater ?? []).map((acct) => nameIn(circle, acct, this.#texts));
    if (show(part(this, "later"), names.length > 0))
      say(part(this, "later-who"), this.#texts.say("goal.came_later", { names: this.#texts.list(names) }));
  }

  #showSeason(goal: OwnGoal, learning: Learning, circle: Circle): void {
    const seen = learning.seen(goal.id);
    const feedback = seen.flatMap(({ by, on, mark }) => (mark === null ? [] : [{ by, on, mark }]));
    const owned = { owner: learning.owner, since: goal.since, shared_since: goal.shared_since };
    const points = seasonLine(owned, learning.marks(goal.id), feedback);
    const line = part(this, "line");
    const isTableOpen = line?.querySelector("details")?.open === true;
    line?.replaceChildren(...seasonPicture(points, this.#texts));
    line?.querySelector("details")?.toggleAttribute("open", isTableOpen);
    show(this.querySelector<HTMLElement>("form[data-part=mark]"), goal.closed_on === null);
    part(this, "seen")?.replaceChildren(...seenRows(seen, circle, this.#texts));
    show(part(this, "nothing-seen"), seen.length === 0);
  }

  #showExercises(goal: OwnGoal): void {
    const all = document
      .querySelector<HTMLTemplateElement>("template#exercises")
      ?.content.querySelectorAll("li");
    const found = fitting([...(all ?? [])], [...goal.capabilities, ...goal.themes], ({ dataset }) => ({
      mainly: (dataset.mainly ?? "").split(" "),
      also: (dataset.also ?? "").split(" "),
    }));
    const rows = found.slice(0, MOST_EXERCISES).map((row) => row.cloneNode(true));
    part(this, "exercises")?.replaceChildren(...rows);
    show(part(this, "practice"), rows.length > 0 && goal.closed_on === null);
  }
}

customElements.define("learning-goal", GoalPage);
