/** What a page of somebody with an account uses. The vault of a meeting is in vault.ts; both ask the same worker. */
import { connectWorker, keysOutlivePages } from "./connect.ts";
import type { Former, OwnText } from "./former.ts";
import type { KeptKey, SlotKind } from "./keys.ts";
import type { Language } from "./lists.ts";
import { wordList } from "./lists.ts";
import type { KeysByPasskey, NewSlot, OwnMember, Recovery, Stretched, Touch } from "./own.ts";
import type { Caller } from "./wire.ts";
import { randomPlaces } from "./words.ts";

export { keysOutlivePages };
export type { Former, OwnText };
export type { KeysByPasskey, NewSlot, OwnMember, Recovery, Stretched };

const KEPT = "kring:own:kept";

/** A vault as the server describes it to its owner. */
export interface OwnVault {
  readonly acct: string;
  readonly slots: readonly string[];
  readonly member: OwnMember;
}

let caller: Promise<Caller> | undefined;
const ask = (): Promise<Caller> => (caller ??= connectWorker(() => undefined));

export const account = {
  /** For signing in (`salt` and `kdf` as the server says), or a new passphrase (without them). */
  async stretch(typed: {
    acct?: string;
    passphrase: string;
    salt?: string;
    kdf?: number;
  }): Promise<Stretched> {
    return (await ask()).ask("stretch", typed);
  },

  /** After a passphrase that turned out to be wrong: what was typed before it counts again. */
  async takeBack(): Promise<void> {
    await (await ask()).ask("takeBack", undefined);
  },

  async typeCode(typed: { acct: string; code: string; salt: string }): Promise<{ auth: string }> {
    return (await ask()).ask("typeCode", typed);
  },

  async touchPasskey(touched: Touch): Promise<void> {
    return (await ask()).ask("touchPasskey", touched);
  },

  async unlock(vault: OwnVault): Promise<void> {
    return (await ask()).ask("unlock", vault);
  },

  async unlockBy(vault: OwnVault & { passphrase: string }): Promise<void> {
    return (await ask()).ask("unlockBy", vault);
  },

  async create(asked: { acct: string }): Promise<{ member: OwnMember; slots: NewSlot[] }> {
    return (await ask()).ask("create", asked);
  },

  async createByPasskey(asked: { acct: string }): Promise<KeysByPasskey> {
    return (await ask()).ask("createByPasskey", asked);
  },

  /** Makes the keys of a guest's seat one's own: the account must be the one that the seat has. */
  async adopt(asked: { group: string }): Promise<{ member: OwnMember; slots: NewSlot[] }> {
    return (await ask()).ask("adopt", asked);
  },

  async holder(): Promise<string | null> {
    return (await ask()).ask("holder", undefined);
  },

  async addSlot(asked: { kind: SlotKind }): Promise<NewSlot & { auth: string; salt: string }> {
    return (await ask()).ask("addSlot", asked);
  },

  async recovery(): Promise<Recovery> {
    return (await ask()).ask("recovery", undefined);
  },

  async checks(asked: { passphrase: string; slots: readonly string[] }): Promise<boolean> {
    return (await ask()).ask("checks", asked);
  },

  /** Keys of before, found again; see former.ts. */
  async openFormer(asked: Former & ({ code: string } | { passphrase: string })): Promise<void> {
    return (await ask()).ask("openFormer", asked);
  },

  async sealAnew(asked: { texts: readonly OwnText[] }): Promise<(string | null)[]> {
    return (await ask()).ask("sealAnew", asked);
  },

  async suggestPassphrase(language: Language): Promise<string> {
    const list = await wordList(language);
    return randomPlaces()
      .map((place) => list[place] ?? "")
      .join(" ");
  },

  // One's own device: half of the locked vault key lies here, the other half is the server's to release

  /** Gives back the half for the server. */
  async keepHere(): Promise<string> {
    const { serverShare, ...here } = await (await ask()).ask("keepOwn", undefined);
    globalThis.localStorage.setItem(KEPT, JSON.stringify(here));
    return serverShare;
  },

  isKeptHere(): boolean {
    return globalThis.localStorage.getItem(KEPT) !== null;
  },

  forgetHere(): void {
    globalThis.localStorage.removeItem(KEPT);
  },

  async resume({ acct, member, share }: { acct: string; member: OwnMember; share: string }): Promise<void> {
    const half = JSON.parse(globalThis.localStorage.getItem(KEPT) ?? "{}") as Omit<KeptKey, "serverShare">;
    await (await ask()).ask("resumeOwn", { acct, member, kept: { ...half, serverShare: share } });
  },

  /** At signing out: drops one's own keys, what was typed, and the half of a key that this device keeps. */
  async leave(): Promise<void> {
    this.forgetHere();
    await (await ask()).ask("leave", undefined);
  },
};
