/** What can be written now, and how: words, a label from a few, a case from a few. */
import type { Card, RoomNow, Slot, Writing } from "../live/seen.ts";

/** How a slot is filled in. */
export type Way = "words" | "label" | "ballot";

export function wayOf(writing: Writing): Way {
  if (writing.kind === "ballot") return "ballot";
  return writing.choices.length > 0 ? "label" : "words";
}

/** The slots open to this person, each with its description from the method. */
export function openSlots(room: RoomNow): { now: Slot; writing: Writing }[] {
  return room.view.slots.flatMap((now) => {
    const writing = writingOf(room, now.slot);
    return writing ? [{ now, writing }] : [];
  });
}

export function writingOf({ plan, phase }: RoomNow, slot: string): Writing | null {
  const here = phase?.phase.writing.find(({ id }) => id === slot);
  if (here) return here;
  for (const { phase: planned } of plan.phases) {
    const found = planned.writing.find(({ id }) => id === slot);
    if (found) return found;
  }
  return null;
}

/** The own entry in `slot` about `about`, where one was made in this step. */
export function ownAbout(room: RoomNow, slot: string, about: string | null): Card | null {
  const own = room.view.slots.find((now) => now.slot === slot)?.own;
  const mine = room.cards.filter((card) => card.slot === slot && card.isMine && card.about === about);
  return mine.find(({ id, isUnsent }) => isUnsent || own?.includes(id)) ?? null;
}

/** An intention is two things: what, and by when. */
export interface Intention {
  readonly text: string;
  readonly date: string | null;
}

export function readIntention(text: string): Intention {
  try {
    const read = JSON.parse(text) as Partial<Intention> | null;
    if (typeof read?.text === "string")
      return { text: read.text, date: typeof read.date === "string" ? read.date : null };
  } catch {
    // Written as plain words by another client.
  }
  return { text, date: null };
}

export const writeIntention = ({ text, date }: Intention): string => JSON.stringify({ text, date });
