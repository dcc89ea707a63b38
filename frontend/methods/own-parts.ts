/**
 * Methods that stand in no library, as parts of a meeting. The server gets their structure and calls them `own`,
 * `own-2`; where a text belongs it says so, as in `⟦own-2.name⟧`.
 */
import type { Agenda, AgendaShown, Part } from "../live/agenda.ts";
import { fetchAgenda, fetchParts, fetchWithOwn, methodPart } from "../live/agenda.ts";
import type { MethodWords } from "../live/method-words.ts";
import { FIELD, wordedIn } from "../live/method-words.ts";
import type { Begun, Vault } from "../vault/vault.ts";
import type { Language, Row, Said } from "./data.ts";
import { skeletonOf, wordsOf } from "./skeleton.ts";

/** What somebody wants to see: the parts, or else what is usual with an exercise or a method. */
export interface Asked {
  readonly parts: readonly Part[] | null;
  readonly exercise: string;
  readonly method: string;
  readonly minutes: number;
  readonly pace: string;
  readonly cases: string;
}

/** What the server gets when the meeting begins. */
export interface Brought {
  readonly methods: Readonly<Record<string, Row>>;
  readonly words: string;
}

/** The parts as the server gets them, and what it doesn't get. */
interface Bare {
  readonly parts: readonly Part[];
  readonly methods: Readonly<Record<string, Row>>;
  readonly words: MethodWords;
  /** From what the meeting calls them to what they are called here. */
  readonly ids: ReadonlyMap<string, string>;
}

export class OwnParts {
  readonly #methods: ReadonlyMap<string, Row>;
  readonly #language: Language;

  constructor(methods: ReadonlyMap<string, Row>, language: Language) {
    this.#methods = methods;
    this.#language = language;
  }

  /** By id. */
  get all(): readonly (readonly [string, Row])[] {
    return [...this.#methods];
  }

  /** The agenda with its clock; a part that isn't here any more is missing in it. */
  async look(asked: Asked): Promise<AgendaShown> {
    const { parts, exercise, method, minutes, pace, cases } = asked;
    const chosen = methodPart(method);
    if (!parts && exercise !== "") return fetchAgenda({ exercise, pace });
    if (!parts && chosen.kind === "method")
      return fetchAgenda({ method, minutes: String(minutes), pace, cases });
    if (parts?.every(({ kind }) => kind !== "own")) return fetchParts({ parts, minutes }, pace);
    const bare = this.#bare(parts ?? [chosen]);
    const shown = await fetchWithOwn({ own: bare.methods, minutes, pace, parts: parts && bare.parts });
    const named = shown.parts.map((part) => ({
      ...part,
      id: part.kind === "own" ? (bare.ids.get(part.id) ?? part.id) : part.id,
    }));
    return wordedIn({ ...shown, parts: named }, bare.words, this.#language);
  }

  /** For the beginning of the meeting; the words are sealed in the first box of its group. */
  async bring(agenda: Agenda, vault: Vault, group: string, begun: Begun): Promise<BroughtAgenda> {
    const bare = this.#bare(agenda.parts);
    const whole = { ...agenda, parts: bare.parts };
    if (bare.ids.size === 0) return { agenda: whole };
    const { statement, grant, box } = begun;
    await vault.enter({ group, chain: [statement], grants: { 0: grant }, boxes: [{ ...box, epoch: 0 }] });
    const text = JSON.stringify(bare.words);
    const words = await vault.seal({ group, author: "anonymous", item: group, field: FIELD, rev: 1, text });
    return { agenda: whole, own: { methods: bare.methods, words } };
  }

  #bare(parts: readonly Part[]): Bare {
    const named = new Map<string, string>();
    const methods: Record<string, Row> = {};
    const words: Record<string, Said> = {};
    const bareOf = (part: Part): Part => {
      const method = part.kind === "own" ? this.#methods.get(part.id) : undefined;
      if (!method) return part.kind === "own" ? { ...part, id: "gone" } : part;
      let name = named.get(part.id);
      if (name === undefined) {
        name = named.size === 0 ? "own" : `own-${named.size + 1}`;
        named.set(part.id, name);
        const skeleton = skeletonOf(method);
        methods[name] = skeleton.method;
        for (const [place, said] of Object.entries(wordsOf(method, skeleton)))
          words[`${name}.${place}`] = said;
      }
      return { ...part, id: name };
    };
    const bare = parts.map(bareOf);
    return { parts: bare, methods, words, ids: new Map([...named].map(([id, name]) => [name, id])) };
  }
}

export interface BroughtAgenda {
  readonly agenda: Agenda;
  readonly own?: Brought;
}
