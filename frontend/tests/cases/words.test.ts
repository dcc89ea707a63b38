import assert from "node:assert/strict";
import { test } from "node:test";
import { besides } from "../../cases/known-names.ts";
import { isAboutMe } from "../../cases/own-question.ts";
import { check } from "../../cases/pii/check.ts";

const TODAY = "2026-11-30";

for (const question of [
  "Hoe kan ik haar laten uitpraten?",
  "Wat maakt dat dit mij zo raakt?",
  "Waar ligt mijn grens?",
  "How can I let her finish?",
  "What makes this so hard for me?",
]) {
  test(`is about oneself: ${question}`, () => assert.equal(isAboutMe(question), true));
}

for (const question of [
  "Waarom luistert zij niet?",
  "Wat moet het team anders doen?",
  "Is dikwijls bellen verstandig?",
  "Why doesn't she listen?",
  "What should World War I. teach a team?",
  "Mikken zij te hoog?",
]) {
  test(`isn't about oneself: ${question}`, () => assert.equal(isAboutMe(question), false));
}

test("a member's own name gives nobody away, a client's does", () => {
  const text = "Bram zei dat Fatima wegliep, en Saskia Hoekstra ook. Noor de Wit was erbij.";
  const found = besides(check(text, TODAY), text, ["Bram", "Saskia", "Noor de Wit"]);

  assert.deepEqual(
    found.map(({ start, end }) => text.slice(start, end)),
    ["Fatima", "Saskia Hoekstra"],
  );
});

test("a member's telephone number is found all the same", () => {
  const text = "Bel Bram op 06-12345678.";

  assert.deepEqual(
    besides(check(text, TODAY), text, ["Bram"]).map(({ kind }) => kind),
    ["telephone"],
  );
});
