/** The methods that somebody keeps on this device; the vault seals them. */
import type { Vault } from "../vault/vault.ts";
import type { Row } from "./data.ts";

export interface Kept {
  readonly id: string;
  /** Null where it can't be opened any more. */
  readonly method: Row | null;
  readonly changed: string;
}

interface Written {
  readonly changed: string;
  readonly method: Row;
}

export class Store {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** All of them, the one that was changed last first. */
  async list(): Promise<Kept[]> {
    const found = [...(await this.#vault.owns())].map(([id, text]) => {
      const written = text === null ? null : (JSON.parse(text) as Written);
      return { id, method: written?.method ?? null, changed: written?.changed ?? "" };
    });
    return found.sort((one, other) => (one.changed < other.changed ? 1 : -1));
  }

  async read(id: string): Promise<Row | null> {
    return (await this.list()).find((kept) => kept.id === id)?.method ?? null;
  }

  /** Under a new id. */
  async add(method: Row): Promise<string> {
    const id = crypto.randomUUID();
    await this.keep(id, method);
    return id;
  }

  /** False where the browser keeps it no longer than the page. */
  keep(id: string, method: Row): Promise<boolean> {
    const written: Written = { changed: new Date().toISOString(), method };
    return this.#vault.keepOwn({ id, text: JSON.stringify(written) });
  }

  drop(id: string): void {
    this.#vault.dropOwn(id);
  }
}
