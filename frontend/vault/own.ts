/**
 * The keys of somebody with an account: one vault key, and the slots that it lies in. It runs in the worker.
 *
 * What a passphrase, code or passkey gives is kept here from the moment it is typed until the server has answered, so
 * that signing in and opening the vault are one thing to do. Half of it, `auth`, goes to the page to sign in with.
 */
import { refuse } from "./errors.ts";
import type { KeptKey, Keys, SlotKeys, SlotKind } from "./keys.ts";
import {
  deriveKeys,
  keepKey,
  makeSlot,
  openKeptKey,
  openSlot,
  passkeyKeys,
  passphraseKeys,
  readSlot,
  recoveryKeys,
} from "./keys.ts";
import type { Argon2id, Bytes } from "./primitives.ts";
import { base64url, fromBase64url, isUuid, random, same } from "./primitives.ts";
import { parseRecoveryCode, recoveryCode } from "./recovery.ts";

/** What a passphrase turned into, for the server: what signs in, and with which salt. */
export interface Stretched {
  readonly acct: string;
  readonly auth: string;
  readonly salt: string;
}

/** Public keys, as the server keeps them: account, X25519, Ed25519. */
export type OwnMember = readonly [acct: string, exchange: string, signing: string];

export interface NewSlot {
  readonly kind: SlotKind;
  readonly slot: string;
}

/** A recovery code, once: it goes on paper, and the server gets slot and `auth`. */
export interface Recovery extends NewSlot {
  readonly code: string;
  readonly auth: string;
}

/** A vault key that nobody holds yet: it is opened by the passkey once the server has all of this. */
export interface KeysByPasskey {
  readonly member: OwnMember;
  readonly slot: string;
  readonly credential: string;
  readonly sheet: Recovery;
}

/** A passkey that answered; its output in base64url. */
export interface Touch {
  readonly credential: string;
  readonly output: string;
}

interface Typed {
  readonly acct: string;
  readonly keys: SlotKeys;
  readonly salt: Bytes;
}

interface Holding {
  readonly vaultKey: Bytes;
  readonly keys: Keys;
}

const SALT_SIZE = 16;

export class OwnKeys {
  protected readonly argon2id: Argon2id;
  readonly #typed = new Map<SlotKind, Typed>();
  #before: Typed | undefined;
  #touched: { readonly credential: string; readonly output: Bytes } | null = null;
  #holding: Holding | null = null;

  constructor(argon2id: Argon2id) {
    this.argon2id = argon2id;
  }

  // What somebody types or touches

  /** A passphrase, stretched. Without `salt` it is a new one, and without `acct` the account is new as well. */
  async stretch({
    acct = globalThis.crypto.randomUUID(),
    passphrase,
    salt,
    kdf = 1,
  }: {
    acct?: string;
    passphrase: string;
    salt?: string;
    kdf?: number;
  }): Promise<Stretched> {
    const bytes = salt === undefined ? random(SALT_SIZE) : fromBase64url(salt);
    const keys = await passphraseKeys(this.argon2id, acct, passphrase, bytes, kdf);
    this.#before = this.#typed.get("pass");
    this.#typed.set("pass", { acct, keys, salt: bytes });
    return { acct, auth: keys.auth, salt: base64url(bytes) };
  }

  /** Forgets the passphrase that was typed last, because it was the wrong one, for the one before it. */
  async takeBack(): Promise<void> {
    if (this.#before) this.#typed.set("pass", this.#before);
    else this.#typed.delete("pass");
    return Promise.resolve();
  }

  /** A recovery code as it is typed; refuses with `recovery` where a letter is wrong. */
  async typeCode({
    acct,
    code,
    salt,
  }: {
    acct: string;
    code: string;
    salt: string;
  }): Promise<{ auth: string }> {
    const bytes = fromBase64url(salt);
    const keys = await recoveryKeys(acct, await parseRecoveryCode(code), bytes);
    this.#typed.set("recovery", { acct, keys, salt: bytes });
    return { auth: keys.auth };
  }

  /** What a passkey answered; at the touch that signs in nobody knows yet whose account it is. */
  async touchPasskey({ credential, output }: Touch): Promise<void> {
    this.#touched = { credential, output: fromBase64url(output) };
    return Promise.resolve();
  }

  // Opening

  /**
   * Opens the vault by what was typed last, in whichever slot it fits, and checks that the server shows the public
   * keys that follow. Refuses with `locked` where nothing was typed for this account, `passphrase` where nothing fits,
   * `taken` where the server shows other keys.
   */
  async unlock({
    acct,
    slots,
    member,
  }: {
    acct: string;
    slots: readonly string[];
    member: OwnMember;
  }): Promise<void> {
    const typed = await this.#typedFor(acct);
    if (typed.length === 0) refuse("locked");
    for (const slot of slots) {
      const { kind } = readSlot(slot);
      for (const [, { keys }] of typed.filter(([typedKind]) => typedKind === kind)) {
        const vaultKey = await openSlot(slot, keys, acct).catch(() => null);
        if (vaultKey) return this.#hold(acct, vaultKey, member);
      }
    }
    return refuse("passphrase");
  }

  /** The same by a passphrase with which one doesn't sign in (any more): each slot has its own salt. */
  async unlockBy({
    passphrase,
    ...where
  }: {
    acct: string;
    passphrase: string;
    slots: readonly string[];
    member: OwnMember;
  }): Promise<void> {
    for (const slot of where.slots) {
      const { kind, kdf, salt } = readSlot(slot);
      if (kind !== "pass") continue;
      const keys = await passphraseKeys(this.argon2id, where.acct, passphrase, salt, kdf);
      const vaultKey = await openSlot(slot, keys, where.acct).catch(() => null);
      if (!vaultKey) continue;
      await this.#hold(where.acct, vaultKey, where.member);
      if (!this.#typed.has("pass")) this.#typed.set("pass", { acct: where.acct, keys, salt });
      return;
    }
    refuse("passphrase");
  }

  /** A new vault key, with a slot for each thing that was typed; a passphrase must be among them. */
  async create({ acct }: { acct: string }): Promise<{ member: OwnMember; slots: NewSlot[] }> {
    if (this.#typed.get("pass")?.acct !== acct) refuse("locked");
    return this.settle(acct, random(32));
  }

  /** A new vault key for who has a passkey and no passphrase, and its recovery sheet: one doesn't come without the other. */
  async createByPasskey({ acct }: { acct: string }): Promise<KeysByPasskey> {
    if (!isUuid(acct)) refuse("context");
    const { credential, output } = this.#touched ?? refuse("locked");
    const vaultKey = random(32);
    const touched = await passkeyKeys(acct, output);
    return {
      member: ownMember(await deriveKeys(vaultKey, acct)),
      slot: await makeSlot("prf", touched, acct, vaultKey, random(SALT_SIZE)),
      credential,
      sheet: await newSheet(acct, vaultKey),
    };
  }

  /** The account whose vault is open, or null. */
  async holder(): Promise<string | null> {
    return Promise.resolve(this.#holding?.keys.acct ?? null);
  }

  // Slots

  /** A slot for what was typed last: a new passphrase, a passkey. The vault must be open. */
  async addSlot({ kind }: { kind: SlotKind }): Promise<NewSlot & { auth: string; salt: string }> {
    const { vaultKey, keys } = this.own;
    const [, typed] =
      (await this.#typedFor(keys.acct)).find(([typedKind]) => typedKind === kind) ?? refuse("locked");
    const slot = await makeSlot(kind, typed.keys, keys.acct, vaultKey, typed.salt);
    return { kind, slot, auth: typed.keys.auth, salt: base64url(typed.salt) };
  }

  /** A new recovery code and its slot. Whoever has the older one can use it until the server has this one. */
  async recovery(): Promise<Recovery> {
    const { vaultKey, keys } = this.own;
    return newSheet(keys.acct, vaultKey);
  }

  /** Whether this passphrase opens one of these slots: asked before something that matters. */
  async checks({ passphrase, slots }: { passphrase: string; slots: readonly string[] }): Promise<boolean> {
    const { keys, vaultKey } = this.own;
    for (const slot of slots) {
      const { kind, kdf, salt } = readSlot(slot);
      if (kind !== "pass") continue;
      const typed = await passphraseKeys(this.argon2id, keys.acct, passphrase, salt, kdf);
      const opened = await openSlot(slot, typed, keys.acct).catch(() => null);
      if (opened && same(opened, vaultKey)) return true;
    }
    return false;
  }

  // One's own device

  /** Locks the vault key in two halves; bound to the account, so that it opens nothing else. */
  async keepOwn(): Promise<KeptKey> {
    const { vaultKey, keys } = this.own;
    return keepKey(vaultKey, keys.acct, keys.acct);
  }

  async resumeOwn({ acct, kept, member }: { acct: string; kept: KeptKey; member: OwnMember }): Promise<void> {
    const opened = await openKeptKey(kept, acct);
    if (opened.acct !== acct) refuse("slot");
    await this.#hold(acct, opened.vaultKey, member);
  }

  /** Drops what was typed and the vault key. */
  lock(): void {
    this.#typed.clear();
    this.#before = undefined;
    this.#touched = null;
    this.#holding = null;
  }

  protected get own(): Holding {
    return this.#holding ?? refuse("locked");
  }

  /** Takes a vault key as one's own, and locks it in a slot for each thing that was typed. */
  protected async settle(acct: string, vaultKey: Bytes): Promise<{ member: OwnMember; slots: NewSlot[] }> {
    if (!isUuid(acct)) refuse("context");
    const typed = await this.#typedFor(acct);
    if (typed.length === 0) refuse("locked");
    const slots = await Promise.all(
      typed.map(async ([kind, { keys, salt }]) => ({
        kind,
        slot: await makeSlot(kind, keys, acct, vaultKey, salt),
      })),
    );
    const keys = await deriveKeys(vaultKey, acct);
    this.#holding = { vaultKey, keys };
    return { member: ownMember(keys), slots };
  }

  async #typedFor(acct: string): Promise<[SlotKind, Typed][]> {
    const typed = [...this.#typed].filter(([, one]) => one.acct === acct);
    if (this.#touched)
      typed.push([
        "prf",
        { acct, keys: await passkeyKeys(acct, this.#touched.output), salt: random(SALT_SIZE) },
      ]);
    return typed;
  }

  /** The keys follow from the vault key alone, so a server that shows others is caught here. */
  async #hold(acct: string, vaultKey: Bytes, member: OwnMember): Promise<void> {
    const keys = await deriveKeys(vaultKey, acct);
    if (ownMember(keys).join() !== member.join()) refuse("taken");
    this.#holding = { vaultKey, keys };
  }
}

async function newSheet(acct: string, vaultKey: Bytes): Promise<Recovery> {
  const [bits, salt] = [random(16), random(SALT_SIZE)];
  const locked = await recoveryKeys(acct, bits, salt);
  const slot = await makeSlot("recovery", locked, acct, vaultKey, salt);
  return { kind: "recovery", slot, auth: locked.auth, code: await recoveryCode(bits) };
}

export const ownMember = ({ acct, exchange, signing }: Keys): OwnMember => [
  acct,
  base64url(exchange.open),
  base64url(signing.open),
];
