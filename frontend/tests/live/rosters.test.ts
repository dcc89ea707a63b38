import assert from "node:assert/strict";
import { test } from "node:test";
import type { Roster } from "../../live/rosters.ts";
import { nameOf, renewed } from "../../live/rosters.ts";

const noor = ["noor", "key-1", "sign-1", "Noor"] as const;
const noorAgain = ["noor", "key-2", "sign-2", "Noor"] as const;
const bram = ["bram", "key-3", "sign-3", "Bram"] as const;
const imane = ["imane", "key-4", "sign-4", "Imane"] as const;
const CHAIN: readonly Roster[] = [
  [noor, bram],
  [noorAgain, bram],
  [noorAgain, bram, imane],
];

test("a key that changed is told until the words were compared with that key", () => {
  const before = new Set([noor.join(" "), bram.join(" ")]);
  const after = new Set([noorAgain.join(" "), bram.join(" ")]);

  assert.deepEqual(renewed(CHAIN, "bram", new Set()), ["Noor"]);
  assert.deepEqual(renewed(CHAIN, "bram", before), ["Noor"]);
  assert.deepEqual(renewed(CHAIN, "bram", after), []);
});

test("nobody is told of their own key, nor of one that changed before they came", () => {
  assert.deepEqual(renewed(CHAIN, "noor", new Set()), []);
  assert.deepEqual(renewed(CHAIN, "imane", new Set()), []);
});

test("who has left keeps their name", () => {
  assert.equal(nameOf([...CHAIN, [bram]], "imane"), "Imane");
  assert.equal(nameOf(CHAIN, "joost"), null);
});
