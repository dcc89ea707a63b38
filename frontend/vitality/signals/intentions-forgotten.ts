/** Intentions that nobody looks back at. */
import { last } from "../history.ts";
import type { Measure } from "../signal.ts";
import { percent } from "../signal.ts";

export const intentionsForgotten: Measure = (history, _today, limit) => {
  // Those of the last meeting still have to get their turn.
  const hadATurn = history.meetings.slice(0, -1).filter(({ intentions }) => intentions.length > 0);
  const made = last(limit("last"), hadATurn).flatMap(({ intentions }) => intentions);
  if (made.length < limit("least")) return null;
  const back = made.filter((intention) => intention.looked_back).length;
  return {
    worthALook: back < limit("share") * made.length,
    numbers: { made: made.length, back, percent: percent(back, made.length) },
  };
};
