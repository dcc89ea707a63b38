/** The parts of an agenda while somebody adapts it: the same row stays the same part while it moves. */
import type { AgendaShown, Part, PartShown } from "../live/agenda.ts";
import { fixed, withPart } from "../live/agenda.ts";

export type Kept = Part & { readonly key: string };

export const keep = (part: Part): Kept => ({ ...part, key: crypto.randomUUID() });
export const bare = ({ kind, id, minutes }: Part): Part => ({ kind, id, minutes });
export const kept = (parts: readonly Part[]): Kept[] =>
  parts.map((part) => ("key" in part ? (part as Kept) : keep(part)));

/** With the minutes that they were shown with as their own. */
export const fixedParts = (shown: AgendaShown | null): Kept[] => (shown ? kept(fixed(shown).parts) : []);

/** While it is being adapted, every part has minutes of its own: the ones that it was shown with. */
export const mergeOf = (parts: readonly Kept[] | null, shown: AgendaShown): Kept[] =>
  parts
    ? parts.map((part, i) => ({ ...part, minutes: part.minutes ?? shown.parts[i]?.minutes ?? null }))
    : fixedParts(shown);

/** The rows as they are meant now; a part that the server hasn't told about yet waits for its answer. */
export function rowsOf(
  parts: readonly Kept[] | null,
  shown: readonly PartShown[],
): (PartShown & { key: string })[] {
  if (!parts) return shown.map((part, i) => ({ ...part, key: `${part.kind}:${part.id}:${String(i)}` }));
  return parts.flatMap((part, i) => {
    const same = shown[i]?.kind === part.kind && shown[i].id === part.id ? shown[i] : undefined;
    const found = same ?? shown.find(({ kind, id }) => kind === part.kind && id === part.id);
    return found ? [{ ...found, minutes: part.minutes ?? found.minutes, key: part.key }] : [];
  });
}

/**
 * The parts as they should have been, or null where they are: a usual meeting may hold what this server doesn't have
 * any more, and lack the block that it `brings`, which shares in the time of the others.
 */
export function mended(parts: Kept[] | null, shown: AgendaShown, brings: string): Kept[] | null {
  const known = parts && shown.parts.length < parts.length ? fixedParts(shown) : parts;
  const all = known ?? shown.parts.map(({ kind, id }): Part => ({ kind, id, minutes: null }));
  if (brings === "" || all.some(({ id }) => id === brings)) return known === parts ? null : known;
  return kept(withPart(all, { kind: "block", id: brings, minutes: null }, 0)[0]);
}
