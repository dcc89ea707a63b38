/**
 * The sentences of the interface. The server writes them into the page in the person's language:
 *
 *     <template id="texts">
 *       <p data-text="listen">{name} heeft het woord.</p>
 *     </template>
 *
 * A part of a page may bring more of them in a `<template data-texts>` of its own.
 */
export type Values = Readonly<Record<string, string | number>>;

export class Texts {
  readonly #sentences: ReadonlyMap<string, string>;

  constructor(sentences: ReadonlyMap<string, string>) {
    this.#sentences = sentences;
  }

  static ofPage(page: Document = document): Texts {
    return Texts.#of([...page.querySelectorAll<HTMLTemplateElement>("template#texts, template[data-texts]")]);
  }

  /** Sentences for what is written down in both languages at once. */
  static inBoth(page: Document = document): Texts {
    return Texts.#of([...page.querySelectorAll<HTMLTemplateElement>("template#in-both")]);
  }

  static #of(templates: readonly HTMLTemplateElement[]): Texts {
    const found = templates.flatMap(({ content }) => [
      ...content.querySelectorAll<HTMLElement>("[data-text]"),
    ]);
    return new Texts(
      new Map(found.map((one) => [one.dataset.text ?? "", one.textContent.replace(/\s+/g, " ").trim()])),
    );
  }

  /** A sentence with its places filled in. A name that has no sentence is a mistake of ours: it shows itself. */
  say(name: string, values: Values = {}): string {
    const sentence = this.#sentences.get(name) ?? `[${name}]`;
    return sentence.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place));
  }

  /** One or many: `minutes` has the sentences `minutes.one` and `minutes.many`, with {count}. */
  count(name: string, count: number, values: Values = {}): string {
    return this.say(`${name}.${count === 1 ? "one" : "many"}`, { count, ...values });
  }

  /** The sentences whose name begins like this, in the order of the page, by what follows. */
  under(beginning: string): [string, string][] {
    return [...this.#sentences]
      .filter(([name]) => name.startsWith(beginning))
      .map(([name, sentence]) => [name.slice(beginning.length), sentence]);
  }

  /** The first sentence, a label or a word, whose name ends like this. */
  ending(end: string): string | undefined {
    return [...this.#sentences].find(([name]) => /^(label|word)\./.test(name) && name.endsWith(end))?.[1];
  }

  has(name: string): boolean {
    return this.#sentences.has(name);
  }

  /** Names in a row: 'Noor, Bram en Wei'. */
  list(names: readonly string[]): string {
    const [last, ...before] = [...names].reverse();
    if (last === undefined) return "";
    return before.length === 0 ? last : this.say("list.and", { first: before.reverse().join(", "), last });
  }
}
