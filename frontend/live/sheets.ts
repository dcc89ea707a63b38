/** The sheets of a self-check: one's own, and all of them once the server hands them out. */
import type { Circle, SealedText } from "./circle.ts";
import { ask } from "./http.ts";
import { objectOf } from "./kept.ts";

const SHEET = "check.sheet";

/** Criterion to mark from 1 to 5. */
export type Marks = Readonly<Record<string, number>>;

export interface Sheets {
  readonly mine: { readonly item: string; readonly rev: number; readonly marks: Marks } | null;
  /** Those that open here; while the check is open, one's own alone. */
  readonly marks: readonly Marks[];
  /** How many were handed out and don't open: they were written before we came. */
  readonly shut: number;
}

export async function readSheets(circle: Circle, round: string): Promise<Sheets> {
  const { body } = await ask<{ sealed: readonly SealedText[] }>("GET", addressOf(circle, round));
  const opened = await circle.read(body.sealed);
  const marks: Marks[] = [];
  let mine: Sheets["mine"] = null;
  for (const [i, { item, rev, mine: isMine }] of body.sealed.entries()) {
    const one = opened[i];
    const found = one && "text" in one ? marksIn(one.text, round) : null;
    if (found === null) continue;
    marks.push(found);
    if (isMine) mine = { item, rev, marks: found };
  }
  return { mine, marks, shut: body.sealed.length - marks.length };
}

/** Whether the check is closed by it, because everybody has answered. */
export async function handIn(
  circle: Circle,
  round: string,
  marks: Marks,
  before: Sheets["mine"],
): Promise<boolean> {
  const item = before?.item ?? crypto.randomUUID();
  const rev = (before?.rev ?? 0) + 1;
  const text = await circle.sealUnnamed(SHEET, item, rev, JSON.stringify({ v: 1, round, marks }));
  const { body } = await ask<{ closed: boolean }>("POST", addressOf(circle, round), { item, rev, text });
  return body.closed;
}

function addressOf({ group }: Circle, round: string): string {
  return `/circles/${group}/checks/${round}/sheets/`;
}

/** A sheet of another check, or marks that are none, count for nothing. */
function marksIn(text: string, round: string): Marks | null {
  const sheet: { round?: string; marks?: Marks } = objectOf(text) ?? {};
  if (sheet.round !== round || sheet.marks === undefined) return null;
  const isMark = (mark: number): boolean => Number.isInteger(mark) && mark >= 1 && mark <= 5;
  return Object.values(sheet.marks).every(isMark) ? sheet.marks : null;
}
