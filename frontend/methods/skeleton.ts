/**
 * A method without its words: what the server may have of it.
 *
 * A mark stands for every text that is there, and ids get numbers. What isn't of a known shape isn't sent at all.
 * The server answers with those marks and numbers; `placeOf` and `told` lead them back to what stands in the form.
 */
import type { Data, Language, Path, Row, Said } from "./data.ts";
import { at, isRow, phasesOf, said, slotsOf, text, texts } from "./data.ts";
import type { Shape } from "./schema.ts";
import { METHOD } from "./schema.ts";

const MARK = "x"; // core/methods/skeleton.py knows the same one
const UNWRITTEN = "…"; // for a text that is still to come
const NOBODY = "phase-0"; // what an id becomes that nothing has: it stays wrong

export interface Skeleton {
  readonly method: Row;
  /** Neutral id to the thing that bears it. */
  readonly named: ReadonlyMap<string, Row>;
}

export function skeletonOf(method: Row): Skeleton {
  const named = new Map<string, Row>();
  const neutral = { step: new Map<string, string>(), slot: new Map<string, string>() };
  const number = (thing: Row, kind: string, place: number): string => {
    const id = `${kind}-${place + 1}`;
    named.set(id, thing);
    return id;
  };
  let slots = 0;
  for (const [place, phase] of phasesOf(method).entries()) {
    neutral.step.set(text(phase.id), number(phase, "phase", place));
    for (const slot of slotsOf(phase)) neutral.slot.set(text(slot.id), number(slot, "slot", slots++));
  }
  const bare = stripped(method, METHOD, (path, word) => idFor(path, word, neutral));
  return { method: { ...(bare as Row), id: "own" }, named };
}

interface Neutral {
  readonly step: ReadonlyMap<string, string>;
  readonly slot: ReadonlyMap<string, string>;
}

/** A string that is no text is an id, or points to one; all others are only marked. */
function idFor(path: Path, word: string, neutral: Neutral): string {
  const name = path.at(-1);
  const inside = [...path].reverse().find((step) => typeof step === "string" && step !== name);
  if (name === "to") return neutral.step.get(word) ?? NOBODY;
  if (name === "about" || inside === "reveals" || typeof name === "number")
    return neutral.slot.get(word) ?? neutral.step.get(word) ?? NOBODY;
  if (name === "id" && inside === "phases") return neutral.step.get(word) ?? NOBODY;
  if (name === "id" && inside === "writing") return neutral.slot.get(word) ?? NOBODY;
  if (name === "id") return `${inside === "parts" ? "part" : "choice"}-${Number(path.at(-2)) + 1}`;
  return word.trim() === "" ? "" : MARK;
}

function stripped(data: Data, shape: Shape, id: (path: Path, word: string) => string, path: Path = []): Data {
  switch (shape.is) {
    case "struct": {
      const bare: Row = {};
      if (!isRow(data)) return bare;
      for (const [name, field] of shape.fields) {
        const value = data[name];
        if (value === undefined) continue;
        bare[name] =
          shape.name === "Text"
            ? text(value).trim() === ""
              ? ""
              : MARK
            : value === null && field.mayBeNull
              ? null
              : stripped(value, field.shape, id, [...path, name]);
      }
      return bare;
    }
    case "list":
      return Array.isArray(data)
        ? data.map((item, place) => stripped(item, shape.of, id, [...path, place]))
        : [];
    case "word":
      return typeof data === "string" && shape.words.includes(data) ? data : null;
    case "number":
      return typeof data === "number" && Number.isSafeInteger(data) ? data : null;
    case "yes-or-no":
      return data === true;
    case "string":
      return id(path, text(data));
  }
}

/** From the server's place (names, neutral ids, numbers from 1) to a way through the data. */
export function placeOf(told: readonly string[], skeleton: Skeleton): Path {
  const path: (string | number)[] = [];
  let bare: Data | undefined = skeleton.method;
  for (const step of told) {
    if (Array.isArray(bare)) {
      const list: Data[] = bare;
      const byId = list.findIndex((item) => isRow(item) && item.id === step);
      const place = byId >= 0 ? byId : Number(step) - 1;
      path.push(place);
      bare = list[place];
    } else {
      path.push(step);
      bare = isRow(bare) ? bare[step] : undefined;
    }
  }
  return path;
}

/** A sentence of the server's with the names of steps and cards instead of their numbers. */
export function told(sentence: string, skeleton: Skeleton, language: Language): string {
  return sentence.replace(/\b(?:phase|slot)-\d+\b/g, (id) => {
    const thing = skeleton.named.get(id);
    return thing ? said(thing.name ?? thing.prompt, language) || id : id;
  });
}

/** What a text of the server's says: `⟦phases.phase-2.purpose⟧` becomes the words that stand there. */
export function withWords(sentence: string, skeleton: Skeleton, method: Row, language: Language): string {
  return sentence.replace(/⟦([^⟧]+)⟧/g, (_, place: string) => {
    const found = at(method, placeOf(place.split("."), skeleton));
    return (typeof found === "string" ? found : said(found, language)) || UNWRITTEN;
  });
}

/** The words of a room: every text that a meeting shows, by the place at which the server's plan has it. */
export function wordsOf(method: Row, skeleton: Skeleton): Record<string, Said> {
  const shown = [...texts(method)].filter(({ path }) => path[0] === "name" || path[0] === "phases");
  return Object.fromEntries(shown.map(({ path, said }) => [tellPlace(path, skeleton), said]));
}

function tellPlace(path: Path, skeleton: Skeleton): string {
  let bare: Data | undefined = skeleton.method;
  const steps = path.map((step) => {
    const item = at(bare, [step]);
    const isOfList = Array.isArray(bare);
    bare = item;
    if (!isOfList) return String(step);
    return isRow(item) && typeof item.id === "string" ? item.id : String(Number(step) + 1);
  });
  return steps.join(".");
}

/** The people for whom a method is made: every size, the smallest first. */
export function sizesOf(method: Row): number[] {
  const group = isRow(method.group) ? method.group : {};
  const [least, most] = [Number(group.least), Number(group.most)];
  return most >= least ? Array.from({ length: most - least + 1 }, (_, more) => least + more) : [];
}
