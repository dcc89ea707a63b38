/** Safety that falls: people feel less free to say what matters than they did. */
import type { Meeting } from "../history.ts";
import { last, sum } from "../history.ts";
import type { Measure } from "../signal.ts";
import { tenths } from "../signal.ts";

export const safetyFalling: Measure = (history, _today, limit) => {
  const rated = history.meetings.filter(({ ratings }) => ratings.length >= limit("answers"));
  const lately = last(limit("last"), rated).map(safetyOf);
  const now = lately.at(-1);
  if (lately.length < limit("least") || now === undefined) return null;
  const earlier = lately.slice(0, -1);
  const before = sum(earlier) / earlier.length;
  return {
    worthALook: before - now >= limit("points") || now < limit("floor"),
    numbers: { before: tenths(before), now: tenths(now) },
  };
};

function safetyOf({ ratings }: Meeting): number {
  return sum(ratings.map(({ safety }) => safety)) / ratings.length;
}
