import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { advise } from "../../advice/advise.ts";
import type { Advice, Reason, Situation, Suitcase, Traits } from "../../advice/shapes.ts";
import { sentence } from "../../advice/telling.ts";

type Asked = Readonly<{
  situation: Omit<Situation, "history">;
  history: readonly string[];
  /** What differs from the shipped methods, where the library is another one. */
  own: readonly (Partial<Traits> & { id: string })[] | null;
}>;

interface Answered {
  readonly ranked: readonly (readonly [string, readonly number[], readonly number[]])[];
  readonly hindered: readonly (readonly [string, number])[];
}

interface Vectors {
  readonly suitcase: Suitcase;
  readonly said: readonly (readonly [Reason, string, string])[];
  readonly asked: readonly Asked[];
  readonly answered: readonly Answered[];
}

const file = new URL("../../../tests/vectors/advice.json", import.meta.url);
const { suitcase, said, asked, answered } = JSON.parse(readFileSync(file, "utf8")) as Vectors;

test("the browser gives the advice of the craft, reason by reason", () => {
  assert.equal(asked.length, answered.length);
  for (const [number, one] of asked.entries()) {
    const advice = advise({ ...one.situation, history: one.history }, suitcaseOf(one));

    assert.deepEqual(told(advice), expected(answered[number]), `situation ${number}`);
  }
});

test("the browser says every reason in the same words", () => {
  for (const [reason, nl, en] of said) {
    assert.equal(sentence(reason, suitcase.sentences, "nl"), nl);
    assert.equal(sentence(reason, suitcase.sentences, "en"), en);
  }
});

test("the order in which methods come doesn't matter", () => {
  const backwards = { ...suitcase, methods: [...suitcase.methods].reverse() };
  for (const { situation, history } of asked.slice(0, 50))
    assert.deepEqual(
      advise({ ...situation, history }, backwards),
      advise({ ...situation, history }, suitcase),
    );
});

function suitcaseOf({ own }: Asked): Suitcase {
  if (own === null) return suitcase;
  const shipped = new Map(suitcase.methods.map((method) => [method.id, method]));
  const methods = own.map((changes) => {
    const method = shipped.get(changes.id);
    assert.ok(method);
    return { ...method, ...changes };
  });
  return { ...suitcase, methods };
}

function told({ ranked, hindered }: Advice): unknown {
  return {
    ranked: ranked.map(({ method, reasons, cautions }) => [method.id, reasons, cautions]),
    hindered: hindered.map(({ method, obstacle }) => [method.id, obstacle]),
  };
}

function expected(answer: Answered | undefined): unknown {
  assert.ok(answer);
  const reasons = (numbers: readonly number[]): unknown => numbers.map((number) => said[number]?.[0]);
  return {
    ranked: answer.ranked.map(([id, favours, cautions]) => [id, reasons(favours), reasons(cautions)]),
    hindered: answer.hindered.map(([id, obstacle]) => [id, said[obstacle]?.[0]]),
  };
}
