/** What a method file may hold, read from the published schema: a new name in the language is known here by itself. */
import published from "../../src/kring/core/methods/library/method.schema.json" with { type: "json" };

export type Shape =
  | { readonly is: "struct"; readonly name: string; readonly fields: ReadonlyMap<string, Field> }
  | { readonly is: "list"; readonly of: Shape }
  | { readonly is: "word"; readonly words: readonly string[] }
  | { readonly is: "number" | "yes-or-no" | "string" };

export interface Field {
  readonly shape: Shape;
  readonly isRequired: boolean;
  readonly mayBeNull: boolean;
  readonly default: unknown;
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly title?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
}

const root = published as unknown as Schema & { readonly $defs: Readonly<Record<string, Schema>> };
const known = new Map<string, Shape>();

/** Of one type of the method language, such as `Phase`. */
export function shapeOf(name: string): Shape {
  const found = known.get(name);
  if (found) return found;
  const schema = root.$defs[name] ?? {};
  const fields = new Map<string, Field>();
  const shape: Shape = schema.enum ? { is: "word", words: schema.enum } : { is: "struct", name, fields };
  known.set(name, shape);
  for (const [field, described] of Object.entries(schema.properties ?? {}))
    fields.set(field, {
      shape: read(described),
      isRequired: schema.required?.includes(field) ?? false,
      mayBeNull: described.anyOf?.some(({ type }) => type === "null") ?? false,
      default: described.default,
    });
  return shape;
}

export const METHOD = shapeOf("Method");

function read(schema: Schema): Shape {
  const inner = schema.allOf?.[0] ?? schema.anyOf?.find(({ type }) => type !== "null");
  if (inner) return read(inner);
  if (schema.$ref !== undefined) return shapeOf(schema.$ref.split("/").at(-1) ?? "");
  if (schema.enum) return { is: "word", words: schema.enum };
  if (schema.type === "array") return { is: "list", of: read(schema.items ?? {}) };
  if (schema.type === "integer") return { is: "number" };
  if (schema.type === "boolean") return { is: "yes-or-no" };
  return { is: "string" };
}
