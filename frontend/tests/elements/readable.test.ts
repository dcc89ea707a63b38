/** What somebody reads of a circle after it has ended. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { ArchiveWords } from "../../elements/archive-words.ts";
import { readable } from "../../elements/readable.ts";
import { Texts } from "../../elements/texts.ts";

const ID = "c0ffee00-0000-4000-8000-000000000001";
const SAID = new Map([
  ["archive.word.wish", "What I wish"],
  ["archive.word.ending", "How it ended"],
  ["archive.word.ending.reached", "reached"],
]);
const WORDS = new ArchiveWords(new Texts(SAID), "en", new Map([[ID, "Bram"]]));

test("a text stays as it was written", () => {
  assert.equal(readable(" We begin on time.\n", "nl", WORDS), "We begin on time.");
  assert.equal(readable("{not JSON after all", "nl", WORDS), "{not JSON after all");
  assert.equal(readable("7", "nl", WORDS), "7");
});

test("a record has its steps, with who wrote what about what", () => {
  const card = {
    kind: "advice",
    by: { id: "1", name: "Bram" },
    text: "Ask once more.\nThen wait.",
    date: null,
    about: "The talk on Tuesday",
    labels: ["warm"],
  };
  const own = {
    v: 1,
    notes: "For me: rest",
    steps: [{ name: { nl: "Advies", en: "Advice" }, cards: [card] }],
  };

  assert.equal(
    readable(JSON.stringify(own), "nl", WORDS),
    "**Advies**\n\n- **Bram**: Ask once more.\n  Then wait. (warm)\n  > The talk on Tuesday\n\nFor me: rest",
  );
});

test("nothing of what another room keeps is left out", () => {
  const goal = { wish: "Ask on", steps: ["listen", "wait"], name: { nl: "Doel", en: "Goal" }, on: null };

  const text = readable(
    JSON.stringify({ ...goal, steps: undefined, seen: { often: 3 }, words: ["a\nb"] }),
    "en",
    WORDS,
  );

  assert.equal(text, "- What I wish: Ask on\n- name: Goal\n- seen:\n  - often: 3\n- words:\n  - a\n    b");
});

test("what was chosen and whoever is meant are called by name, and the rest of the program stays out", () => {
  const text = { v: 1, ending: "reached", member: ID, meeting: crypto.randomUUID(), words: ["reached"] };

  assert.equal(
    readable(JSON.stringify(text), "en", WORDS),
    "- How it ended: reached\n- member: Bram\n- words:\n  - reached",
  );
});
