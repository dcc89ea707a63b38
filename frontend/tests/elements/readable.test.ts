/** What somebody reads of a circle after it has ended. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { readable } from "../../elements/readable.ts";

test("a text stays as it was written", () => {
  assert.equal(readable(" We begin on time.\n", "nl"), "We begin on time.");
  assert.equal(readable("{not JSON after all", "nl"), "{not JSON after all");
  assert.equal(readable("7", "nl"), "7");
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
    readable(JSON.stringify(own), "nl"),
    "**Advies**\n\n- **Bram**: Ask once more.\n  Then wait. (warm)\n  > The talk on Tuesday\n\nFor me: rest",
  );
});

test("nothing of what another room keeps is left out", () => {
  const goal = { wish: "Ask on", steps: ["listen", "wait"], name: { nl: "Doel", en: "Goal" }, on: null };

  const text = readable(
    JSON.stringify({ ...goal, steps: undefined, seen: { often: 3 }, words: ["a\nb"] }),
    "en",
  );

  assert.equal(text, "- wish: Ask on\n- name:\n  - Goal\n- seen:\n  - often: 3\n- words:\n  - a\n    b");
});
