import { lengthOf } from "../live/length.ts";
import type { PlannedPhase, RoomNow } from "../live/seen.ts";
import { keepRows, make, say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

const WIDE = "(min-width: 72rem)"; // where the whole row fits without pushing the room away

interface Part {
  readonly name: string;
  readonly first: number;
  readonly phases: readonly PlannedPhase[];
}

/**
 * The whole meeting as a row of phases with their minutes; where it is now stands out.
 *
 *     <phase-rail class="phase-rail">
 *       <details data-part="all">
 *         <summary data-part="summary"></summary>
 *         <ol class="phase-rail__blocks" data-part="blocks"></ol>
 *       </details>
 *     </phase-rail>
 */
export class PhaseRail extends RoomElement {
  #shownPhase: number | null = null;
  #shownPlan: RoomNow["plan"] | null = null; // its words may come later than its minutes

  connectedCallback(): void {
    const all = this.querySelector("details");
    if (all) all.open = matchMedia(WIDE).matches;
  }

  showRoom(room: RoomNow): void {
    if (!show(this, !room.isOver)) return;
    if (room.phaseIndex === this.#shownPhase && room.plan === this.#shownPlan) return;
    this.#shownPhase = room.phaseIndex;
    this.#shownPlan = room.plan;
    say(this.piece("summary"), this.#summary(room));
    const blocks = this.piece("blocks");
    if (!blocks) return;
    keepRows(
      blocks,
      parts(room),
      ({ first }) => String(first),
      () => make("li", { class: "phase-rail__block" }),
      (row, part) => this.#fill(row, part, room),
    );
    const now = blocks.querySelector<HTMLElement>("[aria-current]");
    if (now) {
      const [row, place] = [blocks.getBoundingClientRect(), now.getBoundingClientRect()];
      if (place.right > row.right || place.left < row.left)
        blocks.scrollBy({ left: place.left - row.left - 40 });
    }
  }

  #summary({ plan, phaseIndex, stage }: RoomNow): string {
    if (stage === "gathering")
      return this.texts.say("rail.before", {
        phases: plan.phases.length,
        time: this.#time(lengthOf(plan), plan.pace),
      });
    return this.texts.say("rail.now", { number: phaseIndex + 1, of: plan.phases.length });
  }

  #fill(row: HTMLElement, { name, first, phases }: Part, { phaseIndex, plan, language }: RoomNow): void {
    row.style.setProperty("--phases", String(phases.length));
    row.replaceChildren(
      make("p", { class: "phase-rail__block-name" }, name),
      make(
        "ol",
        { class: "phase-rail__phases" },
        ...phases.map((phase, i) => {
          const place = first + i;
          const state = place < phaseIndex ? "past" : place === phaseIndex ? "now" : "later";
          return make(
            "li",
            {
              class: `phase-rail__phase phase-rail__phase--${state}`,
              "aria-current": state === "now" && "step",
            },
            make("span", {}, phase.phase.name[language]),
            make("span", { class: "phase-rail__minutes" }, this.#time(phase.seconds, plan.pace)),
          );
        }),
      ),
    );
  }

  #time(seconds: number, pace: string): string {
    return pace === "days"
      ? this.texts.count("days", Math.max(1, Math.round(seconds / 86_400)))
      : this.texts.count("minutes", Math.max(1, Math.round(seconds / 60)));
  }
}

/** Phases that stand together in one block. */
function parts({ plan, language }: RoomNow): Part[] {
  const found: Part[] = [];
  plan.phases.forEach((phase, i) => {
    const last = found.at(-1);
    if (last?.phases[0]?.block === phase.block)
      found[found.length - 1] = { ...last, phases: [...last.phases, phase] };
    else found.push({ name: phase.block_name[language], first: i, phases: [phase] });
  });
  return found;
}

customElements.define("phase-rail", PhaseRail);
