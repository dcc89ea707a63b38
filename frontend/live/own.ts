/** The vault of somebody who is signed in, as a page needs it: open, or why not. */
import type { KeysByPasskey, OwnVault } from "../vault/account.ts";
import { account, keysOutlivePages } from "../vault/account.ts";
import { codeOf } from "../vault/errors.ts";
import { Refused, ask } from "./http.ts";

/** `locked`: something has to be typed or touched. `none`: no keys were made yet, and nothing was typed to make them. */
export type OwnState = "open" | "locked" | "none";

export interface Described {
  readonly vault: (OwnVault & { readonly credentials: readonly string[] }) | null;
  readonly share: string | null;
}

const KEYS = "/me/keys/";

export const describeOwn = async (): Promise<Described> => (await ask<Described>("GET", KEYS)).body;

let opened: Promise<OwnState> | undefined;

/**
 * Opens the vault of this account with what was typed at signing in, or with what this device keeps; asked once a page.
 * Where it stays shut it is asked again: it may have been opened in another tab meanwhile.
 */
export async function openOwn(acct: string): Promise<OwnState> {
  const state = await (opened ??= open(acct));
  if (state !== "open") opened = undefined;
  return state;
}

async function open(acct: string): Promise<OwnState> {
  const state = await openNow(acct);
  if (state === "open") await carryOver();
  return state;
}

/**
 * Where keys end with each page, half of the locked key waits on the device for the next one and the server has the
 * other, for as long as somebody goes on (see `web/vault/carried.py`); otherwise every page would ask for the passphrase.
 */
export async function carryOver(): Promise<void> {
  if (keysOutlivePages() || account.isKeptHere()) return;
  await ask("POST", `${KEYS}here/`, { share: await account.keepHere(), passing: true });
}

async function openNow(acct: string): Promise<OwnState> {
  const holder = await account.holder();
  if (holder === acct) return "open";
  if (holder !== null) await account.leave(); // somebody else sat here
  const told = await describeOwn();
  if (!told.vault) return makeOwn(acct);
  return openFrom(told.vault, told.share);
}

async function openFrom(vault: OwnVault, share: string | null): Promise<OwnState> {
  try {
    await account.unlock(vault);
    return "open";
  } catch (error) {
    if (!["locked", "passphrase"].includes(codeOf(error))) throw error;
  }
  if (share === null) account.forgetHere(); // the server has let go of its half
  if (share === null || !account.isKeptHere()) return "locked";
  try {
    await account.resume({ ...vault, share });
    return "open";
  } catch {
    account.forgetHere();
    return "locked";
  }
}

/**
 * Keys of one's own, locked by what was typed: the first (POST), or others for who lost those (PUT).
 * `present` proves the passphrase where it wasn't just used to sign in.
 */
export async function makeOwn(
  acct: string,
  method: "POST" | "PUT" = "POST",
  present = "",
): Promise<OwnState> {
  try {
    const { member, slots } = await account.create({ acct });
    await ask(method, KEYS, { member, slots: slots.map(({ slot }) => slot), present });
    if (method === "PUT") account.forgetHere(); // half of the key that was lost
    return "open";
  } catch (error) {
    if (error instanceof Refused && error.code === "keys_there") {
      await account.leave(); // another tab was first, with other keys
      return "locked";
    }
    if (codeOf(error) === "locked") return "none";
    throw error;
  }
}

/** The first keys of who has a passkey and no passphrase, once the sheet is on paper; then the same touch opens them. */
export async function keepByPasskey({ member, slot, credential, sheet }: KeysByPasskey): Promise<OwnState> {
  const { auth } = sheet;
  await ask("POST", KEYS, { member, slots: [slot], credential, sheet: { slot: sheet.slot, auth } });
  return openOwn(member[0]);
}

/**
 * A passphrase that signs in and doesn't open yet, after a code by mail: gets its slot as soon as the vault is open.
 * The server takes it only if it is the one that signs in; a slot for a slip of the finger would lock its owner out.
 * False where it isn't known any more what was typed.
 */
export async function keepPassphraseSlot(salt: string): Promise<boolean> {
  try {
    const { slot, salt: typed, auth } = await account.addSlot({ kind: "pass" });
    if (salt !== "" && typed !== salt) return false;
    await ask("POST", `${KEYS}slots/`, { slot, present: auth });
    return true;
  } catch (error) {
    const isAnother = error instanceof Refused && error.code === "passphrase";
    if (!isAnother && codeOf(error) !== "locked") throw error;
    return false;
  }
}
