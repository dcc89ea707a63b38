/**
 * The rules that need the words, which the server doesn't get: a twin of `ids_are_words`, `ids_are_unique`,
 * `ids_are_free` and `languages_differ` in core/methods/rules/words.py. A test compares them with the original.
 */
import type { Data, Path, Row } from "./data.ts";
import { isRow, phasesOf, rows, slotsOf, text, texts, writtenIn } from "./data.ts";

export interface Remark {
  readonly path: Path;
  /** The name of the sentence that says it. */
  readonly name: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const WORD = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;
const LABEL = /^[a-z0-9]+([-_][a-z0-9]+)*$/;
const LONG_ENOUGH_TO_DIFFER = 3; // words

export function remarksOnWords(method: Row, taken: ReadonlySet<string>): Remark[] {
  return [...remarksOnIds(method, taken), ...notTranslated(method)];
}

export function remarksOnIds(method: Row, taken: ReadonlySet<string>): Remark[] {
  const found: Remark[] = [];
  const all = [...ids(method)];
  for (const { path, id, isLabel } of all)
    if (!(isLabel ? LABEL : WORD).test(id)) found.push({ path, name: "id.no_word", values: { id } });
  for (const scope of new Set(all.map((one) => one.scope))) {
    const seen = new Set<string>();
    for (const { path, id } of all.filter((one) => one.scope === scope))
      if (seen.has(id)) found.push({ path, name: "id.twice", values: { id } });
      else seen.add(id);
  }
  for (const { path, id, scope } of all)
    if ((scope === "phases" || scope === "slots") && taken.has(id))
      found.push({ path, name: "id.taken", values: { id } });
  return found;
}

interface Id {
  readonly path: Path;
  readonly id: string;
  readonly scope: string;
  readonly isLabel: boolean;
}

function* ids(method: Row): Generator<Id> {
  yield { path: ["id"], id: text(method.id), scope: "method", isLabel: false };
  for (const [step, phase] of phasesOf(method).entries()) {
    const place: Path = ["phases", step];
    yield { path: [...place, "id"], id: text(phase.id), scope: "phases", isLabel: false };
    yield* named(phase.parts, [...place, "parts"], false);
    for (const [at, slot] of slotsOf(phase).entries()) {
      const there: Path = [...place, "writing", at];
      yield { path: [...there, "id"], id: text(slot.id), scope: "slots", isLabel: false };
      yield* named(slot.choices, [...there, "choices"], true);
    }
  }
}

function* named(list: Data | undefined, path: Path, isLabel: boolean): Generator<Id> {
  for (const [at, item] of rows(list).entries())
    yield { path: [...path, at, "id"], id: text(item.id), scope: path.join("."), isLabel };
}

function notTranslated(method: Row): Remark[] {
  if (writtenIn(method).length === 1 || !isRow(method)) return [];
  return [...texts(method)]
    .filter(
      ({ said: { nl, en } }) =>
        nl.trim() === en.trim() && nl.trim().split(/\s+/).length >= LONG_ENOUGH_TO_DIFFER,
    )
    .map(({ path }) => ({ path: [...path, "en"], name: "not_translated", values: {} }));
}
