/** What is sealed about learning goals, and how it is read. The words are those of `kring.core.growth.goals`. */
import type { Kept } from "./kept.ts";
import { dayOf, markOf, words, wordsIn } from "./kept.ts";

export const OWN = "goal.own";
export const MARK = "goal.mark";
export const SHARED = "goal.shared";
export const FEEDBACK = "goal.feedback";
export const MIRROR = "goal.mirror";
export const QUADRANT = "goal.quadrant";

export type Ending = "reached" | "let_go";

export interface GoalText {
  /** What it touches: words of capabilities and themes. */
  readonly capabilities: readonly string[];
  readonly themes: readonly string[];
  readonly own_view: string;
  readonly wish: string;
  readonly differently: string;
  /** Days as in 2026-11-30. */
  readonly since: string;
  readonly closed_on: string | null;
  readonly ending: Ending | null;
}

/** A goal of one's own, version 1; the text of `goal.own`. */
export interface OwnGoal extends GoalText {
  readonly id: string;
  /** The day on which it was shared first; it stays when sharing stops, because feedback from then on is about it. */
  readonly shared_since: string | null;
}

/** What a member lets the circle know, version 1; the text of `goal.shared`. `since` is the day of the first sharing. */
export interface SharedGoal extends GoalText {
  readonly id: string;
  readonly by: string;
  readonly isMine: boolean;
  readonly cameLater: readonly string[];
}

/** What a fellow member saw of a goal at a meeting, version 1; the text of `goal.feedback`. */
export interface SeenGoal {
  readonly item: string;
  readonly rev: number;
  readonly by: string;
  readonly isMine: boolean;
  readonly goal: string;
  readonly meeting: string;
  /** The day of the meeting. */
  readonly on: string;
  readonly mark: number | null;
  readonly words: string;
}

/** How one sees a capability of one's own now, and what one wishes. */
export interface Mirrored {
  readonly now: number | null;
  readonly wish: number | null;
  readonly words: string;
}

/** By capability. */
export type Mirror = Readonly<Record<string, Mirrored>>;

export const CORNERS = ["strength", "pitfall", "challenge", "allergy"] as const;
export type Quadrant = Readonly<Record<(typeof CORNERS)[number], string>>;

export interface OwnMark {
  readonly on: string;
  readonly mark: number;
}

type Says = Readonly<Record<string, unknown>>;

export function ownGoal({ item, says }: Kept): OwnGoal | null {
  const text = says && goalText(says);
  return text && { id: item, ...text, shared_since: dayOf(says.shared_since) };
}

export function sharedGoal({ item, by, isMine, cameLater, says }: Kept): SharedGoal | null {
  const text = says && goalText(says);
  return text && { id: item, by, isMine, cameLater, ...text };
}

export function seenGoal({ item, rev, by, isMine, says }: Kept): SeenGoal | null {
  const on = dayOf(says?.on);
  if (!says || on === null) return null;
  return {
    ...{ item, rev, by, isMine, on },
    goal: words(says.goal),
    meeting: words(says.meeting),
    mark: markOf(says.mark),
    words: words(says.words),
  };
}

export function mirrorOf(says: Says): Mirror {
  const capabilities = (says.capabilities ?? {}) as Readonly<Record<string, Says | undefined>>;
  return Object.fromEntries(
    Object.entries(capabilities).map(([word, one]) => [
      word,
      { now: markOf(one?.now), wish: markOf(one?.wish), words: words(one?.words) },
    ]),
  );
}

export function quadrantOf(says: Says): Quadrant {
  const { strength, pitfall, challenge, allergy } = says;
  return {
    strength: words(strength),
    pitfall: words(pitfall),
    challenge: words(challenge),
    allergy: words(allergy),
  };
}

export function marksOf(says: Says): readonly OwnMark[] {
  const marks = Array.isArray(says.marks) ? (says.marks as readonly (Says | null)[]) : [];
  return marks.flatMap((one) => {
    const [on, mark] = [dayOf(one?.on), markOf(one?.mark)];
    return on !== null && mark !== null ? [{ on, mark }] : [];
  });
}

/** The capabilities in which somebody wishes to grow most, two at most. */
export function widestGaps(mirror: Mirror): readonly string[] {
  return Object.entries(mirror)
    .map(([word, { now, wish }]) => ({ word, gap: (wish ?? 0) - (now ?? wish ?? 0) }))
    .filter(({ gap }) => gap > 0)
    .sort((one, other) => other.gap - one.gap)
    .slice(0, 2)
    .map(({ word }) => word);
}

function goalText(says: Says): GoalText | null {
  const since = dayOf(says.since);
  if (since === null) return null;
  return {
    capabilities: wordsIn(says.capabilities),
    themes: wordsIn(says.themes),
    own_view: words(says.own_view),
    wish: words(says.wish),
    differently: words(says.differently),
    since,
    closed_on: dayOf(says.closed_on),
    ending: says.ending === "reached" || says.ending === "let_go" ? says.ending : null,
  };
}
