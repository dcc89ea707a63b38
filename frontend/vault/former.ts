/**
 * Keys that somebody lost and found again: they open what was sealed to oneself, and seal it to the keys of now.
 * They are never held as one's own, so nothing new is ever sealed to them.
 */
import { refuse } from "./errors.ts";
import type { Keys, SlotKeys } from "./keys.ts";
import { deriveKeys, openSlot, passphraseKeys, readSlot, recoveryKeys } from "./keys.ts";
import type { OwnMember } from "./own.ts";
import { OwnKeys, ownMember } from "./own.ts";
import type { Bytes } from "./primitives.ts";
import { fromBase64url } from "./primitives.ts";
import { parseRecoveryCode } from "./recovery.ts";
import type { Place } from "./seal.ts";
import { boxKey, open, seal, selfScope } from "./seal.ts";
import type { Box, Written } from "./shapes.ts";

/** A text of one's own, as the server keeps it. */
export interface OwnText extends Written {
  readonly envelope: string;
  readonly box: Box;
}

export interface Former {
  readonly slots: readonly string[];
  readonly member: OwnMember;
}

export class FoundAgain extends OwnKeys {
  #former: Keys | null = null;

  /**
   * Opens keys of before by the code on their sheet, or by their passphrase. One's own vault must be open.
   * Refuses with `recovery` where a letter of the code is wrong, `passphrase` where nothing fits, `taken` where other
   * keys come out than the server says.
   */
  async openFormer({
    slots,
    member,
    ...typed
  }: Former & ({ readonly code: string } | { readonly passphrase: string })): Promise<void> {
    const { acct } = this.own.keys;
    const code = "code" in typed ? await parseRecoveryCode(typed.code) : null;
    for (const slot of slots) {
      const { kind, kdf, salt } = readSlot(slot);
      let keys: SlotKeys | null = null;
      if (code && kind === "recovery") keys = await recoveryKeys(acct, code, salt);
      if ("passphrase" in typed && kind === "pass")
        keys = await passphraseKeys(this.argon2id, acct, typed.passphrase, salt, kdf);
      const vaultKey = keys && (await openSlot(slot, keys, acct).catch(() => null));
      if (!vaultKey) continue;
      const former = await deriveKeys(vaultKey, acct);
      if (ownMember(former).join() !== member.join()) refuse("taken");
      this.#former = former;
      return;
    }
    refuse("passphrase");
  }

  /** Each text that those keys open, as the next revision under one's keys of now; null for what they don't open. */
  async sealAnew({ texts }: { texts: readonly OwnText[] }): Promise<(string | null)[]> {
    const former = this.#former ?? refuse("locked");
    const now = this.own.keys;
    return Promise.all(
      texts.map(async (one) => {
        const place = placeOf(now.acct, one);
        const text = await open(await keyOf(former, one.box), place, one.envelope).catch(() => null);
        if (text === null) return null;
        return seal(await keyOf(now, one.box), { ...place, rev: place.rev + 1 }, text);
      }),
    );
  }

  override lock(): void {
    super.lock();
    this.#former = null;
  }
}

const keyOf = ({ acct, self }: { acct: string; self: Bytes }, { id, salt }: Box): Promise<CryptoKey> =>
  boxKey(self, selfScope(acct), id, fromBase64url(salt));

const placeOf = (acct: string, { item, field, rev, box }: OwnText): Place => ({
  scope: selfScope(acct),
  box: box.id,
  item,
  field,
  author: acct,
  rev,
});
