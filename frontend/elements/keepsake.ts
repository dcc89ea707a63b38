/** What lasts of a circle's meeting: what went to everybody, sealed for the circle, and what is one's own, sealed for oneself. */
import type { Card, RoomNow } from "../live/seen.ts";
import { labelsOn } from "./table.ts";
import { readIntention, wayOf, writingOf } from "./slots.ts";
import { shares } from "./shares.ts";

export interface KeptCard {
  readonly kind: string;
  /** Account and name of the writer; null where it was unnamed. */
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly text: string;
  /** Of an intention. */
  readonly date: string | null;
  /** What it was about. */
  readonly about: string | null;
  readonly labels: readonly string[];
}

export interface KeptStep {
  readonly name: { readonly nl: string; readonly en: string };
  readonly cards: readonly KeptCard[];
}

/** The record of a meeting, version 1; the text of the field `meeting.record`. */
export interface MeetingRecord {
  readonly v: 1;
  readonly method: { readonly nl: string; readonly en: string };
  readonly presenter: string | null;
  readonly steps: readonly KeptStep[];
  readonly shares: readonly {
    readonly id: string;
    readonly name: string;
    readonly turns: number;
    readonly seconds: number;
  }[];
}

/** What is one's own, version 1; the text of the field `meeting.mine`. */
export interface OwnRecord {
  readonly v: 1;
  readonly notes: string;
  readonly steps: readonly KeptStep[];
}

export function recordOf(room: RoomNow): MeetingRecord {
  return {
    v: 1,
    method: room.plan.method_name,
    presenter: room.people.find(({ isPresenter }) => isPresenter)?.id ?? null,
    steps: steps(room, (card) => writingOf(room, card.slot)?.shown_to === "group"),
    shares: shares(room).map(({ id, name, turns, seconds }) => ({ id, name, turns, seconds })),
  };
}

export function ownRecordOf(room: RoomNow, notes: string): OwnRecord {
  const isOwn = (card: Card): boolean =>
    card.isMine || (writingOf(room, card.slot)?.shown_to === "presenter" && card.text !== null);
  return { v: 1, notes, steps: steps(room, isOwn) };
}

function steps(room: RoomNow, belongs: (card: Card) => boolean): KeptStep[] {
  return room.plan.phases.flatMap(({ phase }, i) => {
    const cards = room.cards
      .filter((card) => card.phase === i && !card.isUnsent && belongs(card))
      .flatMap((card) => kept(card, room));
    return cards.length === 0 ? [] : [{ name: phase.name, cards }];
  });
}

function kept(card: Card, room: RoomNow): KeptCard[] {
  const writing = writingOf(room, card.slot);
  if (!writing || wayOf(writing) !== "words" || card.text === null) return [];
  const by = card.isNamed ? room.people.find(({ id }) => id === card.by) : undefined;
  const { text, date } =
    card.kind === "intention" ? readIntention(card.text) : { text: card.text, date: null };
  return [
    {
      kind: card.kind,
      by: by ? { id: by.id, name: by.name } : null,
      text,
      date,
      about: room.cards.find(({ id }) => id === card.about)?.text ?? null,
      labels: labelsOn(card, room),
    },
  ];
}
