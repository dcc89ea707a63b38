/** Overrun: meetings that end later than was agreed. */
import { last } from "../history.ts";
import type { Measure } from "../signal.ts";

export const overrun: Measure = (history, _today, limit) => {
  const lately = last(limit("last"), history.meetings);
  if (lately.length < limit("least")) return null;
  const minutes = limit("minutes");
  const late = lately.filter((meeting) => meeting.used_minutes - meeting.planned_minutes > minutes).length;
  return { worthALook: late >= limit("times"), numbers: { meetings: lately.length, late, minutes } };
};
