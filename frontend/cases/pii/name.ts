/**
 * Names of people, as far as a rule of thumb goes: after a title, an initial, a first name that many have, or a capital
 * in the middle of a sentence where no other reason for one is known. It would rather ask about a street too many than
 * overlook who the case is about, but it stays silent on places and feasts.
 */
import type { Finder, Range } from "./finding.ts";
import { after, before, matches, overlap } from "./finding.ts";
import { BETWEEN, FIRST_NAMES, NOBODY, TITLES } from "./words.ts";

const WORD = String.raw`(?:(?:O['’]|Mc|Mac|D['’]|[A-Z]['’])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)`;
const between = String.raw`(?:(?:${BETWEEN.replaceAll(" ", "|")})\s)`;
const FREE = String.raw`(?<![\p{L}\d@./_-])`;
const ENDS = String.raw`(?![\p{L}\d@_]|\.\p{L})`;

const titles = TITLES.replace("de heer", String.raw`de\sheer`)
  .replaceAll(".", String.raw`\.`)
  .replaceAll(" ", "|");
const TITLED = new RegExp(
  String.raw`${FREE}(?:${anyCase(titles)})\s(?:(?:\p{Lu}\.\s?){0,4})${between}{0,3}(?:De\s|Van\s(?:De[rn]?\s)?)?${WORD}(?:\s${between}{0,3}${WORD})?${ENDS}`,
  "gu",
);
const INITIALS = new RegExp(String.raw`${FREE}(?:\p{Lu}\.\s?){1,4}${between}{0,3}${WORD}${ENDS}`, "gu");
const CAPITAL = new RegExp(String.raw`${FREE}${WORD}${ENDS}`, "gu");
const MORE_OF_IT = new RegExp(String.raw`^\s${between}{0,3}${WORD}${ENDS}`, "u");

const BEGINS_SENTENCE = /(?:^|[.!?:;…]["'’”)]*\s+|\n\s*|[-•*]\s+|["'‘“(]\s*)$/u;
const GOES_TO_A_PLACE =
  /(?:^|\s)(?:in|te|naar|uit|near|from|to|at|richting|regio|gemeente|stad|dorp|provincie)\s(?:de\s|het\s|the\s)?$/iu;
/** Nationalities, and the long words in which Dutch names its institutions, laws and streets. */
const OF_SOMETHING =
  /(?:se|sche|ish|ese|bescherming|zorg|hulp|wet|school|kwadrant|dienst|raad|centrum|straat|laan|weg|plein|gracht|park)$/u;
/** 'Safeguarding Lead', 'Park Sonsbeek': one word of it is known, so the other isn't a person either. */
const NEXT = /^\s(?:(?:of|the|van|de|het|voor)\s){0,2}(\p{Lu}\p{Ll}+)/u;
const LAST = /(\p{Lu}\p{Ll}+)\s(?:(?:of|the|van|de|het|voor)\s){0,2}$/u;

export const name: Finder = (text) => {
  const sure = [...matches(text, TITLED), ...matches(text, INITIALS)];
  const others = matches(text, CAPITAL, (match) => isSomebody(text, match)).map((found) =>
    whole(text, found),
  );
  return [...sure, ...others.filter((range) => !sure.some((known) => overlap(known, range)))];
};

function isSomebody(text: string, match: RegExpExecArray): boolean {
  const [word] = match;
  const lead = before(text, match.index);
  if (isKnown(word) && !FIRST_NAMES.has(word)) return false;
  if (FIRST_NAMES.has(word.split("-")[0] ?? word)) return true;
  if (BEGINS_SENTENCE.test(lead) || GOES_TO_A_PLACE.test(lead)) return false;
  const neighbours = [NEXT.exec(after(text, match.index + word.length))?.[1], LAST.exec(lead)?.[1]];
  return !neighbours.some((other) => other !== undefined && isKnown(other));
}

function isKnown(word: string): boolean {
  return NOBODY.has(word) || OF_SOMETHING.test(word);
}

/** With what follows of the name: 'Karin van der Meer'. */
function whole(text: string, { start, end }: Range): Range {
  const more = MORE_OF_IT.exec(after(text, end))?.[0] ?? "";
  const last = more.trim().split(/\s/).at(-1) ?? "";
  return { start, end: NOBODY.has(last) ? end : end + more.length };
}

/** Titles stand with a small letter, or with a capital at the beginning of a sentence. */
function anyCase(words: string): string {
  return words
    .split("|")
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)])
    .join("|");
}
