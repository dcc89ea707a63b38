/** Sealed texts of a circle that hold JSON: opened, with what it takes to write them again. */
import type { Circle } from "./circle.ts";

export interface Kept {
  readonly field: string;
  readonly item: string;
  /** The account of the writer. */
  readonly by: string;
  readonly isMine: boolean;
  readonly rev: number;
  /** Accounts of members who came after it was sealed and can't open it. */
  readonly cameLater: readonly string[];
  /** What it says; null where it doesn't open here. */
  readonly says: Readonly<Record<string, unknown>> | null;
}

export async function kept(
  circle: Circle,
  fields: readonly string[],
  items: readonly string[] = [],
): Promise<readonly Kept[]> {
  const texts = await circle.texts(fields, items);
  const opened = await circle.read(texts);
  return texts.map((text, i) => {
    const { field, item, author, mine, rev, own } = text;
    const read = opened[i];
    const says = read && "text" in read ? objectOf(read.text) : null;
    const cameLater = own ? [] : circle.cameLater(text);
    return { field, item, by: author, isMine: mine, rev, cameLater, says };
  });
}

/** Whoever has the key may have written anything: what isn't an object counts as shut. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const says: unknown = JSON.parse(text);
    return typeof says === "object" && says !== null && !Array.isArray(says)
      ? (says as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

export const words = (value: unknown): string => (typeof value === "string" ? value : "");

export const wordsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** A mark from 1 to 5, or none. */
export const markOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 5 ? value : null;

/** A day as in 2026-11-30, or none. */
export const dayOf = (value: unknown): string | null =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;

/** The day on this person's own calendar. */
export function today(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
