/** A learning goal through the season, where it is opened. The twin of `season_line` in `core/growth/goals.py`. */

export interface Goal {
  readonly owner: string;
  /** Days as in 2026-11-30. */
  readonly since: string;
  /** Null while it is private. */
  readonly shared_since: string | null;
}

export interface OwnMark {
  readonly on: string;
  readonly mark: number;
}

export interface Feedback extends OwnMark {
  readonly by: string;
}

/** One day: the owner's mark, the mean of fellow members to one decimal, and how many gave one. */
export interface Point {
  readonly on: string;
  readonly own: number | null;
  readonly seen: number | null;
  readonly voices: number;
}

/** What others said before the goal was shared can't be about it and is left out. */
export function seasonLine(
  goal: Goal,
  own: readonly OwnMark[],
  feedback: readonly Feedback[],
): readonly Point[] {
  const ownByDay = new Map<string, number>();
  for (const { on, mark } of own) if (on >= goal.since) ownByDay.set(on, mark);
  const seenByDay = new Map<string, Map<string, number>>();
  for (const { by, on, mark } of feedback) {
    if (goal.shared_since === null || on < goal.shared_since || by === goal.owner) continue;
    const ofDay = seenByDay.get(on) ?? new Map<string, number>();
    seenByDay.set(on, ofDay.set(by, mark));
  }
  return [...new Set([...ownByDay.keys(), ...seenByDay.keys()])].sort().map((on) => {
    const marks = [...(seenByDay.get(on)?.values() ?? [])];
    return { on, own: ownByDay.get(on) ?? null, seen: mean(marks), voices: marks.length };
  });
}

function mean(marks: readonly number[]): number | null {
  if (marks.length === 0) return null;
  const total = marks.reduce((sum, mark) => sum + mark, 0);
  return Math.floor((10 * total) / marks.length + 0.5) / 10;
}
