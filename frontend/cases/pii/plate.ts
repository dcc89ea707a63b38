/** Number plates: every Dutch sidecode, and British ones. Small letters count only where the text speaks of a plate. */
import type { Finder } from "./finding.ts";
import { matches } from "./finding.ts";

/** A for a letter, 9 for a figure; in the order in which they were given out. */
const SIDECODES =
  "AA-99-99 99-99-AA 99-AA-99 AA-99-AA AA-AA-99 99-AA-AA 99-AAA-9 9-AAA-99 AA-999-A A-999-AA AAA-99-A A-99-AAA 9-AA-999 999-AA-9".split(
    " ",
  );
const BRITISH = ["AA99 AAA", "A999 AAA", "AAA 999A"];

const dutch = SIDECODES.map(asPattern).join("|");
const dutchClosed = SIDECODES.filter((code) => code.replace(/[^A]/g, "").length > 2)
  .map((code) => asPattern(code.replaceAll("-", "")))
  .join("|");
const british = BRITISH.map((form) => asPattern(form).replace(" ", " ?")).join("|");

const NOT_IN_A_CODE = String.raw`(?<![\p{L}\d-])`;
const ENDS = String.raw`(?![\p{L}\d]|-[\p{L}\d])`;
const WITH_DASHES = new RegExp(`${NOT_IN_A_CODE}(?:${dutch})${ENDS}`, "gu");
const CLOSED = new RegExp(`${NOT_IN_A_CODE}(?:${dutchClosed})${ENDS}`, "gu");
const OVERSEAS = new RegExp(`${NOT_IN_A_CODE}(?:${british})${ENDS}`, "gu");
const BY_NAME = new RegExp(
  String.raw`(?<=(?:kenteken|nummerbord|number ?plate|registration)[^\n.!?]{0,20})${NOT_IN_A_CODE}(?:${dutch}|${dutchClosed}|${british})${ENDS}`,
  "giu",
);

export const plate: Finder = (text) => [
  ...matches(text, WITH_DASHES),
  ...matches(text, CLOSED),
  ...matches(text, OVERSEAS),
  ...matches(text, BY_NAME),
];

function asPattern(code: string): string {
  return code.replaceAll("A", "[A-Z]").replaceAll("9", String.raw`\d`);
}
