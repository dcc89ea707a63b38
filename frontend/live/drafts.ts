/** Texts in the making: kept sealed on this device while somebody types, so that no reload costs a word. */
import type { Vault } from "../vault/vault.ts";

export class Drafts {
  readonly #vault: Vault;
  readonly #group: string;
  /** The newest text under each name, until it is kept. */
  readonly #typed = new Map<string, string>();
  readonly #keeping = new Set<string>();

  constructor(vault: Vault, group: string) {
    this.#vault = vault;
    this.#group = group;
  }

  /** What was left under this name, or an empty text. */
  async read(name: string): Promise<string> {
    return (await this.#vault.draft(this.#draft(name))) ?? "";
  }

  /**
   * Keeps a text at once: a page that is thrown away gives no moment to seal in. While one is being sealed the next
   * waits, and only the newest of those that wait is kept.
   */
  write(name: string, text: string): void {
    this.#typed.set(name, text);
    if (!this.#keeping.has(name)) void this.#keep(name);
  }

  /** Also drops what is being sealed just now. */
  drop(name: string): void {
    this.#vault.dropDraft(this.#draft(name));
    if (this.#keeping.has(name)) this.#typed.set(name, "");
  }

  async #keep(name: string): Promise<void> {
    this.#keeping.add(name);
    for (let text = this.#take(name); text !== undefined; text = this.#take(name)) {
      const draft = this.#draft(name);
      if (text === "") this.#vault.dropDraft(draft);
      else
        await this.#vault.keepDraft({ ...draft, text }).catch(() => {
          // The keys are gone: a text can't be kept that nobody could open.
        });
    }
    this.#keeping.delete(name);
  }

  #take(name: string): string | undefined {
    const text = this.#typed.get(name);
    this.#typed.delete(name);
    return text;
  }

  #draft(name: string): { group: string; item: string; field: string } {
    return { group: this.#group, item: this.#group, field: name };
  }
}
