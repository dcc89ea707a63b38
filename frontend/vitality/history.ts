/**
 * What a circle lived through, as far as its vitality rests on it; the words of `core/vitality/history.py`.
 *
 * The server gives dates, minutes, attendance, methods and the time phases took. What is sealed (ratings, intentions,
 * whether a case stood ready) is put in here, in the browser, after it was opened.
 */
export type Stretch = "small_talk" | "questions" | "advice" | "other";

export interface Presence {
  readonly member: string;
  readonly attendance: "present" | "excused" | "late_cancel" | "absent";
}

export interface StretchTime {
  readonly stretch: Stretch;
  readonly planned_seconds: number;
  readonly used_seconds: number;
}

export interface Worked {
  /** Null where nobody noted whose case it was. */
  readonly presenter: string | null;
  readonly method: string;
}

export interface Voice {
  readonly member: string;
  readonly seconds: number;
  readonly turns: number;
}

/** What one person said after a meeting, from 1 to 5, without saying who. */
export interface Rating {
  readonly depth: number;
  readonly safety: number;
}

export interface Intention {
  readonly member: string;
  readonly looked_back: boolean;
}

export interface Meeting {
  /** The day, as in 2026-11-30, in the circle's own zone. */
  readonly on: string;
  readonly planned_minutes: number;
  readonly used_minutes: number;
  readonly presences: readonly Presence[];
  readonly facilitator: string | null;
  readonly cases: readonly Worked[];
  /** Whether a case stood ready a week before; null where nobody noted it. */
  readonly case_ahead: boolean | null;
  readonly stretches: readonly StretchTime[];
  readonly voices: readonly Voice[];
  readonly ratings: readonly Rating[];
  readonly intentions: readonly Intention[];
}

export interface History {
  readonly members: readonly string[];
  /** The day of its start, or of its last renewal. */
  readonly started_on: string;
  readonly agreed_until: string | null;
  readonly rules: { readonly agreed_on: string | null; readonly everyone: boolean };
  /** Those that were held, the oldest first. */
  readonly meetings: readonly Meeting[];
  readonly cancelled: readonly { readonly on: string }[];
}

/** How many were there. */
export function present(meeting: Meeting): number {
  return meeting.presences.filter(({ attendance }) => attendance === "present").length;
}

/** Planned and used seconds of all phases of a stretch together. */
export function secondsFor(meeting: Meeting, stretch: Stretch): { planned: number; used: number } {
  const found = meeting.stretches.filter((time) => time.stretch === stretch);
  return {
    planned: sum(found.map((time) => time.planned_seconds)),
    used: sum(found.map((time) => time.used_seconds)),
  };
}

/** The method decides how long a presenter and a facilitator speak; the others share what is left. */
export function peerVoices(meeting: Meeting): readonly Voice[] {
  const apart = new Set([...meeting.cases.map(({ presenter }) => presenter), meeting.facilitator]);
  return meeting.voices.filter(({ member }) => !apart.has(member));
}

export function casesOf(history: History): readonly Worked[] {
  return history.meetings.flatMap(({ cases }) => cases);
}

/** Whose the cases were, as far as anybody noted it. */
export function presentersOf(history: History): readonly string[] {
  return casesOf(history)
    .map(({ presenter }) => presenter)
    .filter((presenter) => presenter !== null);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The last so many; `slice(-0)` would be all of them. */
export function last<T>(many: number, row: readonly T[]): readonly T[] {
  return row.slice(Math.max(0, row.length - many));
}
