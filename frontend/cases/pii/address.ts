/** Where somebody lives: a street with a number, a Dutch or British postcode. */
import type { Finder } from "./finding.ts";
import { matches } from "./finding.ts";

// 'ring' and 'markt' are left out: 'Vergadering 3' and 'Arbeidsmarkt 2025' aren't streets.
const DUTCH_STREET =
  "straat|laan|weg|plein|gracht|kade|dijk|singel|hof|steeg|pad|dreef|park|plantsoen|baan|wal|haven|brink|kamp|veld|akker";
const NO_STREET = /^(?:Onderweg|Loopbaan|Rijbaan|Spoorbaan|Snelweg|Zolang|Langsweg)\b/u;
const ENGLISH_STREET =
  "Street|Road|Lane|Avenue|Drive|Close|Court|Way|Gardens|Terrace|Place|Square|Crescent|Hill|Mews|Grove|St|Rd|Ave|Ln";
const NUMBER = String.raw`\d{1,3}(?:\s?-?\s?(?:[a-zA-Z]|bis|hs|[IV]{1,3})\b|-\d{1,3})?(?![\d%€]|[.,:]\d|\s?(?:uur|keer|jaar|minuten|mensen|weken|dagen|maanden|procent)\b)`;

const ENDS_IN_STREET = new RegExp(
  String.raw`(?<![\p{L}\d])\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*)?(?:${DUTCH_STREET})\s+${NUMBER}`,
  "gu",
);
const STREET_OF = new RegExp(
  String.raw`(?<![\p{L}\d])(?:Laan|Weg|Plein|Kade|Dijk|Hof|Park)\s(?:van|der|den|de|het|'t)\s(?:[\p{L}'’-]+\s){1,3}?${NUMBER}`,
  "gu",
);
const NUMBER_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d.,])\d{1,4}[a-zA-Z]?,?\s(?:\p{Lu}[\p{L}'’-]+\s){1,3}(?:${ENGLISH_STREET})(?![\p{L}\d])`,
  "gu",
);
const DUTCH_POSTCODE = /(?<![\p{L}\d.,€-])(?<![€$£] )[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}(?![\p{L}\d])/gu;
const SMALL_POSTCODE =
  /(?<![\p{L}\d.,€-])[1-9]\d{3}(?!km|kg|mg|ml|cl|dl|cm|mm|cc|kb|mb|gb|ms|st|nd|rd|th)[a-z]{2}(?![\p{L}\d])/gu;
const BRITISH_POSTCODE = /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![\p{L}\d])/gu;

export const address: Finder = (text) => [
  ...matches(text, ENDS_IN_STREET, ([found]) => !NO_STREET.test(found)),
  ...matches(text, STREET_OF),
  ...matches(text, NUMBER_FIRST),
  ...matches(text, DUTCH_POSTCODE),
  ...matches(text, SMALL_POSTCODE),
  ...matches(text, BRITISH_POSTCODE),
];
