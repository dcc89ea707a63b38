/** A circle's history for its vitality: what the server knows in the open, and what only its members can open. */
import type { History, Intention, Meeting, Presence } from "../vitality/history.ts";
import type { Circle } from "./circle.ts";
import type { Course } from "./course.ts";
import { readCourses } from "./courses.ts";
import { ask } from "./http.ts";
import type { Text } from "./messages.ts";
import { readRatings } from "./ratings.ts";
import { readAll } from "./read-all.ts";

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

/** As much of the record of a meeting as tells of intentions. */
interface Recorded {
  readonly steps: readonly {
    readonly cards: readonly { readonly kind: string; readonly by: { readonly id: string } | null }[];
  }[];
}

const WEEK_MS = 7 * 24 * 3600 * 1000;

export async function readHistory(circle: Circle): Promise<Told> {
  const [{ body: facts }, courses, { given }, records, ready] = await Promise.all([
    ask<Facts>("GET", `/circles/${circle.group}/vitality/facts/`),
    readCourses(circle),
    readRatings(circle),
    readAll<Recorded>(circle, "meeting.record"),
    readReady(circle),
  ]);
  const meetings = facts.meetings.map((held): Meeting => ({
    ...merged(held, courses.get(held.id), facts.names),
    case_ahead: caseAhead(held.on, ready),
    ratings: given.get(held.id) ?? [],
    intentions: intentionsOf(held, facts.meetings, records, courses),
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
  names: Facts["names"],
): Omit<Meeting, "case_ahead" | "ratings" | "intentions"> {
  if (!course) {
    const cases = [{ presenter: null, method }];
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

/** What members left a meeting with, and whether there was a look-back at a later one that they were at. */
function intentionsOf(
  { id }: Held,
  meetings: readonly Held[],
  records: ReadonlyMap<string, Recorded>,
  courses: ReadonlyMap<string, Course>,
): readonly Intention[] {
  const later = meetings.slice(meetings.findIndex((one) => one.id === id) + 1);
  return cardsOf(records.get(id), "intention").map((member) => ({
    member,
    looked_back: later.some(
      (one) =>
        cardsOf(records.get(one.id), "look_back").includes(member) ||
        (courses.get(one.id)?.looked_back === true && wasAt(one, member)),
    ),
  }));
}

function cardsOf(record: Recorded | undefined, kind: string): readonly string[] {
  const cards = record?.steps.flatMap((step) => step.cards) ?? [];
  return cards.flatMap((card) => (card.kind === kind && card.by ? [card.by.id] : []));
}

function wasAt({ presences }: Held, member: string): boolean {
  return presences.some((one) => one.member === member && one.attendance === "present");
}

/** The cases that members offered, where the circle has a stock of them. */
async function readReady(circle: Circle): Promise<readonly Ready[]> {
  const [offered, brought] = await Promise.all([
    readAll<{ offered_on: string }>(circle, "case.offered"),
    readAll<{ on: string }>(circle, "case.brought"),
  ]);
  return [...offered].map(([item, { offered_on: day }]) => ({
    offered: day,
    brought: brought.get(item)?.on ?? null,
  }));
}
