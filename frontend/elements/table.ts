/** The cards on the table, slot by slot: what this phase is about first, what came before behind it. */
import type { Card, RoomNow, Writing } from "../live/seen.ts";
import { counted } from "./picking.ts";
import type { Texts } from "./texts.ts";
import { openSlots, readIntention, wayOf, writingOf } from "./slots.ts";

export interface Pile {
  readonly slot: string;
  readonly writing: Writing;
  readonly cards: readonly Card[];
  /** Written by others and not shown yet. */
  readonly hidden: number;
  readonly isNow: boolean;
}

/**
 * Labels and ballots that are about a card aren't cards of their own: they show on it. A label by itself is one;
 * where it was picked without a name, each is shown once, and counted.
 */
export function piles(room: RoomNow): Pile[] {
  const revealed = room.phase?.phase.reveals ?? [];
  const here = new Set([
    ...(room.phase?.phase.writing.flatMap(({ id, about }) => (about === null ? [id] : [id, about])) ?? []),
    ...revealed,
    // Where votes are opened, what they were on lies on the table again.
    ...revealed.flatMap((slot) => writingOf(room, slot)?.about ?? []),
  ]);
  const slots = [
    ...new Set([
      ...here,
      ...[...room.cards].reverse().map(({ slot }) => slot),
      ...Object.keys(room.view.hidden_counts),
    ]),
  ];
  const found = slots.flatMap((slot) => {
    const writing = writingOf(room, slot);
    if (!writing || writing.kind === "offer") return [];
    const isPicked = wayOf(writing) !== "words";
    if (isPicked && writing.about !== null) return [];
    const written = room.cards.filter((card) => card.slot === slot);
    const cards = isPicked && !writing.named ? counted(writing, written, room) : written;
    const own = written.filter(({ isMine, isHidden }) => isMine && isHidden).length;
    const hidden = Math.max(0, (room.view.hidden_counts[slot] ?? 0) - own);
    return cards.length + hidden === 0 ? [] : [{ slot, writing, cards, hidden, isNow: here.has(slot) }];
  });
  return found.sort((one, other) => Number(other.isNow) - Number(one.isNow));
}

/** What stands on a card. */
export function cardText(card: Card, texts: Texts, language: string): string {
  if (card.isBroken) return texts.say("card.broken");
  if (card.text === null) return texts.say("card.opening");
  if (card.label) return card.label[language as "nl" | "en"];
  if (card.kind !== "intention") return card.text;
  const { text, date } = readIntention(card.text);
  return date === null ? text : `${text}\n${texts.say("intention.by", { date: longDate(date, language) })}`;
}

export function longDate(date: string, language: string): string {
  return new Date(`${date}T12:00:00`).toLocaleDateString(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
  });
}

/** Labels that somebody gave to a card, in words. */
export function labelsOn(card: Card, room: RoomNow): string[] {
  return room.cards
    .filter(({ about, text }) => about === card.id && text !== null)
    .flatMap((label) => {
      const choice = writingOf(room, label.slot)?.choices.find(({ id }) => id === label.text);
      return choice ? [choice.name[room.language]] : [];
    });
}

/** What this person can add to a card: a label, a vote, or words. Offered cases have a place of their own. */
export function about(card: Card, room: RoomNow): Writing[] {
  return openSlots(room)
    .map(({ writing }) => writing)
    .filter((writing) => writing.about === card.slot && card.kind !== "offer" && !card.isHidden);
}
