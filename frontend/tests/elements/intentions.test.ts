import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { added, bringAlong, helpFor, lookedBackOn, quoted } from "../../elements/brought.ts";
import { intentionsLeft, lookedBackIn } from "../../elements/intentions-left.ts";
import { writeIntention } from "../../elements/slots.ts";
import { card, phase, room, writing } from "./cast.ts";

const nothing = { goals: [], intentions: [], cases: [] };
const intends = (text: string): { text: string; date: null } => ({ text, date: null });
const asks = { shown: "Ask first", adds: `${quoted("Ask first")}\n` };

afterEach(() => bringAlong(nothing));

test("three of one's own intentions help to look back, and cases help to offer one", () => {
  const intentions = ["one", "two", "three", "four"].map(intends);
  bringAlong({
    ...nothing,
    intentions,
    cases: [{ title: "Late again", card: "Late again\n\nWhat do I do?" }],
  });

  const help = (kind: "look_back" | "offer" | "advice"): string[] =>
    helpFor(writing("slot", { kind })).map(({ adds }) => adds);

  assert.deepEqual(help("look_back"), ["“one”\n", "“two”\n", "“three”\n"]);
  assert.deepEqual(help("offer"), ["Late again\n\nWhat do I do?"]);
  assert.deepEqual(help("advice"), []);
});

test("what was typed stays in front of what is added", () => {
  assert.equal(added("", asks, 4000), "“Ask first”\n");
  assert.equal(added("Well.\n", asks, 4000), "Well.\n\n“Ask first”\n");
});

test("a box never holds more than a card", () => {
  const long = added("x".repeat(30), { shown: "", adds: "y".repeat(100) }, 50);

  assert.equal(long.length, 50);
  assert.ok(long.startsWith("x".repeat(30)));
});

test("what came of an intention is what follows its quote", () => {
  const cards = ["Well.\n\n“Ask first”\nIt worked.\n\n“Leave at five”\nNot on Friday."];

  const said = lookedBackOn(cards, ["Ask first", "Leave at five", "Say no"]);

  assert.deepEqual(said, ["It worked.", "Not on Friday.", null]);
});

test("an intention of many lines is found again by its beginning", () => {
  const long = `Ask first,\nand then ${"wait ".repeat(100)}`;

  const said = lookedBackOn([`${quoted(long)}\nI waited.`], [long]);

  assert.equal(quoted(long).length, 202);
  assert.deepEqual(said, ["I waited."]);
});

const closing = phase("intend", {
  writing: [
    writing("told", { kind: "intention" }),
    writing("unnamed", { kind: "intention", named: false }),
    writing("noted", { kind: "intention", shown_to: "writer" }),
    writing("to_presenter", { kind: "intention", shown_to: "presenter" }),
  ],
});
const mine = {
  kind: "intention",
  isMine: true,
  text: writeIntention({ text: "Ask", date: "2026-11-30" }),
} as const;

test("only what was told to everybody under one's name is told to the circle", () => {
  const cards = [
    card("a", "told", mine),
    card("b", "unnamed", { ...mine, isNamed: false }),
    card("c", "noted", mine),
    card("d", "to_presenter", mine),
  ];

  const left = intentionsLeft(room({ phases: [closing], cards }));

  assert.deepEqual(
    left.map(({ item, isShared }) => [item, isShared]),
    [
      ["a", true],
      ["b", false],
      ["c", false],
      ["d", false],
    ],
  );
  assert.deepEqual(left[0], { item: "a", text: "Ask", date: "2026-11-30", isShared: true });
});

test("nobody leaves with the intention of another, or with one that never arrived", () => {
  const cards = [
    card("a", "told", { ...mine, isMine: false }),
    card("b", "told", { ...mine, isUnsent: true }),
  ];

  assert.deepEqual(intentionsLeft(room({ phases: [closing], cards })), []);
});

test("one's own look-back cards alone speak of one's intentions", () => {
  const back = phase("back", { writing: [writing("look_backs", { kind: "look_back" })] });
  const text = "“Ask first”\nIt worked.";
  const look = (isMine: boolean): (string | null)[] =>
    lookedBackIn(
      room({ phases: [back], cards: [card("a", "look_backs", { kind: "look_back", isMine, text })] }),
      ["Ask first"],
    );

  assert.deepEqual([look(true), look(false)], [["It worked."], [null]]);
});
