import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthOf } from "../../live/length.ts";
import { phase } from "../elements/cast.ts";

test("a round with each next presenter counts as often as it is expected to come", () => {
  const phases = [
    phase("before"),
    phase("telling"),
    phase("asking", { next_presenter: { to: "telling" } }),
    phase("after"),
  ];

  assert.equal(lengthOf({ phases }), (1 + 3 + 3 + 1) * 600);
});

test("a round for two presenters counts twice", () => {
  const phases = [phase("telling", { next_presenter: { to: "telling", presenters: 2 } })];

  assert.equal(lengthOf({ phases }), 2 * 600);
});

test("a round that comes again later repeats only itself", () => {
  const round = [phase("telling"), phase("asking", { next_presenter: { to: "telling" } })];

  assert.equal(lengthOf({ phases: [...round, phase("between"), ...round] }), (6 + 1 + 6) * 600);
});
