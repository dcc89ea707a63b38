/** Which deeds would be accepted now: the table of `kring.core.meetings.transitions`, row by row. */
import { remainingSeconds } from "./clock.ts";
import type { PersonId, Phase, Role, Tag } from "./messages.ts";
import {
  answerers,
  awaited,
  counted,
  decides,
  goesAround,
  hasAskedEnough,
  hasFloorToGive,
  here,
  isHere,
  isReady,
  isSpeaker,
  mayBeHeard,
  questionsAreUp,
  roleOf,
  running,
  seated,
} from "./standing.ts";
import type { Person, State } from "./state.ts";
import { caseAt, hasDeclined } from "./state.ts";
import { leftIn, mayChange, mayWithdraw, slotsOf } from "./writing.ts";

const FEWEST = 2;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Moment {
  readonly state: State;
  readonly me: Person | undefined;
  readonly by: PersonId;
  readonly now: number;
  readonly phase: Phase | undefined;
}

type During = "running" | "pause" | "time-out" | "always";
type Row = readonly [
  stage: "both" | "gathering" | "meeting",
  who: "door" | "seated" | "member" | "facilitator",
  during: During,
  possible: (moment: Moment) => boolean,
];

/** The tags of the commands that would be accepted now (with fitting fields), sorted. */
export function mayNow(state: State, by: PersonId, now: number): Tag[] {
  const moment = { state, by, now, me: state.people.get(by), phase: running(state)?.phase };
  return (Object.keys(ROWS) as Tag[]).filter((tag) => isOpen(ROWS[tag], moment)).sort();
}

function isOpen([stage, who, during, possible]: Row, moment: Moment): boolean {
  const { state, me } = moment;
  if (state.stage === "closed" || (stage !== "both" && stage !== state.stage)) return false;
  if (who !== "door" && (!me || !me.present || me.left)) return false;
  if (who === "member" && !me?.assented) return false;
  if (who === "facilitator" && state.facilitator !== moment.by) return false;
  if (state.time_out_by !== null && (during === "running" || during === "pause")) return false;
  if (state.paused && during === "running") return false;
  return possible(moment);
}

const always = (): boolean => true;
const inTurn = ({ phase }: Moment): boolean => goesAround(phase?.floor);

const ROWS: Readonly<Record<Tag, Row>> = {
  join: ["both", "door", "always", ({ me }) => !me || (!me.left && !me.present)],
  leave: ["both", "seated", "always", always],
  introduce: ["both", "seated", "always", always],
  assent: ["both", "seated", "always", ({ me }) => !me?.assented],
  sit_with: ["both", "member", "always", maySit],
  observe: [
    "both",
    "member",
    "always",
    ({ state, by }) => state.facilitator !== by && state.presenter !== by,
  ],
  take_over: ["both", "member", "always", mayTakeOver],
  hand_over: [
    "both",
    "facilitator",
    "always",
    ({ state, by }) => here(state).some((person) => person.id !== by && person.assented),
  ],
  start: ["gathering", "facilitator", "running", mayStart],
  next: ["meeting", "member", "running", mayGoOn],
  back: ["meeting", "facilitator", "running", ({ state }) => state.phase > 0],
  loop: ["meeting", "member", "running", mayLoop],
  give_time: [
    "meeting",
    "member",
    "always",
    ({ state, by, phase }) => phase !== undefined && decides(state, by, phase.extend_by),
  ],
  pause: ["meeting", "facilitator", "running", always],
  resume: ["meeting", "facilitator", "pause", ({ state }) => state.paused],
  ask_break: ["meeting", "member", "running", ({ state, by }) => !state.break_asked_by.includes(by)],
  call_time_out: ["meeting", "member", "running", always],
  end_time_out: ["meeting", "member", "time-out", mayEndTimeOut],
  raise_hand: ["meeting", "member", "running", mayRaiseHand],
  lower_hand: [
    "meeting",
    "member",
    "running",
    (moment) => !inTurn(moment) && moment.state.floor.queue.includes(moment.by),
  ],
  take_floor: [
    "meeting",
    "member",
    "running",
    (moment) =>
      maySpeak(moment) &&
      !inTurn(moment) &&
      moment.state.floor.holder === null &&
      !hasAskedEnough(moment.state, moment.by),
  ],
  yield_floor: ["meeting", "member", "running", ({ state, by }) => state.floor.holder === by],
  pass: ["meeting", "member", "running", mayPass],
  give_floor: ["meeting", "facilitator", "running", mayGiveFloor],
  skip: [
    "meeting",
    "facilitator",
    "running",
    ({ state }) => state.floor.holder !== null || state.floor.queue.length > 0,
  ],
  take_part: ["meeting", "member", "running", mayTakePart],
  take_off_part: ["meeting", "member", "always", ({ me }) => Boolean(me?.part)],
  contribute: [
    "meeting",
    "member",
    "pause",
    ({ state, by }) => slotsOf(state, by).some((slot) => leftIn(state, by, slot) > 0),
  ],
  change: [
    "meeting",
    "member",
    "pause",
    ({ state, by }) => [...state.entries.values()].some((entry) => mayChange(state, by, entry)),
  ],
  withdraw: [
    "meeting",
    "member",
    "pause",
    ({ state, by }) => [...state.entries.values()].some((entry) => mayWithdraw(state, by, entry)),
  ],
  finish: [
    "meeting",
    "member",
    "pause",
    ({ state, by, me }) => slotsOf(state, by).length > 0 && !me?.finished,
  ],
  unfinish: ["meeting", "member", "pause", ({ me }) => me?.finished === true],
  decline: ["meeting", "member", "pause", mayDecline],
  choose_presenter: [
    "meeting",
    "facilitator",
    "running",
    ({ state }) => candidates(state).some((person) => person.id !== state.presenter),
  ],
  close_meeting: ["both", "facilitator", "always", always],
};

/** Whose case it could be. */
export const candidates = (state: State): Person[] =>
  counted(state).filter((person) => person.assented && !hasDeclined(state, person));

/** Whom the facilitator may give the floor. */
export function mayGetFloor(state: State): PersonId[] {
  const asked = answerers(state, state.floor.asker);
  return seated(state)
    .map((person) => person.id)
    .filter((id) => id !== state.floor.holder && (isSpeaker(state, id) || asked.includes(id)));
}

/** The parts that nobody plays yet; where turns go around, one after another may play the same. */
export function freeParts(state: State): string[] {
  const phase = running(state)?.phase;
  if (phase?.floor.in_turn) return phase.parts.map(({ id }) => id);
  const taken = new Set(seated(state).map((person) => person.part));
  return (phase?.parts ?? []).map(({ id }) => id).filter((id) => !taken.has(id));
}

function whoPlays({ floor }: Phase): readonly Role[] {
  return floor.mode === "interview" && floor.answered_by ? [floor.answered_by] : floor.speakers;
}

/** Whether the case that it is about now has been worked on. */
const caseHasBegun = (state: State): boolean =>
  state.plan.phases
    .slice(0, Math.max(0, state.phase))
    .some((planned) => planned.of_method && planned.case === caseAt(state, state.phase));

function mayTakeOver({ state, now }: Moment): boolean {
  if (isHere(state, state.facilitator)) return false;
  const gone = state.facilitator === null ? undefined : state.people.get(state.facilitator);
  if (!gone || gone.left || gone.away_since === null) return true;
  return now - gone.away_since >= (state.plan.pace === "live" ? MINUTE_MS : DAY_MS);
}

/** Where several circles gather; not once one's cards lie with those of a circle. */
function maySit({ state, by }: Moment): boolean {
  if ((state.plan.circles ?? []).length === 0) return false;
  const lying = new Set(state.heaps.flatMap(({ entries }) => entries));
  return ![...state.entries.values()].some((entry) => entry.by === by && lying.has(entry.id));
}

function mayStart({ state, me }: Moment): boolean {
  const people = awaited(state);
  const [part, whole] = state.plan.starts_with ?? [1, 1];
  const ready = people.filter(isReady).length;
  return people.length >= FEWEST && me !== undefined && isReady(me) && ready * whole >= people.length * part;
}

function mayGoOn({ state, by, phase, now }: Moment): boolean {
  if (!phase) return false;
  const days = state.plan.pace === "days";
  const facilitates = days && state.facilitator === by;
  const deadline = days && (remainingSeconds(state, now) ?? 1) <= 0;
  if (!decides(state, by, phase.end_by) && !facilitates && !deadline) return false;
  return !(phase.chooses_presenter && state.presenter === null && candidates(state).length > 0);
}

function mayLoop({ state, by, phase }: Moment): boolean {
  const loop = phase?.loop;
  if (!loop || !decides(state, by, loop.decided_by)) return false;
  const block = state.plan.phases[state.phase]?.block;
  const reachable = state.plan.phases
    .slice(0, state.phase + 1)
    .some((planned) => planned.block === block && planned.phase.id === loop.to);
  return reachable && (state.loops.get(state.phase) ?? 0) < loop.most;
}

function mayEndTimeOut({ state, by }: Moment): boolean {
  if (state.time_out_by === null) return false;
  if (by === state.time_out_by || by === state.facilitator) return true;
  return !isHere(state, state.time_out_by) && !isHere(state, state.facilitator);
}

function maySpeak({ state, by, phase, me }: Moment): boolean {
  const needsPart = phase?.floor.mode === "role_play" && phase.parts.length > 0 && !me?.part;
  return isSpeaker(state, by) && !needsPart && !questionsAreUp(state);
}

function mayRaiseHand(moment: Moment): boolean {
  const { state, by } = moment;
  const { holder, queue } = state.floor;
  if (!maySpeak(moment) || inTurn(moment) || holder === by || queue.includes(by)) return false;
  return holder !== null || hasAskedEnough(state, by);
}

function mayPass(moment: Moment): boolean {
  const { state, by, phase } = moment;
  const inRow = inTurn(moment) && state.floor.queue.includes(by);
  // where nothing runs, nobody holds the floor either
  return (state.floor.holder === by || inRow) && (phase?.floor.may_pass ?? true);
}

function mayGiveFloor({ state }: Moment): boolean {
  return hasFloorToGive(state) && mayGetFloor(state).length > 0;
}

function mayTakePart({ state, by, phase }: Moment): boolean {
  return (
    phase !== undefined &&
    mayBeHeard(state, by) &&
    whoPlays(phase).includes(roleOf(state, by)) &&
    freeParts(state).length > 0
  );
}

function mayDecline({ state, me }: Moment): boolean {
  const planned = running(state);
  if ((me && hasDeclined(state, me)) || planned === undefined) return false;
  const begun = planned.has_presenter || caseHasBegun(state);
  return !begun || planned.phase.chooses_presenter;
}
