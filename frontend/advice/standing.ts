/** Where a circle stands: which method it is learning, and what it can carry. Twin of `advice/standing.py`. */
import type { Level, Measures, Situation } from "./shapes.ts";

export const currentMethod = ({ history }: Situation): string | null => history.at(-1) ?? null;

/** How many meetings ago the circle did a method: 1 is the latest one, null is never. */
export function meetingsSince({ history }: Situation, method: string): number | null {
  const place = history.lastIndexOf(method);
  return place < 0 ? null : history.length - place;
}

export const timesDone = ({ history }: Situation, method: string): number =>
  history.filter((done) => done === method).length;

/** Whether the circle still learns to work by one method. */
export function isBeginning({ history, familiarity }: Situation, { season }: Measures): boolean {
  if (history.length === 0) return true;
  const hasVaried = history.length >= season && new Set(history).size > 1;
  return familiarity !== "most" && !hasVaried;
}

/** How hard a method this circle can carry. */
export function levelOf(situation: Situation, measures: Measures): Level {
  const { history } = situation;
  if (isBeginning(situation, measures) || history.length < measures.acquainted) return "beginner";
  if (history.length < measures.season || new Set(history).size === 1) return "intermediate";
  return "advanced";
}

/** Whether members couldn't say what mattered to them, the last time. */
export const feelsUnsafe = ({ evaluation: { safety } }: Situation, { low }: Measures): boolean =>
  safety !== null && safety <= low;

/** Whether the last time remained on the surface. */
export const stayedShallow = ({ evaluation: { depth } }: Situation, { low }: Measures): boolean =>
  depth !== null && depth <= low;
