/** What the names inside a kept text are called for somebody who reads it without Kring. */
import type { Texts } from "./texts.ts";

const DAY = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|\+00:00))?$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `archive.field.…`, `archive.word.…`, and `archive.word.NAME.…` for the answers that can be chosen under a name. */
export class ArchiveWords {
  readonly #texts: Texts;
  readonly #language: string;
  readonly #people: ReadonlyMap<string, string>;

  /** `people`: names by account. */
  constructor(texts: Texts, language: string, people: ReadonlyMap<string, string>) {
    this.#texts = texts;
    this.#language = language;
    this.#people = people;
  }

  field(name: string): string {
    return this.#texts.say(`archive.field.${name}`);
  }

  /** A name that isn't ours, as in a method, stays as it is. */
  name(name: string): string {
    return this.#said(`archive.word.${name}`) ?? name;
  }

  /** What it says under this name; null where it says nothing to people: an id, or the version of the format. */
  value(name: string, value: unknown): string | null {
    if (name === "v" || value === null || value === undefined || value === "") return null;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (ID.test(text)) return this.#people.get(text) ?? null;
    if (typeof value === "boolean") return this.#texts.say(`archive.value.${text}`);
    if (DAY.test(text)) return new Date(text).toLocaleDateString(this.#language, { dateStyle: "long" });
    return this.#said(`archive.word.${name}.${text}`) ?? text;
  }

  #said(name: string): string | undefined {
    return this.#texts.has(name) ? this.#texts.say(name) : undefined;
  }
}
