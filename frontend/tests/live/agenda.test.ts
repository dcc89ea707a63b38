import assert from "node:assert/strict";
import { test } from "node:test";
import { kept, mended } from "../../elements/agenda-parts.ts";
import type { AgendaShown, Part } from "../../live/agenda.ts";
import { clockTimes, moved, nextQuarter, withMethod, withPart } from "../../live/agenda.ts";
import { fitting } from "../../live/goals.ts";

const part = (kind: Part["kind"], id: string): Part => ({ kind, id, minutes: null });
const ids = (parts: readonly Part[]): string[] => parts.map(({ id }) => id);
const meeting = [
  ...["arrival", "look_back", "choosing"].map((id) => part("block", id)),
  part("method", "basis"),
  ...["learning_round", "closing"].map((id) => part("block", id)),
];

test("each part begins when the one before is over, past midnight as well", () => {
  assert.deepEqual(clockTimes("19:30", [8, 45, 7]), ["19:30", "19:38", "20:23", "20:30"]);
  assert.deepEqual(clockTimes("23:50", [15]), ["23:50", "00:05"]);
});

test("people agree upon a whole quarter", () => {
  assert.equal(nextQuarter(new Date(2026, 2, 2, 19, 22)), "19:30");
  assert.equal(nextQuarter(new Date(2026, 2, 2, 19, 30)), "19:30");
  assert.equal(nextQuarter(new Date(2026, 2, 2, 23, 50)), "00:00");
});

test("a second case comes after the first, with its own choosing", () => {
  const [parts, place] = withPart(meeting, part("method", "roddel"), 12);

  const expected = [
    "arrival",
    "look_back",
    "choosing",
    "basis",
    "choosing",
    "roddel",
    "learning_round",
    "closing",
  ];
  assert.deepEqual(ids(parts), expected);
  assert.equal(place, 4);
});

test("an exercise comes before the learning round, and what went missing comes back to its place", () => {
  assert.equal(withPart(meeting, part("exercise", "open_questions"), 12)[1], 4);
  for (const [place, missing] of meeting.entries())
    if (missing.kind === "block")
      assert.equal(
        withPart(
          meeting.filter((_, i) => i !== place),
          missing,
          12,
        )[1],
        place,
        missing.id,
      );
});

test("what belongs to a circle's own life comes where it is usual", () => {
  assert.equal(withPart(meeting, part("block", "learning_goals"), 12)[1], 2);
  for (const id of ["self_check", "farewell"]) assert.equal(withPart(meeting, part("block", id), 12)[1], 5);
});

test("another method takes the place of the first; without a case it brings one", () => {
  assert.deepEqual(ids(withMethod(meeting, "roddel", 12)).slice(2, 4), ["choosing", "roddel"]);
  const bare = [part("block", "arrival"), part("block", "closing")];
  assert.deepEqual(ids(withMethod(bare, "roddel", 12)), ["arrival", "choosing", "roddel", "closing"]);
});

test("a part moves, and the others close up", () => {
  assert.deepEqual(moved(["a", "b", "c", "d"], 0, 2), ["b", "c", "a", "d"]);
  assert.deepEqual(moved(["a", "b", "c", "d"], 3, 1), ["a", "d", "b", "c"]);
});

test("what was made for a goal comes before what helps with it as well", () => {
  const things = [
    { name: "also", mainly: ["x"], also: ["asking_on"] },
    { name: "none", mainly: ["x"], also: [] },
    { name: "made", mainly: ["asking_on"], also: [] },
    { name: "both", mainly: ["asking_on"], also: ["feedback"] },
  ];

  const names = fitting(things, ["asking_on", "feedback"], (thing) => thing).map(({ name }) => name);

  assert.deepEqual(names, ["both", "made", "also"]);
});

test("a meeting that is for a block has it in its place, once, sharing in the time", () => {
  const parts = meeting.map(({ kind, id }) => ({ kind, id, name: id, minutes: 10, least: 5, most: 20 }));
  const shown: AgendaShown = { minutes: 60, parts, faults: [], warnings: [] };

  const brought = mended(null, shown, "self_check") ?? [];

  assert.deepEqual(ids(brought), [...ids(meeting).slice(0, -1), "self_check", "closing"]);
  assert.ok(brought.every(({ minutes }) => minutes === null));
  assert.equal(mended(kept(meeting), shown, "closing"), null);
});
