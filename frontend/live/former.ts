/** What was sealed to keys that were lost, read again with them and sealed to the keys of now. */
import type { Former, OwnText } from "../vault/account.ts";
import { account } from "../vault/account.ts";
import { codeOf } from "../vault/errors.ts";
import { ask } from "./http.ts";

const ADDRESS = "/me/keys/former/";
const AT_ONCE = 20; // texts in one request; each at most 100,000 characters

interface Told {
  readonly keys: readonly (Former & { readonly id: number })[];
  readonly texts: readonly (OwnText & { readonly group: string })[];
}

/**
 * Opens whichever of the old keys this fits, and seals what lies under them anew. Returns how many texts are back.
 * Keys of which everything came over are let go of. Refuses as `openFormer`.
 */
export async function findAgain(typed: { code: string } | { passphrase: string }): Promise<number> {
  const { keys, texts } = (await ask<Told>("GET", ADDRESS)).body;
  const fits = await firstThatOpens(keys, typed);
  let [back, opened] = [0, 0];
  for (let i = 0; i < texts.length; i += AT_ONCE) {
    const some = texts.slice(i, i + AT_ONCE);
    const sealed = await account.sealAnew({ texts: some });
    const anew = some.flatMap(({ group, item, field, rev }, place) => {
      const text = sealed[place] ?? null;
      return text === null ? [] : [{ group, item, field, rev: rev + 1, text }];
    });
    if (anew.length === 0) continue;
    opened += anew.length;
    back += (await ask<{ kept: number }>("POST", ADDRESS, { texts: anew })).body.kept;
  }
  if (back === opened) await ask("DELETE", ADDRESS, { id: fits.id });
  return back;
}

async function firstThatOpens(
  keys: Told["keys"],
  typed: { code: string } | { passphrase: string },
): Promise<Told["keys"][number]> {
  let refused: unknown = new Error("no keys of before");
  for (const one of keys) {
    try {
      await account.openFormer({ slots: one.slots, member: one.member, ...typed });
      return one;
    } catch (error) {
      if (codeOf(error) !== "passphrase") throw error;
      refused = error;
    }
  }
  throw refused;
}
