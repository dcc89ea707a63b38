/** Where several circles gather: when they sit by circle, and which cards lie together then. */
import type { Card, RoomNow, Writing } from "../live/seen.ts";
import { writingOf } from "./slots.ts";

/** What was written on one question. */
export interface Question {
  readonly slot: string;
  readonly writing: Writing;
  readonly cards: readonly Card[];
}

/** The cards of one circle; `circle` blank: those of everybody else. */
export interface OfCircle {
  readonly circle: string;
  readonly name: string;
  readonly isMine: boolean;
  readonly questions: readonly Question[];
}

/** Whether everybody sits with their own circle now. */
export const sitsByCircle = ({ plan, phase }: RoomNow): boolean =>
  (plan.circles ?? []).length > 0 && phase?.phase.floor.mode === "small_groups";

/** Whether their cards were looked at by circle: from then on each circle begins, and agrees its ground rules. */
export function isAfterTheWall(room: RoomNow): boolean {
  const first = room.plan.phases.findIndex(({ phase }) => phase.floor.mode === "small_groups");
  return (room.plan.circles ?? []).length > 0 && first >= 0 && room.phaseIndex > first;
}

/** What a circle is called here; null for none. */
export const circleName = ({ plan }: RoomNow, id: string): string | null =>
  plan.circles?.find((circle) => circle.id === id)?.name ?? null;

/** One's own circle first, the cards of everybody else last. */
export function heapsOf(room: RoomNow, others: string): OfCircle[] {
  const mine = room.onWall ? null : (room.me?.circle ?? null);
  const found = room.heaps.map(({ circle, entries }): OfCircle => {
    const lying = new Set(entries);
    const cards = room.cards.filter(({ id }) => lying.has(id));
    const slots = [...new Set(cards.map(({ slot }) => slot))];
    const questions = slots.flatMap((slot) => {
      const writing = writingOf(room, slot);
      return writing ? [{ slot, writing, cards: cards.filter((card) => card.slot === slot) }] : [];
    });
    const name = circleName(room, circle) ?? others;
    return { circle, name, isMine: circle !== "" && circle === mine, questions };
  });
  return found.filter(({ questions }) => questions.length > 0).sort((one, other) => rank(one) - rank(other));
}

const rank = ({ isMine, circle }: OfCircle): number => (isMine ? 0 : circle === "" ? 2 : 1);
