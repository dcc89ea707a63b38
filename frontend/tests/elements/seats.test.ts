import assert from "node:assert/strict";
import { test } from "node:test";
import { marksOf, tapOn } from "../../elements/seats.ts";
import { NAMES, person, phase, room, texts } from "./cast.ts";

const signOf = (more: object, name = "Wei"): string => {
  const { sign } = marksOf(person(name, more), room(), texts);
  return sign.split("\n").join(", ");
};

test("an empty chair says that somebody isn't here, whoever they are", () => {
  assert.equal(signOf({ isAway: true }, "Noor"), "sign.away");
});

test("what somebody does comes before who they are", () => {
  assert.equal(signOf({ holdsFloor: true }, "Noor"), "sign.holder, sign.presenter");
  assert.equal(signOf({ isTurnedAway: true }, "Noor"), "sign.turned, sign.presenter");
});

test("whoever plays a part is that part, and nothing in brackets", () => {
  const part = { id: "other", name: { nl: "de ander (door Noor)", en: "the other (by Noor)" } };
  const play = phase("play", { parts: [part] });
  const noor = person("Noor", { part: "other" });

  assert.equal(marksOf(noor, room({ phases: [play] }), texts).sign, "sign.plays de ander");
  assert.equal(marksOf(noor, room(), texts).sign, "sign.presenter");
});

test("a raised hand shows where hands are raised, and not in a round", () => {
  const wei = person("Wei", { isQueued: true });
  const round = phase("round", { floor: { ...phase("round").phase.floor, mode: "round_robin" } });

  assert.equal(marksOf(wei, room(), texts).mark, "hand");
  assert.equal(marksOf(wei, room({ phases: [round] }), texts).mark, "");
});

test("the facilitator gives the floor by a tap on a person", () => {
  const tap = tapOn(person("Wei"), room({ view: { may: ["give_floor"] } }));

  assert.deepEqual(tap, { say: "tap.give_floor", deed: { do: "give_floor", to: "wei" } });
});

test("who holds the floor puts a question to somebody by a tap, where more than one may answer", () => {
  const asking = phase("ask", { floor: { ...phase("ask").phase.floor, mode: "statement_when_asked" } });

  const tap = tapOn(
    person("Wei"),
    room({ phases: [asking], people: someone("Wei"), view: { may: ["yield_floor"] } }),
  );

  assert.equal(tap, null);
  const people = NAMES.map((name) => person(name, { isMe: name === "Imane" }));
  const wei = people.find(({ id }) => id === "wei");
  assert.ok(wei);
  assert.deepEqual(tapOn(wei, room({ phases: [asking], people, view: { may: ["yield_floor"] } })), {
    say: "tap.ask",
    deed: { do: "yield_floor", to: "wei" },
  });
});

test("a tap on somebody who isn't here does nothing", () => {
  assert.equal(tapOn(person("Wei", { isAway: true }), room({ view: { may: ["give_floor"] } })), null);
});

const someone = (name: string): ReturnType<typeof person>[] => [
  person("Imane", { isMe: true }),
  person(name),
];
