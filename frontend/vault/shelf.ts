/** What may lie on the device: pins, salts, sealed drafts and half of a kept key. Nothing here opens anything by itself. */
export type Shelved = "acct" | "pin" | "self-box" | "kept" | `draft:${string}` | `own:${string}`;

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

  /** Whether it lasts longer than the page. */
  write(group: string, what: Shelved, value: string): boolean {
    const name = nameOf(group, what);
    try {
      if (!this.#storage) throw new DOMException("no storage", "SecurityError");
      this.#storage.setItem(name, value);
      this.#memory.delete(name);
      return true;
    } catch {
      this.#memory.set(name, value); // full, or forbidden
      return false;
    }
  }

  remove(group: string, what: Shelved): void {
    const name = nameOf(group, what);
    this.#memory.delete(name);
    this.#storage?.removeItem(name);
  }

  clear(group: string): void {
    for (const name of this.#names(nameOf(group, ""))) {
      this.#memory.delete(name);
      this.#storage?.removeItem(name);
    }
  }

  /** What lies here under names that begin like this, without that beginning. */
  list(group: string, beginning: Shelved): string[] {
    const prefix = nameOf(group, beginning);
    return this.#names(prefix).map((name) => name.slice(prefix.length));
  }

  #names(prefix: string): string[] {
    const storage = this.#storage;
    const stored = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? "");
    return [...new Set([...this.#memory.keys(), ...stored])].filter((name) => name.startsWith(prefix));
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
