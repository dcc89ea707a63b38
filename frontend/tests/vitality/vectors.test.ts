import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Language } from "../../vitality/book.ts";
import type { History } from "../../vitality/history.ts";
import type { Row } from "../../vitality/series.ts";
import { drawings } from "../../vitality/series.ts";
import type { Signal } from "../../vitality/signal.ts";
import { told } from "../../vitality/telling.ts";
import { watch } from "../../vitality/watching.ts";

interface Vector {
  readonly history: History;
  readonly today: string;
  readonly signals: readonly Signal[];
  readonly sentences: Readonly<Record<Language, readonly string[]>>;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

const file = new URL("../../../tests/vectors/vitality.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as readonly Vector[];

for (const [number, { history, today, signals, sentences, rows }] of vectors.entries()) {
  test(`circle ${number} is seen as the craft sees it`, () => {
    assert.deepEqual(watch(history, today), signals);
  });

  test(`circle ${number} hears the same sentences`, () => {
    for (const language of ["nl", "en"] as const) {
      const heard = signals
        .map((signal) => told(signal, language))
        .map((one) => `${one.restsOn} ${one.question}`);
      assert.deepEqual(heard, sentences[language]);
    }
  });

  test(`circle ${number} draws the same rows`, () => {
    assert.deepEqual(Object.fromEntries(drawings(history).map((series) => [series.id, series.rows])), rows);
  });
}
