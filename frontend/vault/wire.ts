/** How pages and the vault speak: numbered questions, one answered at a time, and one thing the vault says by itself. */
import type { Code } from "./errors.ts";
import { KringError, codeOf } from "./errors.ts";
import type { Keyring } from "./keyring.ts";

/** Rises whenever a question or an answer changes: a worker of an older build may live on while a tab is open. */
export const PROTOCOL = 5;

/** What a page may ask of the keys. */
export type Deeds = Omit<Keyring, "lock">;
export type Deed = keyof Deeds;
type Asked<D extends Deed> = Parameters<Deeds[D]>[0];
type Answered<D extends Deed> = Awaited<ReturnType<Deeds[D]>>;

type Question =
  | { readonly hello: true }
  | { readonly bye: true }
  | { readonly lock: true }
  | { readonly id: number; readonly deed: Deed; readonly asked: unknown };

type Answer =
  | { readonly protocol: number }
  | { readonly locked: true }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly refused: Code };

/** The end of a line: a MessagePort, or a worker seen from either side. */
export interface Line {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** The vault's side: any number of pages, one queue. */
export class Counter {
  readonly #keyring: Keyring;
  readonly #lines = new Set<Line>();
  readonly #idleAfter: number;
  #queue: Promise<void> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(keyring: Keyring, idleAfterMs: number) {
    this.#keyring = keyring;
    this.#idleAfter = idleAfterMs;
  }

  serve(line: Line): void {
    line.onmessage = (event: MessageEvent) => {
      this.#lines.add(line);
      // One at a time and in order: two copies of a message would both pass a check for copies otherwise.
      this.#queue = this.#queue.then(() => this.#answer(line, event.data as Question));
    };
  }

  lock(): void {
    clearTimeout(this.#idle);
    this.#keyring.lock();
    for (const line of this.#lines) line.postMessage({ locked: true } satisfies Answer);
  }

  async #answer(line: Line, question: Question): Promise<void> {
    if ("hello" in question) line.postMessage({ protocol: PROTOCOL } satisfies Answer);
    else if ("bye" in question) this.#lines.delete(line);
    else if ("lock" in question) this.lock();
    else line.postMessage(await this.#do(question));
  }

  async #do({ id, deed, asked }: { id: number; deed: Deed; asked: unknown }): Promise<Answer> {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.lock(), this.#idleAfter);
    try {
      // The page typed its question with `Asked`; what it holds is checked by the deed itself.
      const keyring = this.#keyring as unknown as Record<Deed, (asked: unknown) => Promise<unknown>>;
      return { id, answer: await keyring[deed](asked) };
    } catch (error) {
      return { id, refused: codeOf(error) };
    }
  }
}

/** A page's side. */
export class Caller {
  readonly #line: Line;
  readonly #open = new Map<number, { resolve: (answer: unknown) => void; reject: (reason: Error) => void }>();
  readonly #onLocked: () => void;
  #greeted: ((protocol: number) => void) | undefined;
  #last = 0;

  constructor(line: Line, onLocked: () => void) {
    this.#line = line;
    this.#onLocked = onLocked;
    line.onmessage = (event: MessageEvent) => this.#hear(event.data as Answer);
  }

  /** Settles when the vault answers; refuses a vault of another build. */
  async hello(): Promise<void> {
    const protocol = await new Promise<number>((resolve) => {
      this.#greeted = resolve;
      this.#line.postMessage({ hello: true } satisfies Question);
    });
    if (protocol !== PROTOCOL) throw new KringError("protocol");
  }

  ask<D extends Deed>(deed: D, asked: Asked<D>): Promise<Answered<D>> {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#open.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      this.#line.postMessage({ id, deed, asked } satisfies Question);
    });
  }

  lock(): void {
    this.#line.postMessage({ lock: true } satisfies Question);
  }

  bye(): void {
    this.#line.postMessage({ bye: true } satisfies Question);
  }

  #hear(answer: Answer): void {
    if ("protocol" in answer) this.#greeted?.(answer.protocol);
    else if ("locked" in answer) this.#onLocked();
    else this.#settle(answer);
  }

  #settle(answer: Extract<Answer, { id: number }>): void {
    const waiting = this.#open.get(answer.id);
    this.#open.delete(answer.id);
    if ("refused" in answer) waiting?.reject(new KringError(answer.refused));
    else waiting?.resolve(answer.answer);
  }
}
