/** Everything the vault holds: one seat per group, in memory only. It runs in the worker and knows nothing of pages. */
import type { Member, Pin } from "./chain.ts";
import { OPEN_DOOR, doorToken, joinMac, newSecret } from "./door.ts";
import { refuse } from "./errors.ts";
import type { KeptKey } from "./keys.ts";
import { deriveKeys, keepKey, openKeptKey } from "./keys.ts";
import type { NewSlot, OwnMember } from "./own.ts";
import { OwnKeys } from "./own.ts";
import type { Bytes } from "./primitives.ts";
import { base64url, fromBase64url, isUuid, random } from "./primitives.ts";
import { Seat } from "./seat.ts";
import type {
  Admission,
  Box,
  Candidate,
  Entered,
  KeyNews,
  NextEpoch,
  Opened,
  Sealed,
  Written,
} from "./shapes.ts";
import type { ControlWords } from "./words.ts";
import { controlWords } from "./words.ts";

interface InGroup {
  readonly group: string;
}

export interface Begun extends Omit<NextEpoch, "grants"> {
  readonly acct: string;
  readonly member: Member;
  readonly grant: string;
  /** S, for the fragment of the link; whoever has it can knock. */
  readonly secret: string;
  readonly doorToken: string;
  readonly doorTokenHash: string;
}

export interface Knocked {
  readonly acct: string;
  readonly member: Member;
  readonly joinMac: string;
  readonly doorToken: string;
}

export class Keyring extends OwnKeys {
  readonly #seats = new Map<string, Seat>();
  readonly #words = new Map<string, Promise<ControlWords>>();

  /** A new vault key, a new group, its first epoch and box. `now` is an ISO time in UTC. */
  async beginGroup({ group, now }: InGroup & { now: string }): Promise<Begun> {
    const secret = newSecret();
    const seat = await this.#take(group, globalThis.crypto.randomUUID(), random(32), secret);
    const { acct } = seat.keys;
    const { statement, grants, box } = await seat.begin(now);
    const { token, hash } = await doorToken(secret, group);
    const grant = grants[acct] ?? refuse("grant");
    const door = { secret: base64url(secret), doorToken: token, doorTokenHash: hash };
    return { acct, member: seat.member, statement, grant, box, ...door };
  }

  /** What to show at the door. With keys still in memory it is the same as before; else a new key, under `acct` if given. */
  async knock({ group, secret, acct }: InGroup & { secret: string; acct?: string }): Promise<Knocked> {
    const bytes = readSecret(secret);
    const seat =
      this.#seats.get(group) ??
      (await this.#take(group, acct ?? globalThis.crypto.randomUUID(), random(32), bytes));
    const { token } = await doorToken(bytes, group);
    const mac = await joinMac(bytes, group, OPEN_DOOR, seat.member);
    return { acct: seat.keys.acct, member: seat.member, joinMac: mac, doorToken: token };
  }

  async admit({
    group,
    secret,
    candidates,
    now,
  }: InGroup & { secret: string; candidates: readonly Candidate[]; now: string }): Promise<Admission> {
    return this.#seat(group).admit(readSecret(secret), candidates, now);
  }

  async remove({ group, acct, now }: InGroup & { acct: string; now: string }): Promise<NextEpoch> {
    return this.#seat(group).remove(acct, now);
  }

  async regrant({
    group,
    acct,
    epochs,
  }: InGroup & { acct: string; epochs?: readonly number[] }): Promise<Record<string, string>> {
    return this.#seat(group).regrant(acct, epochs);
  }

  async enter({ group, pin, ...news }: InGroup & KeyNews & { pin: Pin | null }): Promise<Entered> {
    return this.#seat(group).enter(news, pin);
  }

  async seal({ group, ...written }: InGroup & Written & { author?: string; text: string }): Promise<string> {
    return this.#seat(group).seal(written);
  }

  async open({ group, items }: InGroup & { items: readonly Sealed[] }): Promise<Opened[]> {
    const seat = this.#seat(group);
    return Promise.all(items.map((item) => seat.open(item)));
  }

  async sealSelf({
    group,
    box,
    ...written
  }: InGroup & Written & { box: Box; text: string }): Promise<string> {
    return this.#seat(group).sealSelf(box, written);
  }

  async openSelf({
    group,
    box,
    items,
  }: InGroup & { box: Box; items: readonly (Written & { envelope: string })[] }): Promise<Opened[]> {
    const seat = this.#seat(group);
    return Promise.all(items.map((item) => seat.openSelf(box, item)));
  }

  async words({ group }: InGroup): Promise<ControlWords> {
    const { newest } = this.#seat(group);
    const words = this.#words.get(newest.hash) ?? controlWords(this.argon2id, newest);
    this.#words.set(newest.hash, words);
    return words;
  }

  /** Locks the vault key of a seat in two halves, so that a phone that dropped the page can go on. */
  async keep({ group }: InGroup): Promise<KeptKey> {
    const { keys, vaultKey } = this.#seat(group);
    return keepKey(vaultKey, keys.acct, group);
  }

  async resume({
    group,
    secret,
    kept,
  }: InGroup & { secret?: string; kept: KeptKey }): Promise<{ acct: string }> {
    const { acct, vaultKey } = await openKeptKey(kept, group);
    if (this.#seats.get(group)?.keys.acct !== acct) {
      await this.#take(group, acct, vaultKey, secret === undefined ? null : readSecret(secret));
    }
    return { acct };
  }

  /** The account of the seat this vault holds in a group, if any. */
  async seat({ group }: InGroup): Promise<string | null> {
    return Promise.resolve(this.#seats.get(group)?.keys.acct ?? null);
  }

  async forget({ group }: InGroup): Promise<void> {
    this.#seats.delete(group);
    return Promise.resolve();
  }

  /** Takes a seat in a group with one's own keys. */
  async sit({ group }: InGroup): Promise<{ acct: string }> {
    const { vaultKey, keys } = this.own;
    if (this.#seats.get(group)?.keys.acct !== keys.acct) await this.#take(group, keys.acct, vaultKey, null);
    return { acct: keys.acct };
  }

  /** Makes the keys that a guest has in a group those of an account: nothing is sealed again. */
  async adopt({ group }: InGroup): Promise<{ member: OwnMember; slots: NewSlot[] }> {
    const { keys, vaultKey } = this.#seat(group);
    return this.settle(keys.acct, vaultKey);
  }

  /** Drops every key. What was opened on pages is theirs to clear. */
  override lock(): void {
    super.lock();
    this.#seats.clear();
    this.#words.clear();
  }

  async #take(group: string, acct: string, vaultKey: Bytes, secret: Bytes | null): Promise<Seat> {
    if (!isUuid(group) || !isUuid(acct)) refuse("context");
    const seat = new Seat(group, await deriveKeys(vaultKey, acct), vaultKey, secret);
    this.#seats.set(group, seat);
    return seat;
  }

  #seat(group: string): Seat {
    return this.#seats.get(group) ?? refuse("locked");
  }
}

function readSecret(text: string): Bytes {
  const secret = fromBase64url(text);
  if (secret.length !== 32) refuse("encoding");
  return secret;
}
