/** Choosing a case: what was offered, how many ballots each got once they are open, and whose it may be. */
import type { Card, RoomNow, Seated, Writing } from "../live/seen.ts";
import { openSlots, writingOf } from "./slots.ts";

export interface Offer {
  readonly card: Card;
  readonly name: string;
  readonly ballots: number;
  readonly isOwn: boolean;
  readonly hasDeclined: boolean;
  readonly isChosen: boolean;
}

export interface Choice {
  readonly offers: readonly Offer[];
  /** Where this person's ballot goes; null where nobody votes now. */
  readonly ballot: Writing | null;
  readonly given: Card | null;
  readonly isCounted: boolean;
}

export function choice(room: RoomNow): Choice {
  const isForCase = (writing: Writing | null): boolean =>
    writing?.kind === "ballot" && writingOf(room, writing.about ?? "")?.kind === "offer";
  const ballot = openSlots(room).find(({ writing }) => isForCase(writing))?.writing ?? null;
  const cards = ofThisCase(room);
  const ballots = cards.filter(({ slot }) => isForCase(writingOf(room, slot)));
  const open = ballots.filter(({ isHidden, text }) => !isHidden && text !== null);
  const offers = cards
    .filter(({ kind }) => kind === "offer")
    .map((card) => {
      const person = room.people.find(({ id }) => id === card.by);
      return {
        card,
        name: person?.name ?? "",
        ballots: open.filter(({ text }) => text === card.id).length,
        isOwn: card.isMine,
        hasDeclined: person?.hasDeclined ?? false,
        isChosen: room.chosen === card.id,
      };
    });
  const given = ballots.find(({ isMine }) => isMine) ?? null;
  return { offers, ballot, given, isCounted: open.some(({ isMine }) => !isMine) };
}

/** The cards on this case: what was offered for another one has had its turn. */
const ofThisCase = ({ cards, plan, phase }: RoomNow): readonly Card[] =>
  cards.filter((card) => plan.phases[card.phase]?.case === phase?.case);

/** Whether this is the step in which somebody says whose case it will be. */
export const isDeciding = (room: RoomNow): boolean => room.phase?.phase.chooses_presenter === true;

/** Who may still be chosen though they put nothing on the table: not everybody writes down what they bring. */
export const withoutOffer = (room: RoomNow): readonly Seated[] =>
  room.people.filter(
    ({ id, isAway, hasLeft, hasDeclined, isPresenter }) =>
      !isAway &&
      !hasLeft &&
      !hasDeclined &&
      !isPresenter &&
      !ofThisCase(room).some(({ kind, by }) => kind === "offer" && by === id),
  );

/** The choice has its place on the screen from the first offer until the case is on its way. */
export const isChoosing = (room: RoomNow): boolean =>
  room.stage === "meeting" &&
  room.phase?.of_method === false &&
  (isDeciding(room) ||
    ofThisCase(room).some(
      ({ kind, phase }) => kind === "offer" && room.plan.phases[phase]?.block === room.phase?.block,
    ));
