/**
 * Birth dates: a date that the text calls so, or a whole date from so long ago that it is hardly a meeting's.
 *
 * The day on which a circle met or a case happened isn't meant, and those are seldom older than a few years.
 */
import { datesIn } from "./dates.ts";
import type { Finder, Range } from "./finding.ts";
import { after, before, matches } from "./finding.ts";

const YEARS_AGO = 3;
const FIRST_YEAR = 1900;
const CALLED_SO =
  /(?:\bgeb(?:oren)?\b\.?|\bgeboortedatum\b|\bgeboortedag\b|\bjarig\b|\bverjaardag\b|\bborn\b|\bdate of birth\b|\bDOB\b|\bbirthday\b)[^.!?\n\d]{0,15}$/i;
const CALLED_SO_AFTER = /^[^.!?\n\d]{0,12}\b(?:geboren|jarig|born)\b/i;
/** 'd.o.b.' and figures alone: 'geb. 120384'. */
const FIGURES = /\b(?:geb\.?|dob)\s*:?\s*\d{6}(?:\d{2})?\b/gi;

export const birthDate: Finder = (text, today) => {
  const thisYear = Number(today.slice(0, 4));
  const dates = datesIn(text).filter((date) => isCalledSo(text, date) || isLongAgo(date.year, thisYear));
  return [...dates.map(({ start, end }) => ({ start, end })), ...matches(text, FIGURES)];
};

function isCalledSo(text: string, { start, end }: Range): boolean {
  return CALLED_SO.test(before(text, start)) || CALLED_SO_AFTER.test(after(text, end));
}

function isLongAgo(year: number | null, thisYear: number): boolean {
  return year !== null && year >= FIRST_YEAR && year <= thisYear - YEARS_AGO;
}
