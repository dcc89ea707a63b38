/** Everything of somebody that their own browser can open, put together in it: for the archive that they take along. */
import { vault } from "../vault/vault.ts";
import type { CircleState, SealedText } from "./circle.ts";
import { Circle } from "./circle.ts";
import { nameOf, namesOf } from "./rosters.ts";

/** A text, with where it belongs; `text` is null where it doesn't open, and then `error` says why not. */
export interface KeptText {
  readonly field: string;
  readonly item: string;
  readonly by: string | null;
  readonly at: string;
  readonly isOwn: boolean;
  readonly text: string | null;
  readonly error: string | null;
}

export interface KeptCircle {
  readonly id: string;
  readonly name: string;
  readonly state: CircleState | "trouble";
  readonly texts: readonly KeptText[];
  /** Names by account, of everybody who was ever in it. */
  readonly people: Readonly<Record<string, string>>;
}

/** Version 1 of what stands in an archive. `held` is what the server can read of them. */
export interface Belongings {
  readonly v: 1;
  readonly made: string;
  readonly held: unknown;
  readonly circles: readonly KeptCircle[];
  /** By id: what lies on this device alone, as methods of one's own do. */
  readonly device: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly acct: string;
  readonly name: string;
  readonly held: unknown;
  readonly circles: readonly { readonly id: string; readonly name: string }[];
  /** Every field that the server keeps; the page names them all, so that none can be forgotten here. */
  readonly fields: readonly string[];
  readonly now: Date;
}

export async function gather({ acct, name, held, circles, fields, now }: Asked): Promise<Belongings> {
  const kept: KeptCircle[] = [];
  for (const one of circles) kept.push(await opened(one, new Circle(one.id, acct, name), fields));
  const owns = [...(await vault.owns())].filter((own): own is [string, string] => own[1] !== null);
  return { v: 1, made: now.toISOString(), held, circles: kept, device: Object.fromEntries(owns) };
}

async function opened(
  one: { readonly id: string; readonly name: string },
  circle: Circle,
  fields: readonly string[],
): Promise<KeptCircle> {
  let state: KeptCircle["state"];
  try {
    state = await circle.open();
  } catch (error) {
    console.warn("A circle isn't in the archive.", String(error));
    state = "trouble";
  }
  if (state !== "open") return { ...one, state, texts: [], people: {} };
  const sealed = await circle.texts(fields);
  const read = await circle.read(sealed);
  const texts = sealed.map((text, i): KeptText => {
    const found = read[i] ?? { error: "box" };
    const { field, item, at, own: isOwn } = text;
    const said = "text" in found ? { text: found.text, error: null } : { text: null, error: found.error };
    return { field, item, by: writer(circle, text), at, isOwn, ...said };
  });
  return { ...one, state, texts, people: Object.fromEntries(namesOf(circle.rosters)) };
}

const writer = (circle: Circle, { author }: SealedText): string | null => nameOf(circle.rosters, author);
