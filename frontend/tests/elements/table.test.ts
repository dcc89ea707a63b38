import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, isChoosing } from "../../elements/choice.ts";
import { shares } from "../../elements/shares.ts";
import { readIntention, writeIntention } from "../../elements/slots.ts";
import { about, cardText, labelsOn, piles } from "../../elements/table.ts";
import { pick, votesFor } from "../../elements/picking.ts";
import { whoSees } from "../../elements/sees.ts";
import { NAMES, card, person, phase, room, texts, writing } from "./cast.ts";

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

  const ballots = writing("ballots", { kind: "ballot", about: "offers", named: false });
  const phases = [phase("choose", { writing: [writing("offers", { kind: "offer" }), ballots] })];
  const mine = ballot("mine", "one", true);

  const before = choice(room({ phases, cards: [...offers, mine] }));
  const after = choice(room({ phases, cards: [...offers, mine, ballot("b", "one"), ballot("c", "two")] }));

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

const LEVELS = [
  { id: "beliefs", name: { nl: "overtuigingen", en: "beliefs" } },
  { id: "skills", name: { nl: "vaardigheden", en: "skills" } },
];

test("a vote on labels is counted without names, the most first", () => {
  const level = writing("level", { kind: "ballot", named: false, shown: "together", choices: LEVELS });
  const picked = (id: string, choice: number, more = {}): ReturnType<typeof card> => {
    const label = LEVELS[choice];
    return card(id, "level", {
      kind: "ballot",
      by: null,
      text: label?.id ?? "",
      label: label?.name ?? null,
      ...more,
    });
  };
  const hidden = picked("mine", 1, { isMine: true, isHidden: true });
  const phases = [phase("vote", { writing: [level] }), phase("show", { reveals: ["level"] })];

  const [before] = piles(room({ phases, cards: [hidden], view: { hidden_counts: { level: 3 } } }));
  const cards = [picked("mine", 1, { isMine: true }), picked("b", 0), picked("c", 0)];
  const [after] = piles(room({ phases, phaseIndex: 1, cards }));

  assert.deepEqual([before?.cards.length, before?.hidden], [0, 2]);
  assert.deepEqual(
    after?.cards.map((one) => [cardText(one, texts, "nl"), one.votes, one.isMine]),
    [
      ["overtuigingen", 2, false],
      ["vaardigheden", 1, false],
    ],
  );
});

test("a vote on cards can be given on each, and its count stands there once the votes are open", () => {
  const ballot = writing("vote", { kind: "ballot", about: "questions", named: false, shown: "together" });
  const question = card("q", "questions", { kind: "question" });
  const voting = phase("vote", { writing: [ballot] });
  const scene = { phases: [questions, voting], phaseIndex: 1 };
  const mine = card("mine", "vote", { kind: "ballot", text: "q", isMine: true, isHidden: true });

  const open = room({ ...scene, cards: [question], view: { slots: [{ slot: "vote", left: 1, own: [] }] } });

  assert.deepEqual(about(question, open), [ballot]);
  assert.equal(votesFor(question, room({ ...scene, cards: [question, mine] })), null);
  const shown = [{ ...mine, isHidden: false }, card("b", "vote", { kind: "ballot", text: "other" })];
  assert.equal(votesFor(question, room({ ...scene, cards: [question, ...shown] })), 1);
  const opening = { phases: [questions, voting, phase("settle", { reveals: ["vote"] })], phaseIndex: 2 };
  assert.deepEqual(
    piles(room({ ...opening, cards: [question, ...shown] })).map(({ slot, isNow }) => [slot, isNow]),
    [["questions", true]],
  );
});

test("what is picked anew takes the place of what was picked before", () => {
  const scale = writing("scale", { kind: "choice", choices: LEVELS });
  const given = card("g", "scale", { kind: "choice", revision: 2 });

  const [first] = pick(scale, "skills", null);
  const [again, words] = pick(scale, "skills", given);

  assert.equal(first.do, "contribute");
  assert.deepEqual(again, { do: "change", entry: "g", revision: 3 });
  assert.equal(words.text, "skills");
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
