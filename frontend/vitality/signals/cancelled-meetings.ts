/** Meetings that had a date and weren't held. */
import { last, sum } from "../history.ts";
import type { Measure } from "../signal.ts";

export const cancelledMeetings: Measure = (history, _today, limit) => {
  const dates = [
    ...history.meetings.map(({ on }) => ({ on, dropped: 0 })),
    ...history.cancelled.map(({ on }) => ({ on, dropped: 1 })),
  ].sort((one, other) => (one.on === other.on ? one.dropped - other.dropped : one.on < other.on ? -1 : 1));
  const lately = last(limit("last"), dates);
  if (lately.length < limit("least")) return null;
  const cancelled = sum(lately.map(({ dropped }) => dropped));
  return { worthALook: cancelled >= limit("times"), numbers: { dates: lately.length, cancelled } };
};
