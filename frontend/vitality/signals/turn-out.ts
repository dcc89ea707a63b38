/** Turn-out: how many of those expected were there lately. */
import { last, present, sum } from "../history.ts";
import type { Measure } from "../signal.ts";
import { percent } from "../signal.ts";

export const turnOut: Measure = (history, _today, limit) => {
  const taken = history.meetings.filter(({ presences }) => presences.length > 0);
  const lately = last(limit("last"), taken);
  if (lately.length < limit("least")) return null;
  const expected = sum(lately.map(({ presences }) => presences.length));
  const there = sum(lately.map(present));
  return {
    worthALook: there < limit("share") * expected,
    numbers: { meetings: lately.length, present: there, expected, percent: percent(there, expected) },
  };
};
