/** Small talk that eats the evening. */
import { last, secondsFor, sum } from "../history.ts";
import type { Measure } from "../signal.ts";
import { percent } from "../signal.ts";

export const smallTalk: Measure = (history, _today, limit) => {
  const timed = history.meetings.filter(
    (meeting) => meeting.stretches.length > 0 && meeting.used_minutes > 0,
  );
  const lately = last(limit("last"), timed);
  if (lately.length < limit("least")) return null;
  const talked = sum(lately.map((meeting) => secondsFor(meeting, "small_talk").used));
  const whole = 60 * sum(lately.map((meeting) => meeting.used_minutes));
  return {
    worthALook: talked > limit("share") * whole,
    numbers: { meetings: lately.length, percent: percent(talked, whole) },
  };
};
