/** What somebody leaves a meeting with, and what they looked back at in it: for the circle that the meeting is of. */
import type { RoomNow } from "../live/seen.ts";
import { lookedBackOn } from "./brought.ts";
import { readIntention, wayOf, writingOf } from "./slots.ts";

export interface Left {
  /** Of the card: kept twice it is still one. */
  readonly item: string;
  readonly text: string;
  readonly date: string | null;
  /** Whether it was told to everybody under one's name. */
  readonly isShared: boolean;
}

export function intentionsLeft(room: RoomNow): Left[] {
  return room.cards.flatMap(({ id, slot, kind, text, isMine, isUnsent, isNamed }) => {
    const writing = writingOf(room, slot);
    if (!isMine || isUnsent || kind !== "intention" || text === null) return [];
    if (!writing || wayOf(writing) !== "words") return [];
    return [{ item: id, ...readIntention(text), isShared: isNamed && writing.shown_to === "group" }];
  });
}

/** What one's own look-back cards say of each of these intentions; null where they don't speak of it. */
export function lookedBackIn(room: RoomNow, intentions: readonly string[]): (string | null)[] {
  const cards = room.cards.flatMap(({ kind, text, isMine, isUnsent }) =>
    isMine && !isUnsent && kind === "look_back" && text !== null ? [text] : [],
  );
  return lookedBackOn(cards, intentions);
}
