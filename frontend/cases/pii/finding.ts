/** Something in the text of a case by which somebody could be recognised. */

export type Kind = "name" | "address" | "birth_date" | "telephone" | "mail" | "citizen_number" | "plate";

export interface Range {
  /** In UTF-16 units, as `setSelectionRange` and `slice` count them; `end` isn't in it any more. */
  readonly start: number;
  readonly end: number;
}

export interface Finding extends Range {
  readonly kind: Kind;
}

/** Finds one kind. `today` as in 2026-11-30: whether a date can be a birthday depends on it. */
export type Finder = (text: string, today: string) => readonly Range[];

/** Every match of a pattern (with the flag g), as ranges; `keeps` says which are meant. */
export function matches(
  text: string,
  pattern: RegExp,
  keeps: (match: RegExpExecArray) => boolean = () => true,
): readonly Range[] {
  return [...text.matchAll(pattern)]
    .filter(keeps)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

export function overlap(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

const NEAR = 60; // characters: a reason for a finding stands close by, and a long text must stay quick

/** What stands shortly before a place; it never looks like the beginning of the text when it isn't. */
export function before(text: string, place: number): string {
  return place <= NEAR ? text.slice(0, place) : `x${text.slice(place - NEAR, place)}`;
}

/** What stands shortly after a place. */
export function after(text: string, place: number): string {
  return text.slice(place, place + NEAR);
}
