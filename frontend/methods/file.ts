/** A method as a file: the same YAML that `kring methods check` reads and the library is made of. */
import { Document, LineCounter, Scalar, YAMLSeq, isMap, isScalar, parseDocument, visit } from "yaml";
import type { Row } from "./data.ts";
import type { FileFault } from "./fit.ts";
import { Fitting } from "./fit.ts";
import { remarksOnIds } from "./twins.ts";

export const MOST_CHARACTERS = 60_000; // three times the longest shipped method; what is kept sealed has an end
const SCHEMA = " yaml-language-server: $schema=method.schema.json";
const WIDTH = 0; // never fold a sentence: one text, one line
/** Words that other readers of YAML would take for yes, no or nothing. */
const NOT_PLAIN = /^(y|n|yes|no|on|off|true|false|null|nan)$/i;
const PLAIN = /^[a-z][a-z0-9_-]*$/;
/** Short enough to stand on one line, and read better so. */
const ON_ONE_LINE = new Set(["minutes", "group"]);

export type Read = { readonly method: Row } | { readonly faults: readonly FileFault[] };

/** What a file holds, or what to mend in it. `taken`: ids that other parts of a meeting use. */
export function read(source: string, taken: ReadonlySet<string>): Read {
  const whole = (name: string, line: number | null = null, values: FileFault["values"] = {}): Read => ({
    faults: [{ line, place: "", name, values }],
  });
  if (source.length > MOST_CHARACTERS) return whole("fit.too_large", null, { most: MOST_CHARACTERS });
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, version: "1.1", uniqueKeys: true });
  const [problem] = document.errors;
  if (problem) {
    const line = problem.linePos?.[0].line ?? lines.linePos(problem.pos[0]).line;
    return whole(problem.code === "DUPLICATE_KEY" ? "fit.twice" : "fit.no_yaml", line);
  }
  if (document.contents === null) return whole("fit.empty");
  const fitting = new Fitting(lines);
  const method = fitting.fit(document);
  if (fitting.faults.length > 0) return { faults: fitting.faults };
  const remarks = remarksOnIds(method, taken);
  if (remarks.length === 0) return { method };
  return {
    faults: remarks.map(({ path, name, values }) => ({
      line: fitting.lineOf(path),
      place: path.map((step) => (typeof step === "number" ? String(step + 1) : step)).join(" › "),
      name,
      values,
    })),
  };
}

/** The file, with the line by which an editor knows how to help. */
export function write(method: Row): string {
  const document = new Document(method, { version: "1.1" });
  document.commentBefore = SCHEMA;
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value !== "string") return;
      const isPlain = PLAIN.test(node.value) && !NOT_PLAIN.test(node.value);
      node.type = isPlain ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
    Pair: (_, { key, value }) => {
      if (isMap(value) && isScalar(key) && ON_ONE_LINE.has(String(key.value))) value.flow = true;
      if (value instanceof YAMLSeq && value.items.every((item) => isScalar(item))) value.flow = true;
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
}
