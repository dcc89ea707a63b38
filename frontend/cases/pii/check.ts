/**
 * The check of a case before it is offered: by what could somebody be recognised? Runs where the text is written and
 * tells nobody. It warns and never forbids, and what it doesn't find can still give somebody away.
 */
import { address } from "./address.ts";
import { birthDate } from "./birth-date.ts";
import { citizenNumber } from "./citizen-number.ts";
import type { Finder, Finding, Kind } from "./finding.ts";
import { overlap } from "./finding.ts";
import { mail } from "./mail.ts";
import { name } from "./name.ts";
import { plate } from "./plate.ts";
import { telephone } from "./telephone.ts";

/** Where two find the same words, the first says what they are. */
const FINDERS: readonly (readonly [Kind, Finder])[] = [
  ["mail", mail],
  ["citizen_number", citizenNumber],
  ["birth_date", birthDate],
  ["telephone", telephone],
  ["plate", plate],
  ["address", address],
  ["name", name],
];

/** Everything found, in the order of the text, nothing twice. `today` as in 2026-11-30. */
export function check(text: string, today: string): readonly Finding[] {
  const found: Finding[] = [];
  for (const [kind, find] of FINDERS) {
    for (const range of [...find(text, today)].sort(
      (one, other) => other.end - other.start - (one.end - one.start),
    )) {
      if (!found.some((other) => overlap(other, range))) found.push({ kind, ...range });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
