/** What the circle says about somebody, and what a tap on them does. */
import type { Deed } from "../live/outbox.ts";
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
  return person.isQueued && phase?.phase.floor.mode !== "round_robin" ? "hand" : "";
}

export interface Tap {
  /** The sentence that says what the tap does. */
  readonly say: string;
  readonly deed: Deed;
}

/** The facilitator gives the floor; who may put a question puts it to somebody. */
export function tapOn(person: Seated, { view, stage, phase, me }: RoomNow): Tap | null {
  if (stage !== "meeting" || person.isAway || person.holdsFloor) return null;
  if (view.may.includes("give_floor") && !person.isMe)
    return { say: "tap.give_floor", deed: { do: "give_floor", to: person.id } };
  const isPutTo =
    phase?.phase.floor.mode === "statement_when_asked" || phase?.phase.floor.mode === "interview";
  if (isPutTo && view.may.includes("take_floor") && person.id !== me?.id)
    return { say: "tap.ask", deed: { do: "take_floor", to: person.id } };
  return null;
}
