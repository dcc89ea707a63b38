import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Feedback, Goal, OwnMark, Point } from "../../growth/line.ts";
import { seasonLine } from "../../growth/line.ts";
import type { Outcome, Sheet } from "../../growth/self-check.ts";
import { outcomes } from "../../growth/self-check.ts";

interface Vectors {
  readonly lines: readonly { goal: Goal; own: OwnMark[]; feedback: Feedback[]; points: Point[] }[];
  readonly criteria: readonly string[];
  readonly checks: readonly { sheets: Sheet[]; closed: boolean; outcomes: Outcome[] | null }[];
}

const file = new URL("../../../tests/vectors/growth.json", import.meta.url);
const { lines, criteria, checks } = JSON.parse(readFileSync(file, "utf8")) as Vectors;

for (const [number, { goal, own, feedback, points }] of lines.entries()) {
  test(`season line ${number} runs as in the craft`, () => {
    assert.deepEqual(seasonLine(goal, own, feedback), points);
  });
}

for (const [number, check] of checks.entries()) {
  test(`self-check ${number} is counted as in the craft`, () => {
    assert.deepEqual(outcomes(criteria, check.sheets, check.closed), check.outcomes);
  });
}

test("a mark that isn't one is refused", () => {
  assert.throws(() => outcomes(criteria, [{ feedback: 6 }], true), RangeError);
  assert.throws(() => outcomes(criteria, [{ feedback: 2.5 }], true), RangeError);
});
