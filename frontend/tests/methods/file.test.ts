/** Every method of the library through the editor's file and back. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import type { Row } from "../../methods/data.ts";
import { read, write } from "../../methods/file.ts";

const LIBRARY = `${import.meta.dirname}/../../../src/kring/core/methods/library`;
const FILES = readdirSync(LIBRARY).filter((name) => name.endsWith(".yaml"));
const source = (name: string): string => readFileSync(`${LIBRARY}/${name}`, "utf8");
const NOTHING_TAKEN = new Set<string>();

function taken(text: string): Row {
  const found = read(text, NOTHING_TAKEN);
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  return found.method;
}

const faults = (text: string): string[] => {
  const found = read(text, NOTHING_TAKEN);
  return "faults" in found ? found.faults.map(({ line, place, name }) => `${line} ${place} ${name}`) : [];
};

test("every method of the library comes back from a file as it went in", () => {
  assert.ok(FILES.length > 30);
  for (const name of FILES) {
    const whole = parse(source(name), { version: "1.1" }) as Row;
    assert.deepEqual(taken(source(name)), whole, name);
    assert.deepEqual(taken(write(taken(source(name)))), whole, name);
  }
});

test("the file begins with the line by which it is known, and folds no sentence", () => {
  const written = write(taken(source("roddel.yaml")));

  assert.equal(written.split("\n")[0], "# yaml-language-server: $schema=method.schema.json");
  assert.match(written, /^ {4}minutes: \{least: 3, usual: 5, most: 8\}$/m);
  assert.match(written, /^ {2}nl: "De inbrenger keert zich af .* die er niet is\."$/m);
});

test("words that other readers take for yes or no are quoted", () => {
  const method = { ...taken(source("basis.yaml")), id: "on" };

  assert.match(write(method), /^id: "on"$/m);
});

test("a faulty file is told by line and place", () => {
  const basis = source("basis.yaml");
  const line = (text: string, what: string): number =>
    text.split("\n").findIndex((one) => one.includes(what)) + 1;

  const worded = basis.replace("level: beginner", "level: starter");
  assert.deepEqual(faults(worded), [`${line(worded, "level:")} level fit.word`]);

  const misspelt = basis.replace("preparation:", "preperation:");
  assert.deepEqual(faults(misspelt), [
    `${line(misspelt, "preperation")} preperation fit.unknown`,
    "2 preparation fit.missing",
  ]);

  const numbered = basis.replace(/usual: \d+/, "usual: ten");
  assert.match(
    faults(numbered)[0] ?? "",
    new RegExp(`^${line(numbered, "usual: ten")} phases › 1 › minutes › usual fit.number$`),
  );

  assert.deepEqual(faults(""), ["null  fit.empty"]);
  assert.deepEqual(faults('name: "half'), ["1  fit.no_yaml"]);
  assert.deepEqual(faults("id: one\nid: two\n"), ["2  fit.twice"]);
  assert.deepEqual(faults(`# ${"x".repeat(60_000)}`), ["null  fit.too_large"]);
});

test("ids that can't stand in a meeting are told", () => {
  const basis = source("basis.yaml");
  const first = /- id: (\w+)/.exec(basis)?.[1] ?? "";

  assert.match(
    faults(basis.replace(`- id: ${first}`, "- id: Mijn stap")).join(),
    /phases › 1 › id id\.no_word/,
  );
  const found = read(basis, new Set([first]));
  assert.ok("faults" in found && found.faults[0]?.name === "id.taken");
});
