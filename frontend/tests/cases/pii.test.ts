import assert from "node:assert/strict";
import { test } from "node:test";
import { instead } from "../../cases/pii/advice.ts";
import { check } from "../../cases/pii/check.ts";
import { isBsn, isHealthNumber } from "../../cases/pii/citizen-number.ts";
import type { Kind } from "../../cases/pii/finding.ts";
import { SILENT, TELLING } from "./sentences.ts";

const TODAY = "2026-11-30";
const SIDECODES =
  "AA-99-99 99-99-AA 99-AA-99 AA-99-AA AA-AA-99 99-AA-AA 99-AAA-9 9-AAA-99 AA-999-A A-999-AA AAA-99-A A-99-AAA 9-AA-999 999-AA-9";

/** The same numbers each time, evenly enough for a test. */
function* chance(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const numbers = chance(9);
const upTo = (limit: number): number => Math.floor(numbers.next().value * limit);
const digits = (many: number): string => Array.from({ length: many }, () => upTo(10)).join("");
const letter = (): string => "BDFGHJKLNPRSTVXZ".charAt(upTo(16));
const kinds = (text: string): readonly Kind[] => check(text, TODAY).map(({ kind }) => kind);

function validBsn(): string {
  for (;;) {
    const number = digits(9);
    if (isBsn(number)) return number;
  }
}

for (const marked of TELLING) {
  test(`finds ${marked}`, () => {
    const expected = [...marked.matchAll(/«(\w+):([^»]+)»/g)].map(([, kind, words]) => `${kind}: ${words}`);
    const text = marked.replace(/«\w+:([^»]+)»/g, "$1");

    const found = check(text, TODAY).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

    assert.deepEqual(found, expected);
  });
}

for (const text of SILENT) {
  test(`is silent on ${text}`, () => {
    const found = check(text, TODAY).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

    assert.deepEqual(found, []);
  });
}

test("every valid citizen service number is found, whatever separates it", () => {
  for (let count = 0; count < 300; count += 1) {
    const number = validBsn();
    const separator = ["", " ", ".", "-"][upTo(4)] ?? "";
    const written = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(separator);

    assert.ok(kinds(`Het nummer ${written} stond erbij.`).includes("citizen_number"), written);
  }
});

test("one wrong figure makes it another number, and most random ones are left alone", () => {
  let found = 0;
  for (let count = 0; count < 1000; count += 1) {
    const number = validBsn();
    const place = upTo(9);
    const other = String((Number(number[place]) + 1 + upTo(9)) % 10);
    assert.equal(isBsn(number.slice(0, place) + other + number.slice(place + 1)), false);
    found += kinds(`Het nummer ${1 + upTo(9)}${digits(8)} stond erbij.`).includes("citizen_number") ? 1 : 0;
  }
  assert.ok(found < 150, `${found} of 1000`); // one in eleven passes the test
});

test("eight figures are a citizen service number only when called so", () => {
  assert.equal(isBsn("10000008"), true);
  assert.deepEqual(kinds("Het nummer 10000008 stond erbij."), []);
  assert.deepEqual(kinds("Het bsn 10000008 stond erbij."), ["citizen_number"]);
  assert.equal(isBsn("000000000"), false);
});

test("a health number is told by its last figure", () => {
  assert.equal(isHealthNumber("9434765919"), true);
  for (let last = 0; last < 9; last += 1) assert.equal(isHealthNumber(`943476591${last}`), false);
});

test("every Dutch sidecode is a plate, and the same in small letters isn't", () => {
  for (const code of SIDECODES.split(" ")) {
    const plate = code.replace(/A/g, letter).replace(/9/g, () => digits(1));

    assert.deepEqual(kinds(`De auto, ${plate}, stond er nog.`), ["plate"], plate);
    assert.deepEqual(kinds(`Wij noemen dat ${plate.toLowerCase()} hier.`), [], plate);
    assert.deepEqual(kinds(`Het kenteken was ${plate.toLowerCase()} hier.`), ["plate"], plate);
  }
});

test("Dutch mobile numbers are found however they are grouped", () => {
  for (let count = 0; count < 100; count += 1) {
    const rest = digits(8);
    const ways = [
      `06${rest}`,
      `06-${rest}`,
      `06 ${rest.slice(0, 4)} ${rest.slice(4)}`,
      `06 ${rest.slice(0, 2)} ${rest.slice(2, 4)} ${rest.slice(4, 6)} ${rest.slice(6)}`,
      `+316${rest}`,
      `0031 6 ${rest}`,
      `+31 (0)6 ${rest}`,
    ];
    for (const way of ways) assert.deepEqual(kinds(`Bel ${way} maar.`), ["telephone"], way);
  }
});

test("sums of money, times and days of meetings are left alone", () => {
  for (let count = 0; count < 300; count += 1) {
    const sum = `${1 + upTo(999)}.${digits(3)},${digits(2)}`;
    const time = `${10 + upTo(13)}.${10 + upTo(49)} uur`;
    const day = `${1 + upTo(28)}-${1 + upTo(12)}-${2025 + upTo(3)}`;

    assert.deepEqual(kinds(`Op ${day} om ${time} ging het over € ${sum}.`), [], `${day} ${time} ${sum}`);
  }
});

test("what is found lies in the text, in order, and never twice over the same words", () => {
  for (let count = 0; count < 200; count += 1) {
    const parts = Array.from(
      { length: 6 },
      () => [...TELLING, ...SILENT][upTo(TELLING.length + SILENT.length)],
    );
    const text = parts.join(" ").replace(/«\w+:([^»]+)»/g, "$1");
    let last = 0;
    for (const { start, end } of check(text, TODAY)) {
      assert.ok(last <= start && start < end && end <= text.length);
      last = end;
    }
  }
});

test("a long text is checked before anybody notices", () => {
  const text = [...TELLING, ...SILENT]
    .join(" ")
    .replace(/«\w+:([^»]+)»/g, "$1")
    .repeat(12);
  const before = performance.now();

  check(text, TODAY);
  check("0 ".repeat(20_000), TODAY);
  check("A".repeat(40_000), TODAY);
  check("Van der ".repeat(5_000), TODAY);

  assert.ok(performance.now() - before < 1500);
});

test("every kind says what to write instead, in both languages", () => {
  const found = new Set(
    TELLING.flatMap((marked) => [...marked.matchAll(/«(\w+):/g)].map(([, kind]) => kind)),
  );

  assert.equal(found.size, 7);
  for (const kind of found as Set<Kind>) assert.notEqual(instead(kind, "nl"), instead(kind, "en"));
});
