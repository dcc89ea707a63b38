import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Course } from "../../live/course.ts";
import { courseOf, dayOf } from "../../live/course.ts";
import type { NumberedEvent, Plan } from "../../live/messages.ts";

interface Replay {
  readonly plans: Readonly<Record<string, Plan>>;
  readonly meetings: readonly {
    readonly plan: string;
    readonly steps: readonly { readonly events: Readonly<Record<string, readonly NumberedEvent[]>> }[];
  }[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
const { plans, meetings } = read("replay") as Replay;
const courses = read("courses") as readonly Omit<Course, "v" | "names" | "looked_back">[];

for (const [number, { plan: name, steps }] of meetings.entries()) {
  const plan = plans[name];
  assert.ok(plan);
  const events = steps.flatMap(({ events }) => events.everybody ?? events.bram ?? []);

  test(`the course of a meeting is that of the craft: ${name}`, () => {
    const { v, names, looked_back: lookedBack, ...course } = courseOf(plan, events, "2026-03-02");

    assert.equal(v, 1);
    assert.equal(typeof lookedBack, "boolean");
    assert.deepEqual(course, courses[number]);
    assert.deepEqual(new Set(Object.keys(names)), new Set(course.cases.map(({ method }) => method)));
  });
}

test("methods of one's own are told apart by their names", () => {
  const [meeting] = meetings;
  const plan = plans[meeting?.plan ?? ""];
  assert.ok(meeting && plan);
  const events = meeting.steps.flatMap(({ events }) => events.everybody ?? events.bram ?? []);
  const called = { nl: "Zo doen wij het", en: "" };
  const own = {
    ...plan,
    phases: plan.phases.map((phase) =>
      phase.of_method ? { ...phase, block: "own", block_name: called } : phase,
    ),
  };

  const { cases, names } = courseOf(own, events, "2026-03-02");

  assert.deepEqual(names, { "own: Zo doen wij het": called });
  assert.ok(cases.every(({ method }) => method === "own: Zo doen wij het"));
});

test("a meeting is of the day on which it started", () => {
  const events = [{ number: 1, at: "2026-03-02T12:00:00.000+00:00", event: "started", by: "bram" }] as const;

  assert.equal(dayOf(events), "2026-03-02");
});

test("a look-back that was passed by is none", () => {
  const plan = plans["two cases"];
  assert.ok(plan);
  const number = plan.phases.findIndex(({ block }) => block === "look_back");
  const lookedBackIn = (seconds: number): boolean => {
    const at = (second: number): string => new Date(Date.UTC(2026, 2, 2, 9, 0, second)).toISOString();
    const floor = {
      holder: null,
      queue: [],
      round: 1,
      asked: null,
      asker: null,
      in_a_row: 0,
      over: false,
      done: [],
    };
    const entered = (phase: number) =>
      ({ event: "phase_entered", by: "bram", phase, seconds: 300, how: "next", floor }) as const;
    const events: readonly NumberedEvent[] = [
      { number: 1, at: at(0), event: "started", by: "bram" },
      { number: 2, at: at(0), ...entered(number) },
      { number: 3, at: at(seconds), ...entered(number + 1) },
      { number: 4, at: at(900), event: "closed", by: "bram" },
    ];
    return courseOf(plan, events, "2026-03-02").looked_back;
  };

  assert.equal(lookedBackIn(20), false);
  assert.equal(lookedBackIn(200), true);
});
