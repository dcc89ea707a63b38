/** What members say after a meeting: two marks without a name, counted here. */
import type { Rating } from "../vitality/history.ts";
import type { Circle } from "./circle.ts";
import { kept, markOf } from "./kept.ts";

const RATING = "meeting.rating"; // item: random, or it would say whose it is

/** The text of the field `meeting.rating`, version 1. */
interface Rated extends Rating {
  readonly v: 1;
  readonly meeting: string;
}

/** One's own, to answer anew: under the same item. */
export interface OwnRating extends Rating {
  readonly item: string;
  readonly rev: number;
}

export interface Ratings {
  /** All that open, by meeting. */
  readonly given: ReadonlyMap<string, readonly Rating[]>;
  readonly mine: ReadonlyMap<string, OwnRating>;
}

export async function readRatings(circle: Circle): Promise<Ratings> {
  const given = new Map<string, Rating[]>();
  const mine = new Map<string, OwnRating>();
  for (const { item, rev, isMine, says } of await kept(circle, [RATING])) {
    const [meeting, depth, safety] = [says?.meeting, markOf(says?.depth), markOf(says?.safety)];
    // A mark that is none would shift every mean.
    if (typeof meeting !== "string" || depth === null || safety === null) continue;
    if (isMine && mine.has(meeting)) continue; // two devices at once: one of them counts
    if (isMine) mine.set(meeting, { item, rev, depth, safety });
    given.set(meeting, [...(given.get(meeting) ?? []), { depth, safety }]);
  }
  return { given, mine };
}

/** Keeps an answer for the circle, without a name; refuses with 409 where another device of ours was first. */
export async function keepRating(
  circle: Circle,
  meeting: string,
  { depth, safety }: Rating,
  before: OwnRating | undefined,
): Promise<void> {
  const rated: Rated = { v: 1, meeting, depth, safety };
  const { item, rev } = before ?? { item: crypto.randomUUID(), rev: 0 };
  await circle.keepUnnamed(RATING, item, rev + 1, JSON.stringify(rated));
}
