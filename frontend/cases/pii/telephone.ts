/** Telephone numbers: Dutch, Belgian and British ones as written there, and any with a country code. */
import { datesIn } from "./dates.ts";
import type { Finder } from "./finding.ts";
import { digitsOf, matches } from "./finding.ts";

const CANDIDATE =
  /(?<![\p{L}\d€$£,.:/-])(?<![€$£] ?)(?:\+ ?|\(0(?=\d{1,4}\))|0)\d(?:[ ./()-]{0,2}\d){6,13}(?!\d|[:,]\d)/gu;
const ABROAD = /^(?:00)?[1-9]\d{7,13}$/;
const NATIONAL = /^0[1-9]\d{8,9}$/; // ten figures, eleven in Britain
const BELGIAN = /^0[1-9]\d{7}$/; // nine, which are too common a number without a space between

export const telephone: Finder = (text) => {
  // A date and a number after it look just like one: 01-02-2026 14.
  const plain = [...datesIn(text)].reduce(
    (rest, { start, end }) => rest.slice(0, start) + "x".repeat(end - start) + rest.slice(end),
    text,
  );
  return matches(plain, CANDIDATE, ([found]) => isNumber(found));
};

function isNumber(found: string): boolean {
  const digits = digitsOf(found);
  if (found.startsWith("+") || digits.startsWith("00")) return ABROAD.test(digits.replace(/^00/, ""));
  return NATIONAL.test(digits) || (BELGIAN.test(digits) && /\d[ ./-]\d/.test(found));
}
