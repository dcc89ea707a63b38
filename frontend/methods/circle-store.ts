/** The methods that a circle has of its own: sealed in it, and every member may change or withdraw them. */
import type { Circle, SealedText } from "../live/circle.ts";
import type { Row } from "./data.ts";

export const METHOD = "circle.method";

/** One of them; `method` is null once it was withdrawn, or where it doesn't open. */
export interface OfCircle {
  readonly id: string;
  readonly rev: number;
  readonly method: Row | null;
  /** Who changed it last, and when: a name on the roster, empty for who left. */
  readonly by: string;
  readonly at: string;
}

interface Written {
  readonly method: Row | null;
}

export class CircleStore {
  readonly #circle: Circle;

  constructor(circle: Circle) {
    this.#circle = circle;
  }

  /** Those that weren't withdrawn, the one that was changed last first. */
  async list(): Promise<OfCircle[]> {
    return this.open(await this.#circle.texts([METHOD]));
  }

  async open(texts: readonly SealedText[]): Promise<OfCircle[]> {
    const found = (await this.#read(texts)).filter(({ method }) => method !== null);
    return found.sort((one, other) => (one.at < other.at ? 1 : -1));
  }

  async read(id: string): Promise<OfCircle | null> {
    const [found] = await this.#read(await this.#circle.texts([METHOD], [id]));
    return found ?? null;
  }

  /** Under a new id. */
  async add(method: Row): Promise<string> {
    const id = crypto.randomUUID();
    await this.keep(id, 1, method);
    return id;
  }

  /** `rev` is one more than what was there; refuses with 409 where another member wrote meanwhile. */
  async keep(id: string, rev: number, method: Row | null): Promise<void> {
    await this.#circle.keep(METHOD, id, rev, JSON.stringify({ method } satisfies Written));
  }

  async #read(texts: readonly SealedText[]): Promise<OfCircle[]> {
    const opened = await this.#circle.read(texts);
    return texts.map(({ item, rev, author, at }, place) => {
      const one = opened[place];
      const method = one && "text" in one ? (JSON.parse(one.text) as Written).method : null;
      const by = this.#circle.roster.find(([acct]) => acct === author)?.[3] ?? "";
      return { id: item, rev, method, by, at };
    });
  }
}
