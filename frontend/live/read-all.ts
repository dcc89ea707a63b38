import type { Circle } from "./circle.ts";

/** Every text of a field that opens here and is what it should be, by item; the rest is passed by. */
export async function readAll<Value extends object>(
  circle: Circle,
  field: string,
): Promise<ReadonlyMap<string, Value>> {
  const texts = await circle.texts([field]);
  const opened = await circle.read(texts);
  const values = new Map<string, Value>();
  for (const [i, { item }] of texts.entries()) {
    const one = opened[i];
    const value = one && "text" in one ? valueIn(one.text) : null;
    if (value !== null) values.set(item, value as Value);
  }
  return values;
}

/** What a member's browser sealed isn't taken at its word: one that went wrong mustn't spoil the page of the others. */
export function valueIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
