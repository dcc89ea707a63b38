import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Reminder } from "../../cases/turn.ts";
import { whomToRemind } from "../../cases/turn.ts";

interface Vectors {
  readonly reminding: readonly {
    since: Record<string, string>;
    held: string[];
    least: number | null;
    reminders: Reminder[];
  }[];
}

const file = new URL("../../../tests/vectors/reminding.json", import.meta.url);
const { reminding } = JSON.parse(readFileSync(file, "utf8")) as Vectors;

for (const [number, { since, held, least, reminders }] of reminding.entries()) {
  test(`circle ${number} reminds the same people as in the craft`, () => {
    assert.deepEqual(whomToRemind(since, held, least), reminders);
  });
}
