/** Whether what a file holds fits the method language: the twin of core/methods/fit.py, for words that stay here. */
import type { Document, LineCounter, Node, Pair } from "yaml";
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Data, Row } from "./data.ts";
import type { Shape } from "./schema.ts";
import { METHOD } from "./schema.ts";

export interface FileFault {
  /** From 1; null where it is about the whole file. */
  readonly line: number | null;
  /** `phases › explore › minutes`, empty for the whole file. */
  readonly place: string;
  /** The name of the sentences: what is wrong, and `.mend`. */
  readonly name: string;
  readonly values: Readonly<Record<string, string | number>>;
}

type Found = Node | null | undefined;

export class Fitting {
  readonly faults: FileFault[] = [];
  readonly #lines: LineCounter;
  readonly #lineOf = new Map<string, number>();

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  fit(document: Document): Row {
    return this.#value(document.contents, METHOD, []) as Row;
  }

  /** The line of a place, or of the nearest thing around it that the file has. */
  lineOf(path: readonly (string | number)[]): number | null {
    for (let length = path.length; length >= 0; length--) {
      const line = this.#lineOf.get(path.slice(0, length).join("."));
      if (line !== undefined) return line;
    }
    return null;
  }

  #value(node: Found, shape: Shape, path: readonly (string | number)[], mayBeNull = false): Data {
    const line = this.#line(node);
    if (line !== null && !this.#lineOf.has(path.join("."))) this.#lineOf.set(path.join("."), line);
    if (isAlias(node)) return this.#fault(node, path, "fit.reference");
    const value: unknown = isScalar(node) ? node.value : undefined;
    if (mayBeNull && value === null) return null;
    switch (shape.is) {
      case "struct":
        return this.#struct(node, shape, path);
      case "list":
        if (!isSeq(node)) return this.#fault(node, path, "fit.list");
        return node.items.map((item, at) => this.#value(item as Found, shape.of, [...path, at]));
      case "word":
        if (typeof value === "string" && shape.words.includes(value)) return value;
        return this.#fault(node, path, "fit.word", { found: shown(value), words: shape.words.join(", ") });
      case "string":
        return typeof value === "string"
          ? value
          : this.#fault(node, path, "fit.text", { found: shown(value) });
      case "number":
        if (typeof value === "number" && Number.isSafeInteger(value)) return value;
        return this.#fault(node, path, "fit.number", { found: shown(value) });
      case "yes-or-no":
        return typeof value === "boolean"
          ? value
          : this.#fault(node, path, "fit.yes_or_no", { found: shown(value) });
    }
  }

  #struct(node: Found, shape: Extract<Shape, { is: "struct" }>, path: readonly (string | number)[]): Data {
    const names = [...shape.fields.keys()].join(", ");
    if (!isMap(node)) return this.#fault(node, path, "fit.names", { names });
    const found: Row = {};
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(pair.key) ? String(pair.key.value) : "";
      const field = shape.fields.get(name);
      const line = this.#line(pair.key);
      if (line !== null) this.#lineOf.set([...path, name].join("."), line);
      if (field) found[name] = this.#value(pair.value, field.shape, [...path, name], field.mayBeNull);
      else this.#fault(pair.key, [...path, name], "fit.unknown", { name, names });
    }
    for (const [name, field] of shape.fields)
      if (field.isRequired && !(name in found))
        this.#fault(node, [...path, name], "fit.missing", { name, of: shape.name });
    return found;
  }

  #fault(
    node: Found,
    path: readonly (string | number)[],
    name: string,
    values: FileFault["values"] = {},
  ): null {
    const place = path.map((step) => (typeof step === "number" ? String(step + 1) : step)).join(" › ");
    this.faults.push({ line: this.#line(node) ?? this.lineOf(path), place, name, values });
    return null;
  }

  #line(node: Found): number | null {
    return node?.range ? this.#lines.linePos(node.range[0]).line : null;
  }
}

const shown = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
