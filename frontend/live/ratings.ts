/** What members say after a meeting: two marks without a name, counted here. */
import type { Rating } from "../vitality/history.ts";
import type { Circle, SealedText } from "./circle.ts";
import { valueIn } from "./read-all.ts";

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
  const texts = await circle.texts([RATING]);
  const opened = await circle.read(texts);
  const given = new Map<string, Rating[]>();
  const mine = new Map<string, OwnRating>();
  for (const [i, text] of texts.entries()) {
    const one = opened[i];
    const rated = one && "text" in one ? ratedIn(one.text) : null;
    if (rated === null) continue;
    const { meeting, depth, safety } = rated;
    if (text.mine && mine.has(meeting)) continue; // two devices at once: one of them counts
    if (text.mine) mine.set(meeting, { ...place(text), depth, safety });
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

function place({ item, rev }: SealedText): { item: string; rev: number } {
  return { item, rev };
}

/** A mark that is none would shift every mean. */
function ratedIn(text: string): Rated | null {
  const rated: Partial<Rated> = valueIn(text) ?? {};
  const isWhole = typeof rated.meeting === "string" && isMark(rated.depth) && isMark(rated.safety);
  return isWhole ? (rated as Rated) : null;
}

function isMark(mark: unknown): boolean {
  return Number.isInteger(mark) && Number(mark) >= 1 && Number(mark) <= 5;
}
