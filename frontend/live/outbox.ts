/**
 * What was done and not yet acknowledged: sealed on this device before it is sent, gone when the server has stored it.
 *
 * A deed keeps its id, so that one that was sent twice is done once, and its words in the clear inside the seal, so
 * that they are sealed for the group at the moment of sending, under the keys of that moment.
 */
import type { Vault } from "../vault/vault.ts";
import type { Tag } from "./messages.ts";

/** Words that go along, and where they belong. */
export interface Words {
  readonly text: string;
  readonly item: string;
  readonly field: string;
  readonly author?: string;
  readonly rev: number;
}

export interface Deed {
  readonly do: Tag;
  readonly [field: string]: string | number | boolean | null;
}

export interface Outgoing {
  readonly id: string;
  readonly deed: Deed;
  readonly words?: Words;
}

interface Kept {
  readonly id: string;
  readonly envelope: string;
}

export class Outbox {
  readonly #vault: Vault;
  readonly #group: string;
  readonly #storage: Storage | null;
  #waiting: Outgoing[] = [];
  #kept: Kept[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(vault: Vault, group: string, storage: Storage | null) {
    this.#vault = vault;
    this.#group = group;
    this.#storage = storage;
  }

  get waiting(): readonly Outgoing[] {
    return this.#waiting;
  }

  /** Takes up what an earlier visit left behind; what can't be opened any more is let go. */
  async restore(): Promise<void> {
    const text = this.#storage?.getItem(this.#name) ?? "[]";
    const kept = JSON.parse(text) as Kept[];
    const items = kept.map(({ id, envelope }) => ({ item: id, field: "outbox", rev: 1, envelope }));
    const opened = items.length > 0 ? await this.#vault.openSelf({ group: this.#group, items }) : [];
    const mine = kept.flatMap((one, i) => {
      const found = opened[i];
      return found && "text" in found ? [{ one, outgoing: JSON.parse(found.text) as Outgoing }] : [];
    });
    this.#kept = [...mine.map(({ one }) => one), ...this.#kept];
    this.#waiting = [...mine.map(({ outgoing }) => outgoing), ...this.#waiting];
  }

  /** Puts a deed at the end of the row; settles when it lies sealed on this device. */
  async add(deed: Deed, words?: Words): Promise<Outgoing> {
    const outgoing: Outgoing = { id: crypto.randomUUID(), deed, ...(words ? { words } : {}) };
    this.#waiting.push(outgoing);
    const keep = async (): Promise<void> => {
      const written = { item: outgoing.id, field: "outbox", rev: 1, text: JSON.stringify(outgoing) };
      const envelope = await this.#vault.sealSelf({ group: this.#group, ...written });
      if (!this.#waiting.includes(outgoing)) return;
      this.#kept.push({ id: outgoing.id, envelope });
      this.#store();
    };
    // With the vault locked nothing can be sealed: the row then lasts as long as the page.
    this.#writing = this.#writing.then(keep).catch(() => undefined);
    await this.#writing;
    return outgoing;
  }

  /** The server has it, or won't have it. */
  settle(id: string): Outgoing | undefined {
    const found = this.#waiting.find((one) => one.id === id);
    this.#waiting = this.#waiting.filter((one) => one.id !== id);
    this.#kept = this.#kept.filter((one) => one.id !== id);
    this.#store();
    return found;
  }

  get #name(): string {
    return `kring:${this.#group}:outbox`;
  }

  #store(): void {
    try {
      if (this.#kept.length === 0) this.#storage?.removeItem(this.#name);
      else this.#storage?.setItem(this.#name, JSON.stringify(this.#kept));
    } catch {
      // Full, or forbidden by the browser: the row then lasts as long as the page.
    }
  }
}
