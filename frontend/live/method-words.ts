/**
 * The words of a method that somebody brought: sealed in the first box, and put into the plan once they are open.
 *
 * The plan came without them: each text says where it belongs, as in `⟦own.phases.phase-2.purpose⟧`.
 */
import type { Vault } from "../vault/vault.ts";
import type { Plan } from "./messages.ts";

type Said = Readonly<{ nl: string; en: string }>;
export type MethodWords = Readonly<Record<string, Said>>;

export const FIELD = "method.words";
const PLACE = /⟦([^⟧]+)⟧/g;
const TO_COME = "…"; // until the keys are there

export class WordsOfMethod {
  readonly #vault: Vault;
  readonly #group: string;
  readonly #opened: (plan: Plan) => void;
  #plan: Plan | null = null;
  #envelope = "";

  constructor(vault: Vault, group: string, opened: (plan: Plan) => void) {
    this.#vault = vault;
    this.#group = group;
    this.#opened = opened;
  }

  /** The plan to show for now. */
  take(plan: Plan, envelope: string | undefined): Plan {
    if (envelope === undefined) return plan;
    this.#plan = plan;
    this.#envelope = envelope;
    this.keysCame();
    return worded(plan, {});
  }

  /** Tries to open the words, as long as they are shut. */
  keysCame(): void {
    const plan = this.#plan;
    if (!plan || this.#envelope === "") return;
    const item = { envelope: this.#envelope, item: this.#group, field: FIELD, author: "anonymous", rev: 1 };
    void this.#vault.open({ group: this.#group, items: [item] }).then(
      ([found]) => {
        if (!found || !("text" in found) || this.#plan === null) return;
        this.#plan = null;
        this.#opened(worded(plan, JSON.parse(found.text) as MethodWords));
      },
      () => {
        // No seat yet: tried again with the keys.
      },
    );
  }
}

/** The plan with the words in their places. */
export function worded(plan: Plan, words: MethodWords): Plan {
  return filled(plan, words) as Plan;
}

/** What the server said about it, in this language. */
export function wordedIn<Thing>(thing: Thing, words: MethodWords, language: keyof Said): Thing {
  return filled(thing, words, language) as Thing;
}

function filled(thing: unknown, words: MethodWords, language: keyof Said = "nl"): unknown {
  if (typeof thing === "string")
    return thing.replace(PLACE, (_, place: string) => words[place]?.[language] ?? TO_COME);
  if (Array.isArray(thing)) return thing.map((item) => filled(item, words, language));
  if (typeof thing !== "object" || thing === null) return thing;
  return Object.fromEntries(
    Object.entries(thing).map(([name, item]) => [
      name,
      filled(item, words, name === "nl" || name === "en" ? name : language),
    ]),
  );
}
