/**
 * The course of a meeting: who led, whose cases by which method, where the time went, how long each held the floor.
 * The twin of `core/vitality/course.py`; sealed for the circle when the meeting closes, because the server keeps none of it.
 */
import type { Meeting, Worked } from "../vitality/history.ts";
import { stretchesOf } from "../vitality/stretches.ts";
import type { NumberedEvent, PersonId, Plan, Text } from "./messages.ts";
import type { Clock, State } from "./state.ts";
import { beginning, evolve } from "./state.ts";

type Apart = "presences" | "ratings" | "intentions" | "case_ahead";

/** The text of the field `meeting.course`, version 1. */
export interface Course extends Omit<Meeting, Apart> {
  readonly v: 1;
  /** What the methods of its cases are called: one of somebody's own stands in no library. */
  readonly names: Readonly<Record<string, Text>>;
  /** Whether it took time for looking back on intentions; what is told there is seldom written down. */
  readonly looked_back: boolean;
}

/** One time that a phase was gone through, and whose case it was about when it ended. */
interface Passage {
  readonly phase: number;
  readonly seconds: number;
  readonly presenter: PersonId | null;
}

const LOOK_BACK = "look_back"; // the block in which intentions come back
const LEAST_LOOK = 60; // seconds: less is passing it by
const OWN = "own"; // the id of every method of somebody's own: they differ by name

/** `events`: from the first to the closing. `on`: the day, as in 2026-11-30. */
export function courseOf(plan: Plan, events: readonly NumberedEvent[], on: string): Course {
  const { state, passages } = gone(plan, events);
  const used = new Map<number, number>();
  const cases = new Map<string, Worked>();
  const names: Record<string, Text> = {};
  let lookedBack = 0;
  for (const { phase, seconds, presenter } of passages) {
    used.set(phase, (used.get(phase) ?? 0) + seconds);
    const planned = plan.phases[phase];
    if (planned?.block === LOOK_BACK) lookedBack += seconds;
    if (!planned?.of_method || presenter === null) continue;
    const { block, block_name: name } = planned;
    const method = block === OWN ? `${OWN}: ${name.nl === "" ? name.en : name.nl}` : block;
    const key = `${planned.case} ${presenter}`;
    if (cases.has(key)) continue;
    cases.set(key, { presenter, method });
    names[method] = name;
  }
  return {
    v: 1,
    on,
    planned_minutes: plannedMinutes(plan),
    used_minutes: usedMinutes(events),
    facilitator: state.facilitator,
    cases: [...cases.values()],
    stretches: stretchesOf(plan.phases, used),
    voices: [...state.people.values()]
      .sort((one, other) => one.seat - other.seat)
      .map(({ id, floor_seconds: seconds, turns }) => ({ member: id, seconds: halfUp(seconds), turns })),
    names,
    looked_back: lookedBack >= LEAST_LOOK,
  };
}

/** The day on which a meeting began, on this device's calendar; its members are in one zone, mostly. */
export function dayOf(events: readonly NumberedEvent[]): string {
  const began = new Date(events.find(({ event }) => event === "started")?.at ?? Date.now());
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${began.getFullYear()}-${two(began.getMonth() + 1)}-${two(began.getDate())}`;
}

/** Where it came to, and every phase that was left, in order. Pauses belong to the meeting and to none of its phases. */
function gone(plan: Plan, events: readonly NumberedEvent[]): { state: State; passages: Passage[] } {
  const passages: Passage[] = [];
  let state = beginning(plan);
  for (const event of events) {
    const { clock, phase, presenter } = state;
    if (clock && (event.event === "phase_entered" || event.event === "closed"))
      passages.push({ phase, seconds: secondsOn(clock, Date.parse(event.at)), presenter });
    state = evolve(state, [event]);
  }
  return { state, passages };
}

function secondsOn({ started, stopped, stood_still: stoodStill }: Clock, at: number): number {
  return ((stopped ?? at) - started) / 1000 - stoodStill;
}

/** What was asked for; a meeting that is written over days has as many as its phases have together. */
function plannedMinutes({ pace, minutes, phases }: Plan): number {
  return pace === "days" ? halfUp(phases.reduce((sum, { seconds }) => sum + seconds, 0) / 60) : minutes;
}

function usedMinutes(events: readonly NumberedEvent[]): number {
  const [started, closed] = ["started", "closed"].map((tag) => events.find(({ event }) => event === tag)?.at);
  if (started === undefined || closed === undefined) return 0;
  return halfUp((Date.parse(closed) - Date.parse(started)) / 60_000);
}

function halfUp(number: number): number {
  return Math.floor(number + 0.5);
}
