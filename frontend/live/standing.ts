/** Who somebody is at this moment, and whether they may be heard. The same as `kring.core.meetings.standing`. */
import type { Floor, Mode, PersonId, PlannedPhase, Role } from "./messages.ts";
import type { Person, State } from "./state.ts";

const WITHOUT_FLOOR: readonly Mode[] = ["silent_writing", "stillness", "small_groups"];
const WRITTEN: readonly Mode[] = ["silent_writing", "stillness", "reveal", "rating", "vote"];
export const QUESTIONING: readonly Mode[] = ["question_and_answer", "interview", "statement_when_asked"];

/** The phase that the meeting is in; none before the start and after the closing. */
export const running = (state: State): PlannedPhase | undefined =>
  state.stage === "meeting" ? state.plan.phases[state.phase] : undefined;

/** Everybody who hasn't left for good, in order of arrival. */
export const seated = (state: State): Person[] => [...state.people.values()].filter((person) => !person.left);

/** Everybody whose line is open. */
export const here = (state: State): Person[] => seated(state).filter((person) => person.present);

/** Whom the meeting waits for: who is here, or, written over days, who has a seat. */
export const counted = (state: State): Person[] => (state.plan.pace === "live" ? here(state) : seated(state));

/** Whether they told a name and agreed to the ground rules. */
export const isReady = (person: Person): boolean => person.assented && person.introduced !== "";

/** Whom the start waits for: who is here; and, written over days, also who agreed and went. */
export const awaited = (state: State): Person[] =>
  seated(state).filter((person) => person.present || (state.plan.pace === "days" && isReady(person)));

/** The one role that decides what somebody may say and write. */
export function roleOf(state: State, person: PersonId): Role {
  if (running(state)?.has_presenter && state.presenter === person) return "presenter";
  if (state.facilitator === person) return "facilitator";
  return state.people.get(person)?.observer ? "observer" : "peers";
}

/** Whether they must neither speak nor write to the group in this phase. */
export function isSilent(state: State, person: PersonId): boolean {
  const phase = running(state)?.phase;
  if (!phase) return true;
  const role = roleOf(state, person);
  return (
    phase.silent.includes(role) ||
    (role === "presenter" && phase.presenter_place !== "in_the_circle") ||
    phase.floor.mode === "stillness"
  );
}

/** Whether they agreed to the ground rules, are still part of it and needn't be silent. */
export function mayBeHeard(state: State, person: PersonId): boolean {
  const found = state.people.get(person);
  return found !== undefined && found.assented && !found.left && !isSilent(state, person);
}

/** Whether the floor passes from one to another in this phase. */
export function hasFloorToGive(state: State): boolean {
  const floor = running(state)?.phase.floor;
  return (
    floor !== undefined &&
    state.plan.pace === "live" &&
    floor.speakers.length > 0 &&
    !WITHOUT_FLOOR.includes(floor.mode)
  );
}

/** Whether the floor may be theirs in this phase. */
export function isSpeaker(state: State, person: PersonId): boolean {
  const floor = running(state)?.phase.floor;
  return (
    floor !== undefined &&
    hasFloorToGive(state) &&
    floor.speakers.includes(roleOf(state, person)) &&
    mayBeHeard(state, person)
  );
}

/** Who may be asked. Where a method names no role, anybody who may speak. */
export function answerers(state: State, asker: PersonId | null): PersonId[] {
  const floor = running(state)?.phase.floor;
  if (!floor || !QUESTIONING.includes(floor.mode) || !hasFloorToGive(state)) return [];
  return seated(state)
    .map((person) => person.id)
    .filter(
      (id) =>
        id !== asker &&
        mayBeHeard(state, id) &&
        (floor.answered_by ? roleOf(state, id) === floor.answered_by : isSpeaker(state, id)),
    );
}

/** Whether somebody else who is here goes first, because this one has asked so often in a row. */
export function hasAskedEnough(state: State, person: PersonId): boolean {
  const most = running(state)?.phase.floor.most_in_a_row ?? null;
  return (
    most !== null &&
    state.floor.asker === person &&
    state.floor.in_a_row >= most &&
    here(state).some((other) => other.id !== person && isSpeaker(state, other.id))
  );
}

/** Whether everybody gets a turn in a visible order. */
export const goesAround = (floor: Floor | undefined): boolean =>
  floor !== undefined && (floor.mode === "round_robin" || floor.in_turn === true);

/** Whether all questions that the method allows in this phase have been put. */
export function questionsAreUp(state: State): boolean {
  const most = running(state)?.phase.floor.most_questions ?? null;
  return most !== null && (state.floor.questions ?? 0) >= most;
}

/** Whether somebody's line is open. */
export function isHere(state: State, person: PersonId | null): boolean {
  const found = person === null ? undefined : state.people.get(person);
  return found !== undefined && found.present && !found.left;
}

/**
 * Whether a decision that the method gives to these roles is theirs: the facilitator's where nobody who is here
 * has such a role.
 */
export function decides(state: State, person: PersonId, roles: readonly Role[]): boolean {
  if (roles.includes(roleOf(state, person))) return true;
  if (state.facilitator !== person) return false;
  return (
    roles.includes("facilitator") || !here(state).some((other) => roles.includes(roleOf(state, other.id)))
  );
}

/** Whether a phase is for writing: by its kind, or because the meeting is written over days. */
export function isWritten(state: State): boolean {
  const planned = running(state);
  return planned !== undefined && (WRITTEN.includes(planned.phase.floor.mode) || state.plan.pace === "days");
}

/** Whether the presenter is out of the room, or turned away. */
export function presenterIsApart(state: State): boolean {
  const planned = running(state);
  return (
    planned !== undefined &&
    planned.has_presenter &&
    state.presenter !== null &&
    planned.phase.presenter_place !== "in_the_circle"
  );
}
