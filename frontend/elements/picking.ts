/** What is picked from a few instead of written: laying a pick down, changing it, and counting blind votes. */
import type { Deed, Words } from "../live/outbox.ts";
import type { Card, RoomNow, Writing } from "../live/seen.ts";
import { writingOf } from "./slots.ts";

/** The deed that makes `text` the pick in this slot, instead of the one that was given before. */
export function pick(writing: Writing, text: string, given: Card | null, about?: string): [Deed, Words] {
  const field = `entry.${writing.kind}`;
  const author = writing.named ? {} : { author: "anonymous" };
  if (given) {
    const revision = given.revision + 1;
    return [
      { do: "change", entry: given.id, revision },
      { text, item: given.id, field, rev: revision, ...author },
    ];
  }
  const entry = crypto.randomUUID();
  const target = about === undefined ? {} : { about };
  return [
    { do: "contribute", entry, slot: writing.id, ...target },
    { text, item: entry, field, rev: 1, ...author },
  ];
}

/** The ballots that lie open, of the slots that choose from this one; null as long as none does. */
export function votesFor(card: Card, room: RoomNow): number | null {
  const open = openBallots(room).filter(({ slot }) => writingOf(room, slot)?.about === card.slot);
  return open.some(({ isMine }) => !isMine) ? open.filter(({ text }) => text === card.id).length : null;
}

/** Labels that were picked without a name, each once with the number of people who did, the most first. */
export function counted(writing: Writing, cards: readonly Card[], room: RoomNow): Card[] {
  const open = cards.filter(({ isHidden, text }) => !isHidden && text !== null);
  return writing.choices
    .flatMap((choice) => {
      const [first, ...more] = open.filter(({ text }) => text === choice.id);
      if (!first) return [];
      return [
        { ...first, id: `${writing.id} ${choice.id}`, isMine: false, isOpen: false, votes: more.length + 1 },
      ];
    })
    .sort((one, other) => other.votes - one.votes)
    .map((card) => ({ ...card, text: card.label?.[room.language] ?? card.text }));
}

const openBallots = (room: RoomNow): Card[] =>
  room.cards.filter(({ kind, isHidden, text }) => kind === "ballot" && !isHidden && text !== null);
