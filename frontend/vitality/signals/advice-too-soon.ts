/** Advice too soon: the phases for questions got far less than was planned for them. */
import { last, secondsFor, sum } from "../history.ts";
import type { Measure } from "../signal.ts";
import { percent } from "../signal.ts";

export const adviceTooSoon: Measure = (history, _today, limit) => {
  const withCase = history.meetings.filter(({ cases }) => cases.length > 0);
  const times = withCase.map((meeting) => secondsFor(meeting, "questions"));
  const lately = last(
    limit("last"),
    times.filter((time) => time.planned > 0),
  );
  if (lately.length < limit("least")) return null;
  const planned = sum(lately.map((time) => time.planned));
  const used = sum(lately.map((time) => time.used));
  return {
    worthALook: used < limit("share") * planned,
    numbers: { meetings: lately.length, percent: percent(used, planned) },
  };
};
