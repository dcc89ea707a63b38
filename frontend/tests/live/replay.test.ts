import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { NumberedEvent, PersonId, Plan } from "../../live/messages.ts";
import type { State } from "../../live/state.ts";
import { beginning, evolve, replay } from "../../live/state.ts";
import type { View } from "../../live/view.ts";
import { view } from "../../live/view.ts";

interface Step {
  readonly now: string;
  /** By person, or for `everybody` where all get the same. */
  readonly events: Readonly<Record<string, readonly NumberedEvent[]>>;
  /** What changed in each person's view. */
  readonly views: Readonly<Record<PersonId, Partial<View>>>;
}

interface Vectors {
  readonly plans: Readonly<Record<string, Plan>>;
  readonly meetings: readonly { readonly plan: string; readonly steps: readonly Step[] }[];
}

const file = new URL("../../../tests/vectors/replay.json", import.meta.url);
const { plans, meetings } = JSON.parse(readFileSync(file, "utf8")) as Vectors;

for (const { plan: name, steps } of meetings) {
  const plan = plans[name];
  assert.ok(plan);
  const onlookers = Object.keys(steps[0]?.views ?? {});

  for (const person of onlookers) {
    test(`${person} sees what the engine says: ${name}`, () => {
      let state: State = beginning(plan);
      let expected: Partial<View> = {};
      for (const { now, events, views } of steps) {
        state = evolve(state, eventsFor(events, person));
        expected = { ...expected, ...views[person] };

        assert.deepEqual(view(state, person, Date.parse(now)), expected, `at event ${state.number}`);
      }
    });

    test(`${person} sees the same after a reload: ${name}`, () => {
      const all = steps.flatMap(({ events }) => eventsFor(events, person));
      const oneByOne = all.reduce((state, event) => evolve(state, [event]), beginning(plan));

      assert.deepEqual(replay(plan, all), oneByOne);
      assert.deepEqual(evolve(oneByOne, all), oneByOne);
    });
  }
}

function eventsFor(events: Step["events"], person: PersonId): readonly NumberedEvent[] {
  return events[person] ?? events.everybody ?? [];
}
