import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, isChoosing } from "../../elements/choice.ts";
import { shares } from "../../elements/shares.ts";
import { readIntention, writeIntention } from "../../elements/slots.ts";
import { about, labelsOn, piles } from "../../elements/table.ts";
import { whoSees } from "../../elements/sees.ts";
import { NAMES, card, person, phase, room, writing } from "./cast.ts";

const questions = phase("ask", { writing: [writing("questions", { kind: "question", shown: "together" })] });
const warmth = writing("warmth", {
  kind: "rating",
  by: ["presenter"],
  about: "questions",
  choices: [
    { id: "warm", name: { nl: "warm", en: "warm" } },
    { id: "cold", name: { nl: "koud", en: "cold" } },
  ],
});
const rating = phase("rate", { writing: [warmth] });

test("the pile of this phase lies on top, what came before behind it", () => {
  const advice = phase("advise", { writing: [writing("advice")] });
  const cards = [card("q", "questions", { kind: "question" }), card("a", "advice", { phase: 1 })];

  const found = piles(room({ phases: [questions, advice], phaseIndex: 1, cards }));

  assert.deepEqual(
    found.map(({ slot, isNow }) => [slot, isNow]),
    [
      ["advice", true],
      ["questions", false],
    ],
  );
});

test("what lies face down is counted without one's own", () => {
  const own = card("q", "questions", { kind: "question", isMine: true, isHidden: true });

  const [pile] = piles(
    room({ phases: [questions], cards: [own], view: { hidden_counts: { questions: 3 } } }),
  );

  assert.equal(pile?.hidden, 2);
});

test("labels stand on the card they are about, in words", () => {
  const cards = [
    card("q", "questions", { kind: "question" }),
    card("r", "warmth", { kind: "rating", phase: 1, about: "q", text: "warm" }),
  ];

  const [question] = cards;
  assert.ok(question);
  assert.deepEqual(labelsOn(question, room({ phases: [questions, rating], phaseIndex: 1, cards })), ["warm"]);
});

test("only who has the slot can label a card", () => {
  const question = card("q", "questions", { kind: "question" });
  const scene = { phases: [questions, rating], phaseIndex: 1, cards: [question] };

  assert.deepEqual(about(question, room(scene)), []);
  assert.deepEqual(
    about(question, room({ ...scene, view: { slots: [{ slot: "warmth", left: 1, own: [] }] } })),
    [warmth],
  );
});

test("ballots are counted when they are open, and not before", () => {
  const offers = [
    card("one", "offers", { kind: "offer", by: "noor" }),
    card("two", "offers", { kind: "offer", by: "wei" }),
  ];
  const ballot = (id: string, text: string | null, isMine = false): ReturnType<typeof card> =>
    card(id, "ballots", { kind: "ballot", by: null, text, isMine });

  const before = choice(room({ cards: [...offers, ballot("mine", "one", true)] }));
  const after = choice(
    room({ cards: [...offers, ballot("mine", "one", true), ballot("b", "one"), ballot("c", "two")] }),
  );

  assert.equal(before.isCounted, false);
  assert.equal(after.isCounted, true);
  assert.deepEqual(
    after.offers.map(({ name, ballots }) => [name, ballots]),
    [
      ["Noor", 2],
      ["Wei", 1],
    ],
  );
});

test("a case is chosen in its own block, and the choice is off the table when the method begins", () => {
  const offer = card("one", "offers", { kind: "offer" });
  const choosing = {
    ...phase("choose", { writing: [writing("offers", { kind: "offer" })] }),
    block: "choosing",
    of_method: false,
  };

  assert.equal(isChoosing(room({ phases: [choosing, phase("tell")], cards: [offer] })), true);
  assert.equal(isChoosing(room({ phases: [choosing, phase("tell")], phaseIndex: 1, cards: [offer] })), false);
});

test("shares follow the order of the circle and add up to the whole", () => {
  const people = NAMES.map((name, i) => person(name, { turns: i, floorSeconds: i * 10 }));

  assert.deepEqual(
    shares({ people }).map(({ name, percent }) => [name, percent]),
    [
      ["Bram", 0],
      ["Noor", 10],
      ["Imane", 20],
      ["Joost", 30],
      ["Wei", 40],
    ],
  );
});

test("an intention keeps its date, and plain words are an intention too", () => {
  assert.deepEqual(readIntention(writeIntention({ text: "bellen", date: "2026-12-01" })), {
    text: "bellen",
    date: "2026-12-01",
  });
  assert.deepEqual(readIntention("gewoon bellen"), { text: "gewoon bellen", date: null });
  assert.deepEqual(readIntention("42"), { text: "42", date: null });
});

test("before writing it says who will see it, when, and whether with a name", () => {
  const asPeer = { view: room().view };

  assert.equal(whoSees(writing("x", { shown_to: "writer" }), asPeer), "sees.writer");
  assert.equal(
    whoSees(writing("x", { shown: "together", named: false }), asPeer),
    "sees.group.together.unnamed",
  );
  assert.equal(whoSees(writing("x", { shown_to: "presenter" }), asPeer), "sees.presenter.at_once");
});
