/** What others sealed, opened by the vault in the order in which it came: names and cards. */
import type { Vault } from "../vault/vault.ts";
import { opened } from "./seen.ts";
import type { State } from "./state.ts";
import { slotOf } from "./writing.ts";

interface ToldName {
  readonly acct: string;
  readonly envelope: string;
  readonly rev: number;
}

export class Opening {
  /** By entry and revision; null where a text doesn't open. */
  readonly texts = new Map<string, string | null>();
  readonly names = new Map<string, string>();
  readonly nameRevisions = new Map<string, number>();
  readonly #vault: Vault;
  readonly #group: string;
  readonly #tell: () => void;
  /** Names sealed under an epoch that wasn't granted yet. */
  readonly #closedNames: ToldName[] = [];
  #busy: Promise<void> = Promise.resolve();

  constructor(vault: Vault, group: string, tell: () => void) {
    this.#vault = vault;
    this.#group = group;
    this.#tell = tell;
  }

  /** Somebody told a name, or another one. */
  introduced(acct: string, envelope: string): void {
    const rev = (this.nameRevisions.get(acct) ?? 0) + 1;
    this.nameRevisions.set(acct, rev);
    this.#openName({ acct, envelope, rev });
  }

  /** Keys came: what stayed shut is tried again. */
  keysCame(state: State | null): void {
    for (const told of this.#closedNames.splice(0)) this.#openName(told);
    this.openTexts(state);
  }

  /** Every card that has a text which isn't open yet, all in one go. */
  openTexts(state: State | null): void {
    if (!state) return;
    const items = [...state.entries.values()].flatMap((entry) => {
      const slot = slotOf(state, entry);
      const name = opened(entry.id, entry.revision);
      if (!slot || entry.text === "" || entry.withdrawn || typeof this.texts.get(name) === "string")
        return [];
      const author = slot.named ? entry.by : "anonymous";
      return [
        {
          name,
          envelope: entry.text,
          item: entry.id,
          field: `entry.${slot.kind}`,
          author,
          rev: entry.revision,
        },
      ];
    });
    if (items.length === 0) return;
    this.#busy = this.#busy.then(async () => {
      const found = await this.#vault.open({ group: this.#group, items });
      items.forEach(({ name }, i) => {
        const one = found[i];
        this.texts.set(name, one && "text" in one ? one.text : null);
      });
      this.#tell();
    });
  }

  #openName(told: ToldName): void {
    const { acct, envelope, rev } = told;
    this.#busy = this.#busy.then(async () => {
      const item = { envelope, item: acct, field: "member.name", author: acct, rev };
      const [found] = await this.#vault.open({ group: this.#group, items: [item] });
      if (found && "text" in found) this.names.set(acct, found.text);
      else this.#closedNames.push(told);
      this.#tell();
    });
  }
}
