/** The rules that look at words, which run in the browser; and what a new step or a copy must be. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Row } from "../../methods/data.ts";
import { at, copy, isRow, phasesOf, put, rows, text } from "../../methods/data.ts";
import { read } from "../../methods/file.ts";
import { adapted, copiedPhase, holdFloor, idOf, idsIn, writeIn } from "../../methods/making.ts";
import { remarksOnWords } from "../../methods/twins.ts";

const LIBRARY = `${import.meta.dirname}/../../../src/kring/core/methods/library`;
const NOTHING_TAKEN = new Set<string>();

function method(name: string): Row {
  const found = read(readFileSync(`${LIBRARY}/${name}.yaml`, "utf8"), NOTHING_TAKEN);
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  return found.method;
}

const names = (of: Row, taken = NOTHING_TAKEN): string[] =>
  remarksOnWords(of, taken).map(({ path, name }) => `${path.join(".")} ${name}`);

test("a sentence that is the same in both languages is told, unless one language is meant", () => {
  const roddel = method("roddel");
  assert.deepEqual(names(roddel), []);

  put(roddel, ["summary", "en"], at(roddel, ["summary", "nl"]));
  assert.deepEqual(names(roddel), ["summary.en not_translated"]);

  writeIn(roddel, ["nl"]);
  assert.deepEqual(names(roddel), []);
  assert.deepEqual(at(roddel, ["phases", 0, "name", "en"]), "De situatie en de leervraag");
});

test("ids that no meeting can have are told", () => {
  const basis = method("basis");
  const [first, second] = phasesOf(basis);
  assert.ok(first && second);

  assert.deepEqual(names(basis, new Set([text(second.id)])), ["phases.1.id id.taken"]);
  second.id = first.id ?? null;
  assert.deepEqual(names(basis), ["phases.1.id id.twice"]);
  second.id = "Tweede stap";
  assert.deepEqual(names(basis), ["phases.1.id id.no_word"]);
});

test("a name becomes an id that is a word", () => {
  assert.equal(idOf("Dé kring-ronde, op z'n Zwols!"), "de-kring-ronde-op-z-n-zwols");
  assert.equal(idOf("3 vragen"), "vragen");
});

test("an adapted method says where it comes from and keeps the source", () => {
  const roddel = method("roddel");
  const origin = { nl: "Bewerkt naar: Roddelmethode.", en: "Adapted from: Gossip method." };

  const made = adapted(
    roddel,
    { nl: "Ons roddelen", en: "Our gossip" },
    origin,
    { nl: "eigen", en: "own" },
    "nl",
  );

  assert.equal(made.id, "roddel-own");
  assert.equal(at(made, ["credit", "source"]), at(roddel, ["credit", "source"]));
  assert.equal(at(made, ["credit", "origin", "nl"]), origin.nl);
  assert.deepEqual(made.languages, ["nl"]);
});

test("a copied step has ids of its own and keeps pointing to its own cards", () => {
  const dilemma = method("dilemma");
  for (const phase of phasesOf(dilemma)) {
    const whole = copy(dilemma);
    whole.phases = [...phasesOf(whole), copiedPhase(phase, whole, new Set(["card"]))];
    assert.deepEqual(names(whole), []);
    const pointing = rows(phasesOf(whole).at(-1)?.writing).map(({ about }) => about);
    for (const about of pointing) assert.ok(about === undefined || idsIn(whole).has(text(about)));
  }
});

test("another way of holding the floor drops what only the old one had", () => {
  const floor: Row = {
    mode: "question_and_answer",
    speakers: ["peers"],
    answered_by: "presenter",
    pause_seconds: 3,
  };

  holdFloor(floor, "open_floor");
  assert.deepEqual(floor, { mode: "open_floor", speakers: ["peers"], pause_seconds: 3 });
  holdFloor(floor, "silent_writing");
  assert.deepEqual(floor, { mode: "silent_writing", pause_seconds: 3 });
  assert.ok(isRow(floor));
});
