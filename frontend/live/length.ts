/** How long a meeting is planned to take. */
import type { Plan } from "./messages.ts";

const PRESENTERS = 3; // counted on where everybody presents in turn, as in core/meetings/parts.py

/** In seconds; what is repeated with each next presenter counts as often. */
export function lengthOf({ phases }: Pick<Plan, "phases">): number {
  const times = phases.map(() => 1);
  for (const [last, { phase }] of phases.entries()) {
    const way = phase.next_presenter;
    if (!way) continue;
    const first = phases.map((planned) => planned.phase.id).lastIndexOf(way.to, last);
    if (first >= 0) times.fill(Math.min(PRESENTERS, way.presenters ?? PRESENTERS), first, last + 1);
  }
  return phases.reduce((sum, { seconds }, place) => sum + seconds * (times[place] ?? 1), 0);
}
