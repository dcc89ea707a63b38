/** Ratings that are flat and perfect: everybody gives full marks, each time. */
import { last } from "../history.ts";
import type { Measure } from "../signal.ts";
import { percent } from "../signal.ts";

const FULL_MARKS = 5;

export const flatAndPerfect: Measure = (history, _today, limit) => {
  const rated = history.meetings.filter(({ ratings }) => ratings.length >= limit("answers"));
  const lately = last(limit("last"), rated);
  if (lately.length < limit("least")) return null;
  const answers = lately.flatMap(({ ratings }) => ratings);
  const perfect = answers.filter(({ depth, safety }) => depth === FULL_MARKS && safety === FULL_MARKS).length;
  return {
    worthALook: perfect >= limit("share") * answers.length,
    numbers: { meetings: lately.length, percent: percent(perfect, answers.length) },
  };
};
