/** A method as its file holds it. What a form doesn't know stays in it untouched. */
export type Data = string | number | boolean | null | Data[] | Row;
export interface Row {
  [name: string]: Data;
}
/** From the top: names, and places in lists from 0. */
export type Path = readonly (string | number)[];

export type Language = "nl" | "en";
export const LANGUAGES: readonly Language[] = ["nl", "en"];

export interface Said extends Row {
  nl: string;
  en: string;
}

export const isRow = (data: Data | undefined): data is Row =>
  typeof data === "object" && data !== null && !Array.isArray(data);

export const isSaid = (data: Data | undefined): data is Said =>
  isRow(data) && typeof data.nl === "string" && typeof data.en === "string" && Object.keys(data).length === 2;

export const rows = (data: Data | undefined): Row[] => (Array.isArray(data) ? data.filter(isRow) : []);
export const strings = (data: Data | undefined): string[] =>
  Array.isArray(data) ? data.filter((item) => typeof item === "string") : [];
export const text = (data: Data | undefined): string => (typeof data === "string" ? data : "");
export const number = (data: Data | undefined): number => (typeof data === "number" ? data : 0);

export const copy = <Kind extends Data>(data: Kind): Kind => structuredClone(data);

export function at(data: Data | undefined, path: Path): Data | undefined {
  let found = data;
  for (const step of path) {
    if (Array.isArray(found)) found = found[Number(step)];
    else if (isRow(found)) found = found[step];
    else return undefined;
  }
  return found;
}

/** Sets a value in place; undefined takes the name out. The way to it must be there. */
export function put(data: Row, path: Path, value: Data | undefined): void {
  const last = path.at(-1);
  const around = at(data, path.slice(0, -1));
  if (last === undefined) return;
  if (Array.isArray(around) && value !== undefined) around[Number(last)] = value;
  else if (isRow(around) && value === undefined) Reflect.deleteProperty(around, last);
  else if (isRow(around) && value !== undefined) around[last] = value;
}

/** The minutes that its steps usually take, each once. */
export const usualMinutesOf = (method: Row): number =>
  rows(method.phases).reduce((sum, phase) => sum + number(at(phase, ["minutes", "usual"])), 0);

/** In the language of the page; where that is empty, in the other. */
export function said(data: Data | undefined, language: Language): string {
  if (!isRow(data)) return "";
  return text(data[language]) || text(data[language === "nl" ? "en" : "nl"]);
}

/** The languages in which somebody wrote; in the other one the same text stands. */
export function writtenIn(method: Row): Language[] {
  const named = LANGUAGES.filter((language) => strings(method.languages).includes(language));
  return named.length === 0 ? [...LANGUAGES] : named;
}

export const phasesOf = (method: Row): Row[] => rows(method.phases);
export const slotsOf = (phase: Row): Row[] => rows(phase.writing);

/** Every text with both languages, with the way to it. */
export function* texts(data: Data, path: Path = []): Generator<{ path: Path; said: Said }> {
  if (isSaid(data)) yield { path, said: data };
  else if (Array.isArray(data)) for (const [at, item] of data.entries()) yield* texts(item, [...path, at]);
  else if (isRow(data)) for (const [name, item] of Object.entries(data)) yield* texts(item, [...path, name]);
}
