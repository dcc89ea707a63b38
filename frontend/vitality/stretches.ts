/** Where the time of a meeting went, from its plan and the time each phase took. The twin of `core/vitality/stretches.py`. */
import type { Stretch, StretchTime } from "./history.ts";

/** As much of a planned phase as tells what it is for. */
export interface Timed {
  readonly block: string;
  readonly of_method: boolean;
  readonly seconds: number;
  readonly phase: {
    readonly floor: { readonly mode: string; readonly question_only: boolean };
    readonly writing: readonly { readonly kind: string }[];
  };
}

const STRETCHES: readonly Stretch[] = ["small_talk", "questions", "advice", "other"];
const ARRIVAL = "arrival"; // the block in which people come in and catch up
const ASKING = ["question_and_answer", "listed_questions", "interview", "statement_when_asked"];

/** One row for each stretch that the plan has. `used`: seconds by the number of the phase, all its rounds together. */
export function stretchesOf(
  phases: readonly Timed[],
  used: ReadonlyMap<number, number>,
): readonly StretchTime[] {
  return STRETCHES.map((stretch) => {
    const own = [...phases.entries()].filter(([, phase]) => stretchOf(phase) === stretch);
    return {
      stretch,
      planned_seconds: own.reduce((sum, [, { seconds }]) => sum + seconds, 0),
      used_seconds: own.reduce((sum, [number]) => sum + (used.get(number) ?? 0), 0),
    };
  })
    .filter((time) => time.planned_seconds > 0 || time.used_seconds > 0)
    .map((time) => ({ ...time, used_seconds: Math.floor(time.used_seconds + 0.5) }));
}

function stretchOf({ block, of_method: ofMethod, phase: { floor, writing } }: Timed): Stretch {
  if (block === ARRIVAL) return "small_talk";
  if (!ofMethod) return "other";
  const kinds = writing.map(({ kind }) => kind);
  if (kinds.includes("advice")) return "advice";
  return ASKING.includes(floor.mode) || floor.question_only || kinds.includes("question")
    ? "questions"
    : "other";
}
