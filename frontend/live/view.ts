/** What one person sees and may do now. The same as `kring.core.meetings.viewing`; shared vectors hold both to it. */
import type { ClockWords } from "./clock.ts";
import { clockWords, remainingSeconds } from "./clock.ts";
import { mayNow } from "./may.ts";
import type { CardKind, EntryId, FloorNow, PersonId, Phase, Role, Tag } from "./messages.ts";
import {
  QUESTIONING,
  awaited,
  counted,
  isHere,
  isReady,
  isWritten,
  presenterIsApart,
  roleOf,
  running,
} from "./standing.ts";
import type { Person, State } from "./state.ts";
import type { SlotNow } from "./writing.ts";
import { hasToWrite, leftIn, mayRead, slotsNow, slotsOf } from "./writing.ts";

/** The one thing to do now: decides the largest sentence on the screen. */
export type Now =
  | "introduce"
  | "assent"
  | "sit"
  | "wait_for_others"
  | "may_start"
  | "wait_for_start"
  | "your_turn"
  | "answer"
  | "next_up"
  | "may_speak"
  | "listen"
  | "turned_away"
  | "out_of_room"
  | "write"
  | "rate"
  | "vote"
  | "ready"
  | "choose"
  | "go_on"
  | "in_group"
  | "play"
  | "still"
  | "look"
  | "paused"
  | "time_out"
  | "may_take_over"
  | "closed";

export interface View {
  readonly role: Role | null;
  readonly now: Now;
  readonly floor: FloorNow;
  readonly may: readonly Tag[];
  readonly slots: readonly SlotNow[];
  readonly cards: readonly EntryId[];
  readonly hidden_counts: Readonly<Record<string, number>>;
  readonly clock: ClockWords;
  readonly remaining_seconds: number | null;
  readonly presenter_turned_away: boolean;
  readonly people_to_wait_for: readonly PersonId[];
}

/** Everything that one person's screen needs besides the cards' own texts. `at` in milliseconds. */
export function view(state: State, person: PersonId, at: number): View {
  const may = mayNow(state, person, at);
  const shown = state.stage === "meeting" || state.facilitator === person;
  return {
    role: shown ? roleOf(state, person) : null,
    now: nowFor(state, person, at, may),
    floor: state.floor,
    may,
    slots: slotsNow(state, person),
    cards: cards(state, person),
    hidden_counts: hiddenCounts(state),
    clock: clockWords(state, at),
    remaining_seconds: remainingSeconds(state, at),
    presenter_turned_away: presenterIsApart(state),
    people_to_wait_for: peopleToWaitFor(state),
  };
}

const WAITING: readonly Now[] = [
  "listen",
  "ready",
  "next_up",
  "look",
  "still",
  "paused",
  "may_speak",
  "in_group",
  "play",
];
const FEWEST = 2;

function nowFor(state: State, person: PersonId, at: number, may: readonly Tag[]): Now {
  const me = state.people.get(person);
  const phase = running(state)?.phase;
  if (state.stage === "closed" || me?.left) return "closed";
  if (!me?.introduced) return "introduce";
  if (!me.assented) return "assent";
  if (me.circle === null && state.facilitator !== person && may.includes("sit_with")) return "sit";
  if (!phase) return beforeTheStart(state, may);
  const doing = inPhase(state, phase, me, at, may);
  return WAITING.includes(doing) && may.includes("take_over") ? "may_take_over" : doing;
}

function beforeTheStart(state: State, may: readonly Tag[]): Now {
  if (may.includes("take_over")) return "may_take_over";
  if (may.includes("start")) return "may_start";
  const waits = peopleToWaitFor(state).length > 0 || awaited(state).length < FEWEST;
  return waits ? "wait_for_others" : "wait_for_start";
}

/** The first of these that holds, from what can't wait to what can. */
function inPhase(state: State, phase: Phase, me: Person, at: number, may: readonly Tag[]): Now {
  if (state.time_out_by !== null) return "time_out";
  if (state.paused) return "paused";
  const apart = roleOf(state, me.id) === "presenter" ? phase.presenter_place : null;
  if (state.floor.holder === me.id) {
    if (state.floor.asked === me.id) return "answer";
    // questions have no last turn: whoever asks and leads stops when time is up
    const asksOn = QUESTIONING.includes(phase.floor.mode) && timeToGoOn(state, phase, at, may);
    return asksOn ? "go_on" : "your_turn";
  }
  // a presenter who facilitates as well has to end the phase from outside
  if ((apart !== null && apart !== "in_the_circle") || phase.floor.mode === "stillness") {
    if (timeToGoOn(state, phase, at, may)) return "go_on";
    if (apart === "out_of_room") return "out_of_room";
    return apart === "listening_only" ? "turned_away" : "still";
  }
  return isWritten(state)
    ? inWrittenPhase(state, phase, me, at, may)
    : inSpokenPhase(state, phase, me, at, may);
}

function inWrittenPhase(state: State, phase: Phase, me: Person, at: number, may: readonly Tag[]): Now {
  const kind = kindToWrite(state, me);
  if (kind) return kind === "ballot" || kind === "choice" ? "vote" : kind === "rating" ? "rate" : "write";
  if (mustChoose(state, phase, may)) return "choose";
  if (timeToGoOn(state, phase, at, may)) return "go_on";
  if (slotsOf(state, me.id).length > 0) return "ready";
  if (may.includes("take_floor")) return "may_speak";
  return phase.floor.mode === "reveal" ? "look" : "listen";
}

function inSpokenPhase(state: State, phase: Phase, me: Person, at: number, may: readonly Tag[]): Now {
  const { floor } = state;
  if (mustChoose(state, phase, may) && floor.holder === null) return "choose";
  if (timeToGoOn(state, phase, at, may)) return "go_on";
  if (state.groups.some((group) => group.includes(me.id))) return "in_group";
  if (phase.parts.length > 0 && me.part !== null) return "play";
  if (floor.asked === me.id || floor.queue[0] === me.id) return "next_up";
  return may.includes("take_floor") ? "may_speak" : "listen";
}

/** What is written first of what this person still has to write, or to say that they are ready with. */
function kindToWrite(state: State, me: Person): CardKind | undefined {
  if (!hasToWrite(state, me.id)) return undefined;
  const slots = slotsOf(state, me.id);
  return (slots.find((slot) => leftIn(state, me.id, slot) > 0) ?? slots[0])?.kind;
}

function mustChoose(state: State, phase: Phase, may: readonly Tag[]): boolean {
  const caseNeeded = phase.chooses_presenter || running(state)?.of_method === true;
  return caseNeeded && state.presenter === null && may.includes("choose_presenter");
}

/** Whether this person goes on now: every turn has been, everybody is ready, or time is up. */
function timeToGoOn(state: State, phase: Phase, at: number, may: readonly Tag[]): boolean {
  if (!may.includes("next")) return false;
  if (clockWords(state, at) === "up") return true;
  if (isWritten(state) && phase.writing.length > 0)
    return !counted(state).some((person) => hasToWrite(state, person.id));
  return state.floor.over;
}

/** Before the start: who still has to agree. Then: who still writes, or has the floor without being here. */
function peopleToWaitFor(state: State): PersonId[] {
  if (state.stage === "gathering")
    return awaited(state)
      .filter((person) => !isReady(person))
      .map((person) => person.id);
  if (!running(state)) return [];
  if (isWritten(state))
    return counted(state)
      .map((person) => person.id)
      .filter((id) => hasToWrite(state, id));
  const { holder } = state.floor;
  return holder !== null && !isHere(state, holder) ? [holder] : [];
}

/** The cards on this person's table. A presenter who is out of the room doesn't see what is written meanwhile. */
function cards(state: State, person: PersonId): EntryId[] {
  if (!state.people.get(person)?.assented) return [];
  const out =
    running(state)?.phase.presenter_place === "out_of_room" && roleOf(state, person) === "presenter";
  return [...state.entries.values()]
    .filter(
      (entry) =>
        mayRead(state, entry, person) && !(out && entry.phase === state.phase && entry.by !== person),
    )
    .map((entry) => entry.id);
}

function hiddenCounts(state: State): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { slot, hidden, withdrawn } of state.entries.values())
    if (hidden && !withdrawn) counts[slot] = (counts[slot] ?? 0) + 1;
  return counts;
}
