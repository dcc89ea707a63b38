/** No case a week before: people come to see what comes. */
import { last } from "../history.ts";
import type { Measure } from "../signal.ts";

export const noCaseAhead: Measure = (history, _today, limit) => {
  const known = history.meetings.map((meeting) => meeting.case_ahead).filter((ahead) => ahead !== null);
  const lately = last(limit("last"), known);
  if (lately.length < limit("least")) return null;
  const without = lately.filter((ahead) => !ahead).length;
  return { worthALook: without >= limit("times"), numbers: { meetings: lately.length, without } };
};
