/** What this person brings into the meeting of a lasting circle, once it is open, and how it comes into a box. */
import type { Writing } from "../live/seen.ts";

export interface Brought {
  /** Learning goals, open ones. */
  readonly goals: readonly string[];
  /** Open intentions, the newest first. */
  readonly intentions: readonly { readonly text: string; readonly date: string | null }[];
  /** Offered cases: what they are called, and as a card. */
  readonly cases: readonly { readonly title: string; readonly card: string }[];
}

/** Something that one tap adds to a box. */
export interface Help {
  readonly shown: string;
  readonly adds: string;
}

const MOST_LOOKED_BACK = 3; // as many as the block has cards for
const LONGEST_QUOTE = 200; // characters: enough to know it by

let here: Brought | null = null;

export const brought = (): Brought | null => here;
export const bringAlong = (all: Brought): void => {
  here = all;
};

/** What may help to fill a box of this kind. */
export function helpFor({ kind }: Writing): readonly Help[] {
  if (!here) return [];
  if (kind === "look_back")
    return here.intentions
      .slice(0, MOST_LOOKED_BACK)
      .map(({ text }) => ({ shown: text, adds: `${quoted(text)}\n` }));
  if (kind === "offer" || kind === "case")
    return here.cases.map(({ title, card }) => ({ shown: title, adds: card }));
  return [];
}

/** What a box holds after a tap: nothing that was typed goes, and nothing is longer than a card may be. */
export function added(typed: string, { adds }: Help, longest: number): string {
  const before = typed.trim() === "" ? "" : `${typed.trimEnd()}\n\n`;
  return shortened(before + adds, longest);
}

/** An intention on a line of its own, by which it is found again on the card. */
export const quoted = (text: string): string =>
  `“${shortened(text.replace(/\s+/g, " ").trim(), LONGEST_QUOTE)}”`;

/**
 * What was said of each intention on one's own look-back cards: the words that follow its quote. Null where no card
 * quotes it.
 */
export function lookedBackOn(cards: readonly string[], intentions: readonly string[]): (string | null)[] {
  const quotes = intentions.map(quoted);
  return quotes.map((quote) => {
    const card = cards.find((text) => text.includes(quote));
    if (card === undefined) return null;
    const after = card.slice(card.indexOf(quote) + quote.length);
    const next = quotes.map((other) => after.indexOf(other)).filter((place) => place >= 0);
    return after.slice(0, Math.min(after.length, ...next)).trim();
  });
}

const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
