/** Who hasn't brought a case for long; the rule of `core/rhythm/reminding.py`. Days as in 2026-11-30. */

export interface Reminder {
  readonly member: string;
  /** Held since they last brought a case or came in. */
  readonly meetings: number;
}

/**
 * Who hasn't brought one for as many meetings as it takes for everybody to have a turn, the longest first. `since` has
 * for each member the day on which they last brought one, or came in; `least` is as many as there are members, if not given.
 */
export function whomToRemind(
  since: Readonly<Record<string, string>>,
  held: readonly string[],
  least: number | null = null,
): readonly Reminder[] {
  const long = Math.max(1, least ?? Object.keys(since).length);
  return Object.entries(since)
    .map(([member, day]) => ({ member, meetings: held.filter((on) => day < on).length }))
    .filter(({ meetings }) => meetings >= long)
    .sort(
      (one, other) =>
        other.meetings - one.meetings || (one.member < other.member ? -1 : one.member > other.member ? 1 : 0),
    );
}
