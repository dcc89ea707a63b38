/**
 * Numbers that the state gives to one person: the Dutch BSN, and the British National Insurance and NHS numbers.
 *
 * One in eleven random numbers passes an eleven-test, so a number that says it is something else (money) is left alone,
 * and one that is written in an unusual way counts only where the text calls it by its name.
 */
import type { Finder } from "./finding.ts";
import { digitsOf, matches } from "./finding.ts";

const BSN =
  /(?<![\d.,€$£+-])(?<![€$£]\s)\d{3}([ .-]?)\d{3}\1\d{3}(?![\d,]|[.-]\d|\s?(?:euro|pond|pounds?)\b)/g;
const BSN_IN_FOURS = /(?<![\d.,])\d{4}\.\d{2}\.\d{3}(?!\d)/g;
const BSN_BY_NAME = /(?<=\b(?:bsn|burgerservicenummer|sofi-?nummer)\b[^\d\n]{0,20})\d[\d .-]{6,12}\d/gi;
const INSURANCE =
  /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g;
const HEALTH = /(?<![\d.,])\d{3}([ -])\d{3}\1\d{4}(?!\d)/g;

export const citizenNumber: Finder = (text) => [
  ...matches(text, BSN, ([found]) => isBsn(digitsOf(found))),
  ...matches(text, BSN_IN_FOURS, ([found]) => isBsn(digitsOf(found))),
  ...matches(text, BSN_BY_NAME, ([found]) => isBsn(digitsOf(found))),
  ...matches(text, INSURANCE),
  ...matches(text, HEALTH, ([found]) => isHealthNumber(digitsOf(found))),
];

/** The eleven-test: weights 9 to 2, and -1 for the last digit; an old number of eight digits has a nought before it. */
export function isBsn(digits: string): boolean {
  const nine = digits.padStart(9, "0");
  if (nine.length !== 9 || digits.length < 8 || /^0+$/.test(nine)) return false;
  const total = weighed(nine.slice(0, 8), 9) - Number(nine[8]);
  return total % 11 === 0;
}

/** NHS numbers: weights 10 to 2, and eleven minus the rest is the last digit. */
export function isHealthNumber(digits: string): boolean {
  if (digits.length !== 10) return false;
  const check = 11 - (weighed(digits.slice(0, 9), 10) % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}

function weighed(digits: string, first: number): number {
  return Array.from(digits).reduce((total, digit, place) => total + (first - place) * Number(digit), 0);
}
