/** What may lie on the device: pins, salts, sealed drafts and half of a kept key. Nothing here opens anything by itself. */
export type Shelved = "acct" | "pin" | "self-box" | "kept" | `draft:${string}`;

export class Shelf {
  readonly #storage: Storage | null;
  readonly #memory = new Map<string, string>();

  /** `storage` is null where the browser forbids it; then everything lasts as long as the page. */
  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  read(group: string, what: Shelved): string | null {
    const name = nameOf(group, what);
    return this.#memory.get(name) ?? this.#storage?.getItem(name) ?? null;
  }

  write(group: string, what: Shelved, value: string): void {
    const name = nameOf(group, what);
    try {
      if (!this.#storage) throw new DOMException("no storage", "SecurityError");
      this.#storage.setItem(name, value);
      this.#memory.delete(name);
    } catch {
      this.#memory.set(name, value); // full, or forbidden
    }
  }

  remove(group: string, what: Shelved): void {
    const name = nameOf(group, what);
    this.#memory.delete(name);
    this.#storage?.removeItem(name);
  }

  clear(group: string): void {
    const prefix = nameOf(group, "");
    for (const name of [...this.#memory.keys()]) if (name.startsWith(prefix)) this.#memory.delete(name);
    const storage = this.#storage;
    if (!storage) return;
    const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "");
    for (const name of names) if (name.startsWith(prefix)) storage.removeItem(name);
  }
}

const nameOf = (group: string, what: string): string => `kring:${group}:${what}`;

/** The browser's own storage, or null where touching it is already an error. */
export function ownStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
