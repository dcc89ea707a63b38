import type { Circle } from "../live/circle.ts";
import type { OwnGoal, SharedGoal } from "../live/goal-shapes.ts";
import { Refused } from "../live/http.ts";
import type { Learning } from "../live/learning-goals.ts";
import { learningIn } from "../live/learning-goals.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { nameIn, nameOf } from "./goal-parts.ts";
import { opened, say, sayOpened, show } from "./make.ts";
import type { MarkScale } from "./mark-scale.ts";
import { scaleIn } from "./mark-scale.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

const DRAFT = "draft.goal.feedback";

/**
 * After a meeting: what one saw of each goal that another shares, and how far one's own goals go.
 *
 *     <goals-at-meeting data-meeting="…" data-on="2026-11-30" data-goals="/circles/…/goals/">
 *       <p data-part="nothing" hidden></p> <div data-part="others"></div> <div data-part="mine"></div>
 *     </goals-at-meeting>
 *     <template id="goal-seen">…</template> <template id="own-mark">…</template>
 */
export class GoalsAtMeeting extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const learning = await learningIn(circle);
    const shared = learning.shared.filter((goal) => !goal.isMine && this.#isAsked(goal));
    const mine = learning.goals.filter((goal) => goal.since <= this.#on && isOpenOn(goal, this.#on));
    part(this, "others")?.replaceChildren(...shared.map((goal) => this.#other(goal, learning, circle)));
    part(this, "mine")?.replaceChildren(...mine.map((goal) => this.#mine(goal, learning)));
    show(part(this, "others"), shared.length > 0);
    show(part(this, "mine"), mine.length > 0);
    show(part(this, "nothing"), shared.length === 0);
    this.dataset.state = "open";
  }

  /** What was shared after the meeting nobody could look out for. */
  #isAsked(goal: SharedGoal): boolean {
    return goal.since <= this.#on && isOpenOn(goal, this.#on);
  }

  get #on(): string {
    return this.dataset.on ?? "";
  }

  #other(goal: SharedGoal, learning: Learning, circle: Circle): HTMLElement {
    const { meeting = "" } = this.dataset;
    const { row, form, scale } = rowOf("goal-seen", goal.id);
    const name = nameIn(circle, goal.by, this.#texts);
    say(part(row, "whose"), this.#texts.say("seen.whose", { name }));
    sayOpened(part(row, "wish"), nameOf(goal, this.#texts));
    sayOpened(part(row, "differently"), goal.wish.trim() === "" ? "" : goal.differently);
    say(part(row, "asks"), this.#texts.say("seen.asks", { name }));
    const area = row.querySelector("textarea");
    if (!form || !scale || !area) return row;
    const place = { group: circle.group, item: `${meeting}:${goal.id}`, field: DRAFT };
    const fill = (): void => {
      const told = learning.ownFeedback(goal.id, meeting);
      area.value = told?.words ?? "";
      scale.mark = told?.mark ?? null;
      show(part(row, "done"), told !== undefined);
      show(buttonPart(row, "take-back"), told !== undefined);
    };
    fill();
    void restore(place, area, scale);
    form.addEventListener("input", () => void keep(place, area, scale));
    form.addEventListener("change", () => void keep(place, area, scale));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [words, mark] = [area.value.trim(), scale.mark];
      if (show(part(row, "empty"), words === "" && mark === null)) {
        area.focus();
        return;
      }
      void this.#do(row, async () => {
        await learning.giveFeedback({ goal: goal.id, meeting, on: this.#on, mark, words });
        vault.dropDraft(place);
        fill();
        close(row);
      });
    });
    buttonPart(row, "take-back")?.addEventListener("click", () => {
      const told = learning.ownFeedback(goal.id, meeting);
      if (told)
        void this.#do(row, async () => {
          await learning.takeFeedbackBack(told);
          vault.dropDraft(place);
          fill();
          close(row);
        });
    });
    return row;
  }

  #mine(goal: OwnGoal, learning: Learning): HTMLElement {
    const { row, form, scale } = rowOf("own-mark", goal.id);
    say(part(row, "whose"), this.#texts.say("seen.mine"));
    const way = part(row, "goal");
    way?.replaceChildren(opened("span", {}, nameOf(goal, this.#texts)));
    way?.setAttribute("href", `${this.dataset.goals ?? ""}${goal.id}/`);
    if (!form || !scale) return row;
    const given = learning.marks(goal.id).find(({ on }) => on === this.#on);
    scale.mark = given?.mark ?? null;
    show(part(row, "done"), given !== undefined);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { mark } = scale;
      if (show(part(row, "empty"), mark === null) || mark === null) return;
      void this.#do(row, async () => {
        await learning.mark(goal.id, mark, this.#on);
        show(part(row, "done"), true);
        close(row);
      });
    });
    return row;
  }

  async #do(row: HTMLElement, deed: () => Promise<void>): Promise<void> {
    const button = buttonPart(row, "tell");
    if (button) button.disabled = true;
    try {
      await deed();
      show(part(row, "error"), false);
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(row, "error"), sentence === "" ? this.#texts.say("goal.failed") : sentence);
      show(part(row, "error"), true);
    } finally {
      if (button) button.disabled = false;
    }
  }
}

interface Row {
  readonly row: HTMLDetailsElement;
  readonly form: HTMLFormElement | null;
  readonly scale: MarkScale | null;
}

function rowOf(template: string, goal: string): Row {
  const drawn = document
    .querySelector<HTMLTemplateElement>(`template#${template}`)
    ?.content.querySelector("details");
  const row = document.importNode(drawn ?? document.createElement("details"), true);
  const scale = scaleIn(row);
  scale?.belongTo(`${template}-${goal}`);
  return { row, form: row.querySelector("form"), scale };
}

function close(row: HTMLDetailsElement): void {
  row.open = false;
  row.querySelector("summary")?.focus();
}

const isOpenOn = ({ closed_on }: Pick<OwnGoal, "closed_on">, on: string): boolean =>
  closed_on === null || closed_on >= on;

interface DraftPlace {
  readonly group: string;
  readonly item: string;
  readonly field: string;
}

async function restore(place: DraftPlace, area: HTMLTextAreaElement, scale: MarkScale): Promise<void> {
  const kept = await vault.draft(place);
  if (kept === null) return;
  const { words, mark } = JSON.parse(kept) as { words: string; mark: number | null };
  area.value = words;
  scale.mark = mark;
  area.closest("details")?.setAttribute("open", "");
}

const keep = (place: DraftPlace, area: HTMLTextAreaElement, { mark }: MarkScale): Promise<void> =>
  vault.keepDraft({ ...place, text: JSON.stringify({ words: area.value, mark }) });

customElements.define("goals-at-meeting", GoalsAtMeeting);
