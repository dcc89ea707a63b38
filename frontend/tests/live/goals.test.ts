/** Whoever has the key may have written anything: what a page shows of it is a goal, or nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { marksOf, mirrorOf, ownGoal, seenGoal, sharedGoal, widestGaps } from "../../live/goal-shapes.ts";
import type { Kept } from "../../live/kept.ts";
import { today } from "../../live/kept.ts";

const written = (says: Kept["says"]): Kept => ({
  ...{ field: "goal.own", item: "goal", by: "noor", isMine: true, rev: 1, cameLater: [] },
  says,
});

test("a goal keeps its words, and what isn't one is nothing", () => {
  const says = {
    v: 1,
    since: "2026-11-22",
    wish: "to ask on",
    capabilities: ["asking_on", 5],
    themes: "conflict",
  };

  const goal = ownGoal(written(says));

  assert.deepEqual(goal, {
    id: "goal",
    capabilities: ["asking_on"],
    themes: [],
    own_view: "",
    wish: "to ask on",
    differently: "",
    since: "2026-11-22",
    shared_since: null,
    closed_on: null,
    ending: null,
  });
  for (const wrong of [null, {}, { since: "yesterday" }, { since: 20261122 }])
    assert.deepEqual([ownGoal(written(wrong)), sharedGoal(written(wrong))], [null, null]);
});

test("a mark outside of one to five is none", () => {
  const told = { on: "2026-11-22", goal: "goal", meeting: "first", words: "you waited" };

  const marks = [0, 1, 5, 6, 2.5, "3", null].map((mark) => seenGoal(written({ ...told, mark }))?.mark);

  assert.deepEqual(marks, [null, 1, 5, null, null, null, null]);
  assert.deepEqual(
    marksOf({ marks: [{ on: "2026-11-22", mark: 3 }, { on: "x", mark: 3 }, null, { mark: 9 }] }),
    [{ on: "2026-11-22", mark: 3 }],
  );
  assert.deepEqual(mirrorOf({ capabilities: { feedback: { now: 7, wish: 4, words: 1 } } }), {
    feedback: { now: null, wish: 4, words: "" },
  });
});

test("one wishes to grow most where the wish is furthest from now", () => {
  const at = (now: number | null, wish: number | null) => ({ now, wish, words: "" });

  const gaps = widestGaps({
    own_role: at(2, 3),
    feedback: at(1, 5),
    mirroring: at(4, 4),
    asking_on: at(null, 5),
  });

  assert.deepEqual(gaps, ["feedback", "own_role"]);
});

test("the day is that of the person's own calendar", () => {
  assert.equal(today(new Date(2026, 0, 5, 0, 30)), "2026-01-05");
});
