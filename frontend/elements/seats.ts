/** What the circle says about somebody, and what a tap on them does. */
import type { Deed } from "../live/outbox.ts";
import { goesAround } from "../live/standing.ts";
import type { RoomNow, Seated } from "../live/seen.ts";
import type { Texts } from "./texts.ts";

export interface Marks {
  /** A few words under the name: what this person is doing, or who they are in this meeting. */
  readonly sign: string;
  readonly mark: "" | "hand" | "done";
}

export function marksOf(person: Seated, room: RoomNow, texts: Texts): Marks {
  const sign = signs(person, room).map((name) => texts.say(`sign.${name}`));
  return { sign: sign.join("\n"), mark: markOf(person, room) };
}

function signs(person: Seated, { stage }: RoomNow): string[] {
  if (person.isAway) return ["away"];
  if (stage === "gathering") {
    const ready = person.hasAssented ? "assented" : person.isIntroduced ? "reading" : "coming";
    return [person.isFacilitator ? "facilitator" : "", ready].filter((sign) => sign !== "");
  }
  const now = person.isOut
    ? "out"
    : person.isTurnedAway
      ? "turned"
      : person.isAsked
        ? "asked"
        : person.holdsFloor
          ? "holder"
          : person.isNext
            ? "next"
            : "";
  const who = person.isPresenter
    ? "presenter"
    : person.isFacilitator
      ? "facilitator"
      : person.isObserver
        ? "observer"
        : "";
  return [now, who].filter((sign) => sign !== "");
}

function markOf(person: Seated, { stage, phase }: RoomNow): Marks["mark"] {
  if (stage !== "meeting" || person.isAway) return "";
  if (person.isFinished) return "done";
  // In a round the row is the order of the circle, not of hands.
  return person.isQueued && !goesAround(phase?.phase.floor) ? "hand" : "";
}

export interface Tap {
  /** The sentence that says what the tap does. */
  readonly say: string;
  readonly deed: Deed;
}

const QUESTIONING: ReadonlySet<string> = new Set([
  "question_and_answer",
  "interview",
  "statement_when_asked",
]);

/** The facilitator gives the floor; who may put a question puts it to somebody, where there is a choice. */
export function tapOn(person: Seated, room: RoomNow): Tap | null {
  const { view, stage } = room;
  if (stage !== "meeting" || person.isAway || person.holdsFloor || person.isMe) return null;
  const asks = view.may.includes("yield_floor")
    ? "yield_floor"
    : view.may.includes("take_floor")
      ? "take_floor"
      : null;
  if (asks && answerers(room).length > 1 && answerers(room).includes(person))
    return { say: "tap.ask", deed: { do: asks, to: person.id } };
  if (view.may.includes("give_floor"))
    return { say: "tap.give_floor", deed: { do: "give_floor", to: person.id } };
  return null;
}

function answerers({ people, phase }: RoomNow): Seated[] {
  const floor = phase?.phase.floor;
  if (!floor || !QUESTIONING.has(floor.mode)) return [];
  return people.filter(
    ({ isMe, hasLeft, isAway, role }) =>
      !isMe &&
      !hasLeft &&
      !isAway &&
      (floor.answered_by ? role === floor.answered_by : floor.speakers.includes(role)),
  );
}
