/** Texts in the making: kept sealed on this device while somebody types, so that no reload costs a word. */
import type { Vault } from "../vault/vault.ts";

const CALM_MS = 400; // the pause after which a typed text is sealed and kept

export class Drafts {
  readonly #vault: Vault;
  readonly #group: string;
  readonly #typed = new Map<string, string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(vault: Vault, group: string) {
    this.#vault = vault;
    this.#group = group;
    // The last moment that a phone promises to give.
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.#keepAll();
    });
    globalThis.addEventListener("pagehide", () => this.#keepAll());
  }

  /** What was left under this name, or an empty text. */
  async read(name: string): Promise<string> {
    return (await this.#vault.draft(this.#draft(name))) ?? "";
  }

  write(name: string, text: string): void {
    this.#typed.set(name, text);
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.#keep(name), CALM_MS),
    );
  }

  drop(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#typed.delete(name);
    this.#vault.dropDraft(this.#draft(name));
  }

  #keepAll(): void {
    for (const name of this.#typed.keys()) this.#keep(name);
  }

  #keep(name: string): void {
    const text = this.#typed.get(name);
    if (text === undefined) return;
    this.#typed.delete(name);
    if (text === "") this.#vault.dropDraft(this.#draft(name));
    else
      this.#vault.keepDraft({ ...this.#draft(name), text }).catch(() => {
        // The keys are gone: a text can't be kept that nobody could open.
      });
  }

  #draft(name: string): { group: string; item: string; field: string } {
    return { group: this.#group, item: this.#group, field: name };
  }
}
