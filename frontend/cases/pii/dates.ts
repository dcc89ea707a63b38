/** Dates as people write them, in Dutch and English. */
import type { Range } from "./finding.ts";

const MONTHS = [
  "jan januari january",
  "feb februari february",
  "mrt maa maart mar march",
  "apr april",
  "mei may",
  "jun juni june",
  "jul juli july",
  "aug augustus august",
  "sep sept september",
  "okt oct oktober october",
  "nov november",
  "dec december",
].map((names) => names.split(" "));
const MONTH = MONTHS.flat()
  .sort((one, other) => other.length - one.length)
  .join("|");

const DAY_FIRST = /(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g;
const YEAR_FIRST = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
const IN_WORDS = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|e|de|ste)?\\s+(?:of\\s+)?(${MONTH})\\b\\.?,?(?:\\s+'?(\\d{4}|\\d{2}(?!\\d|:|\\.\\d|\\s?uur)))?`,
  "gi",
);
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s+(\\d{4})\\b`, "gi");

export interface Written extends Range {
  /** Null where none is written; two figures are left as they are. */
  readonly year: number | null;
}

/** Every date in a text that the calendar knows; day and month either way round. */
export function datesIn(text: string): readonly Written[] {
  return [
    ...found(text, DAY_FIRST, ([, day, , month, year]) => [day, month, year]),
    ...found(text, YEAR_FIRST, ([, year, month, day]) => [day, month, year]),
    ...found(text, MONTH_FIRST, ([, month, day, year]) => [day, numberOf(month), year]),
    ...found(text, IN_WORDS, ([, day, month, year]) => [day, numberOf(month), year]),
  ];
}

type Parts = readonly [string | undefined, string | undefined, string | undefined];

function found(
  text: string,
  pattern: RegExp,
  partsOf: (match: RegExpExecArray) => Parts,
): readonly Written[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [day, month, year] = partsOf(match);
    if (!exists(Number(day), Number(month)) && !exists(Number(month), Number(day))) return [];
    const end = match.index + match[0].length;
    return [{ start: match.index, end, year: year === undefined ? null : Number(year) }];
  });
}

function exists(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

function numberOf(month: string | undefined): string {
  return String(1 + MONTHS.findIndex((names) => names.includes((month ?? "").toLowerCase())));
}
