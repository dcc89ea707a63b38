/** Meetings that are too short to go deep. */
import { last } from "../history.ts";
import type { Measure } from "../signal.ts";

export const shortMeetings: Measure = (history, _today, limit) => {
  const lately = last(limit("last"), history.meetings);
  if (lately.length < limit("least")) return null;
  const minutes = limit("minutes");
  const short = lately.filter((meeting) => meeting.used_minutes < minutes).length;
  return { worthALook: short >= limit("times"), numbers: { meetings: lately.length, short, minutes } };
};
