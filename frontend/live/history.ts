/** A circle's history for its vitality: what the server knows in the open, and what only its members can open. */
import type { History, Intention, Meeting, Presence } from "../vitality/history.ts";
import { offered } from "./cases.ts";
import type { Circle } from "./circle.ts";
import type { Course } from "./course.ts";
import { readCourses } from "./courses.ts";
import { ask } from "./http.ts";
import { lookedBackByMeeting } from "./intentions.ts";
import type { Text } from "./messages.ts";
import { readRatings } from "./ratings.ts";

/** One meeting as the server knows it. */
interface Held {
  readonly id: string;
  readonly on: string;
  readonly planned_minutes: number;
  readonly used_minutes: number;
  readonly method: string;
  readonly presences: readonly Presence[];
}

export interface Facts extends Omit<History, "meetings"> {
  readonly today: string;
  readonly me: string;
  /** By account, also of who has left. */
  readonly names: Readonly<Record<string, string>>;
  readonly meetings: readonly Held[];
  readonly methods: Readonly<Record<string, Text>>;
}

export interface Told {
  readonly history: History;
  readonly today: string;
  readonly names: Readonly<Record<string, string>>;
  readonly methods: Readonly<Record<string, Text>>;
  /** Of how many meetings nothing but the plain facts are known here. */
  readonly plain: number;
}

/** When a case was offered, and when it was on the table; days as in 2026-11-30. */
export interface Ready {
  readonly offered: string;
  readonly brought: string | null;
}

const WEEK_MS = 7 * 24 * 3600 * 1000;

export async function readHistory(circle: Circle): Promise<Told> {
  const [{ body: facts }, courses, { given }, made, { cases }] = await Promise.all([
    ask<Facts>("GET", `/circles/${circle.group}/vitality/facts/`),
    readCourses(circle),
    readRatings(circle),
    lookedBackByMeeting(circle),
    offered(circle),
  ]);
  const ready = cases.map(({ offered_on, brought }) => ({
    offered: offered_on,
    brought: brought?.on ?? null,
  }));
  const meetings = facts.meetings.map((held): Meeting => ({
    ...merged(held, courses.get(held.id), facts),
    case_ahead: caseAhead(held.on, ready),
    ratings: given.get(held.id) ?? [],
    intentions: lookedBackAt(made.get(held.id) ?? [], laterThan(held, facts.meetings), courses),
  }));
  const names = [...courses.values()].map(({ names }) => names);
  return {
    history: { ...facts, meetings },
    today: facts.today,
    names: facts.names,
    methods: Object.assign({}, facts.methods, ...names) as Record<string, Text>,
    plain: facts.meetings.filter(({ id }) => !courses.has(id)).length,
  };
}

/** What was sealed at closing says it better than the server can; the day is the circle's own, so that is the server's. */
function merged(
  { on, planned_minutes, used_minutes, method, presences }: Held,
  course: Course | undefined,
  { names, methods }: Facts,
): Omit<Meeting, "case_ahead" | "ratings" | "intentions"> {
  if (!course) {
    const cases = methods[method] ? [{ presenter: null, method }] : []; // without a case it was for a block
    return {
      on,
      planned_minutes,
      used_minutes,
      presences,
      facilitator: null,
      cases,
      stretches: [],
      voices: [],
    };
  }
  return {
    on,
    planned_minutes: course.planned_minutes,
    used_minutes: course.used_minutes > 0 ? course.used_minutes : used_minutes,
    presences,
    facilitator: course.facilitator,
    cases: course.cases,
    stretches: course.stretches,
    voices: course.voices.filter(({ member }) => names[member] !== undefined),
  };
}

/** Whether a case lay ready a week before a day; null as long as the circle has never offered one by then. */
export function caseAhead(on: string, ready: readonly Ready[]): boolean | null {
  const weekBefore = new Date(Date.parse(on) - WEEK_MS).toISOString().slice(0, 10);
  if (!ready.some(({ offered }) => offered <= on)) return null;
  return ready.some(({ offered, brought }) => offered <= weekBefore && (brought === null || brought >= on));
}

/** An intention was looked back at in writing, or at a later meeting that took time for it and that its owner was at. */
function lookedBackAt(
  made: readonly Intention[],
  later: readonly Held[],
  courses: ReadonlyMap<string, Course>,
): readonly Intention[] {
  const lookedBack = later.filter(({ id }) => courses.get(id)?.looked_back === true);
  return made.map(({ member, looked_back }) => ({
    member,
    looked_back: looked_back || lookedBack.some((one) => wasAt(one, member)),
  }));
}

function laterThan({ id }: Held, meetings: readonly Held[]): readonly Held[] {
  return meetings.slice(meetings.findIndex((one) => one.id === id) + 1);
}

function wasAt({ presences }: Held, member: string): boolean {
  return presences.some((one) => one.member === member && one.attendance === "present");
}
