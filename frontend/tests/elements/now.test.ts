import assert from "node:assert/strict";
import { test } from "node:test";
import { sentence } from "../../elements/now.ts";
import { NAMES, person, phase, room, texts } from "./cast.ts";

const floor = room().view.floor;

test("who listens reads whose turn it is, in the listening tone", () => {
  const now = sentence(room({ view: { floor: { ...floor, holder: "joost", queue: ["wei"] } } }), texts);

  assert.equal(now.say, "now.listen.to Joost");
  assert.equal(now.aside, "aside.next Wei");
  assert.equal(now.tone, "listen");
  assert.equal(now.atOnce, false);
});

test("one's own turn is said at once, with the instruction for one's role", () => {
  const now = sentence(room({ view: { now: "your_turn" } }), texts);

  assert.equal(now.say, "now.your_turn");
  assert.equal(now.more, "peers: doe one");
  assert.equal(now.tone, "turn");
  assert.equal(now.atOnce, true);
});

test("in a phase for questions a turn is a question", () => {
  const asking = phase("ask", { floor: { ...phase("ask").phase.floor, question_only: true } });

  assert.equal(
    sentence(room({ phases: [asking], view: { now: "your_turn" } }), texts).say,
    "now.your_turn.question",
  );
});

test("the presenter who will be asked is told that questions come", () => {
  const asking = phase("ask", { floor: { ...phase("ask").phase.floor, answered_by: "presenter" } });

  const now = sentence(room({ phases: [asking], view: { role: "presenter" } }), texts);

  assert.equal(now.say, "now.listen.answering");
});

test("a small group is named without oneself", () => {
  const now = sentence(room({ groups: [["imane", "joost", "wei"]], view: { now: "in_group" } }), texts);

  assert.match(now.say, /^now\.in_group\.with list\.and Joost Wei$/);
});

test("the wall speaks to nobody in particular", () => {
  const people = NAMES.map((name) => person(name, { holdsFloor: name === "Joost" }));

  const now = sentence(room({ onWall: true, people, view: { now: "your_turn" } }), texts);

  assert.equal(now.say, "wall.holder Joost");
  assert.equal(now.more, "Doel");
});

test("who has left is told so, while the others go on", () => {
  const now = sentence(room({ isOver: true, view: { now: "closed" } }), texts);

  assert.equal(now.say, "now.left");
});

test("in a phase of more rounds it says which one this is", () => {
  const twice = phase("twice", { floor: { ...phase("twice").phase.floor, mode: "round_robin", rounds: 2 } });

  assert.equal(sentence(room({ phases: [twice] }), texts).aside, "aside.round 1 2");
});

test("who has still to say their name or agree isn't told of the others, who has done so is", () => {
  const aside = (now: "introduce" | "assent" | "wait_for_others"): string =>
    sentence(room({ stage: "gathering", view: { now, people_to_wait_for: ["joost"] } }), texts).aside;

  assert.equal(aside("introduce"), "");
  assert.equal(aside("assent"), "");
  assert.equal(aside("wait_for_others"), "aside.waiting Joost");
});
