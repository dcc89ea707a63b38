/** Everything the vault holds: one seat per group, in memory only. It runs in the worker and knows nothing of pages. */
import type { Member, Pin } from "./chain.ts";
import type { Invited } from "./door.ts";
import { OPEN_DOOR, doorToken, joinMac, newSecret } from "./door.ts";
import type { DeviceKey } from "./device.ts";
import { codeOf, refuse } from "./errors.ts";
import type { KeptKey } from "./keys.ts";
import { deriveKeys, keepKey, openKeptKey } from "./keys.ts";
import type { NewSlot, OwnMember } from "./own.ts";
import { FoundAgain } from "./former.ts";
import type { Argon2id, Bytes } from "./primitives.ts";
import { base64url, fromBase64url, isUuid, random } from "./primitives.ts";
import type { Place } from "./seal.ts";
import { deviceScope, open, seal } from "./seal.ts";
import { Seat } from "./seat.ts";
import type {
  Admission,
  Box,
  Candidate,
  Entered,
  Guest,
  KeyNews,
  NextEpoch,
  Opened,
  Placed,
  Sealed,
  Written,
} from "./shapes.ts";
import { isPlaced } from "./shapes.ts";
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

export interface BegunCircle extends Omit<NextEpoch, "grants"> {
  readonly acct: string;
  readonly grant: string;
}

export interface Accepted {
  readonly member: Member;
  readonly mac: string;
}

export interface Knocked {
  readonly acct: string;
  readonly member: Member;
  readonly joinMac: string;
  readonly doorToken: string;
}

export class Keyring extends FoundAgain {
  readonly #deviceKey: DeviceKey;
  readonly #seats = new Map<string, Seat>();
  readonly #words = new Map<string, Promise<ControlWords>>();

  constructor(argon2id: Argon2id, deviceKey: DeviceKey) {
    super(argon2id);
    this.#deviceKey = deviceKey;
  }

  /**
   * A new vault key, a new group, its first epoch and box. `now` is an ISO time in UTC; `acct` is given where people
   * sign in.
   */
  async beginGroup({ group, now, acct: known }: InGroup & { now: string; acct?: string }): Promise<Begun> {
    const secret = newSecret();
    const seat = await this.#take(group, known ?? globalThis.crypto.randomUUID(), random(32), atDoor(secret));
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
      (await this.#take(group, acct ?? globalThis.crypto.randomUUID(), random(32), atDoor(bytes)));
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
    const door = { ...atDoor(readSecret(secret)), replaces: null };
    return this.#seat(group).admit(
      candidates.map((candidate) => ({ ...candidate, ...door })),
      now,
    );
  }

  async remove({ group, acct, now }: InGroup & { acct: string; now: string }): Promise<NextEpoch> {
    return this.#seat(group).remove(acct, now);
  }

  async regrant({
    group,
    acct,
    epochs,
    whileMember = false,
  }: InGroup & {
    acct: string;
    epochs?: readonly number[];
    whileMember?: boolean;
  }): Promise<Record<string, string>> {
    return this.#seat(group).regrant(acct, epochs, whileMember);
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

  /** Seals what stays on this device, outside any group. */
  async sealOwn({ item, text }: { item: string; text: string }): Promise<string> {
    return seal(await this.#deviceKey(), ownPlace(item), text);
  }

  async openOwn({ items }: { items: readonly { item: string; envelope: string }[] }): Promise<Opened[]> {
    const key = await this.#deviceKey();
    return Promise.all(
      items.map(({ item, envelope }) =>
        open(key, ownPlace(item), envelope).then(
          (text) => ({ text }),
          (error: unknown) => ({ error: codeOf(error) }),
        ),
      ),
    );
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
      await this.#take(group, acct, vaultKey, secret === undefined ? null : atDoor(readSecret(secret)));
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

  // Groups that last: one's own keys, a name on the roster, an invitation for each person

  /** Takes a seat in a group with one's own keys; with an invitation, where one hasn't been let in yet. */
  async sit({
    group,
    name,
    invited,
  }: InGroup & { name: string; invited?: { invite: string; secret: string } }): Promise<{ acct: string }> {
    const { vaultKey, keys } = this.own;
    const held = this.#seats.get(group);
    if (held?.keys.acct !== keys.acct || (invited && !held.isIn))
      await this.#take(
        group,
        keys.acct,
        vaultKey,
        invited ? { invite: invited.invite, secret: readSecret(invited.secret) } : null,
        name,
      );
    return { acct: keys.acct };
  }

  /** A new group with one's own keys. */
  async beginCircle({ group, name, now }: InGroup & { name: string; now: string }): Promise<BegunCircle> {
    const { vaultKey, keys } = this.own;
    const seat = await this.#take(group, keys.acct, vaultKey, null, name);
    const { statement, grants, box } = await seat.begin(now);
    return { acct: keys.acct, statement, grant: grants[keys.acct] ?? refuse("grant"), box };
  }

  /** S of a new invitation; the members' vaults recognise by it whoever accepts. */
  async newInvitation(): Promise<{ invite: string; secret: string }> {
    return Promise.resolve({ invite: globalThis.crypto.randomUUID(), secret: base64url(newSecret()) });
  }

  /** What to show with an invitation, after `sit`. */
  async accept({ group, invite, secret }: InGroup & { invite: string; secret: string }): Promise<Accepted> {
    const { member } = this.#seat(group);
    return { member, mac: await joinMac(readSecret(secret), group, invite, member) };
  }

  /** What to show where one has a place and no link, after `sit`. */
  async entry({ group }: InGroup): Promise<Member> {
    return Promise.resolve(this.#seat(group).member);
  }

  /** Signs the next epoch with those who accepted an invitation of ours, or who have a place and our word for it. */
  async welcome({
    group,
    guests,
    now,
  }: InGroup & { guests: readonly (Guest | Placed)[]; now: string }): Promise<Admission> {
    return this.#seat(group).admit(
      guests.map((guest) => (isPlaced(guest) ? guest : { ...guest, secret: readSecret(guest.secret) })),
      now,
    );
  }

  /** Makes the keys that a guest has in a group those of an account: nothing is sealed again. */
  async adopt({ group }: InGroup): Promise<{ member: OwnMember; slots: NewSlot[] }> {
    const { keys, vaultKey } = this.#seat(group);
    return this.settle(keys.acct, vaultKey);
  }

  /** Drops one's own keys and the seats that were taken with them, and leaves those of a guest. */
  async leave(): Promise<void> {
    const acct = await this.holder();
    super.lock();
    for (const [group, { keys }] of this.#seats) if (keys.acct === acct) this.#seats.delete(group);
  }

  /** Drops every key. What was opened on pages is theirs to clear. */
  override lock(): void {
    super.lock();
    this.#seats.clear();
    this.#words.clear();
  }

  async #take(
    group: string,
    acct: string,
    vaultKey: Bytes,
    invited: Invited | null,
    name?: string,
  ): Promise<Seat> {
    if (!isUuid(group) || !isUuid(acct)) refuse("context");
    const seat = new Seat(group, await deriveKeys(vaultKey, acct), vaultKey, invited, name);
    this.#seats.set(group, seat);
    return seat;
  }

  #seat(group: string): Seat {
    return this.#seats.get(group) ?? refuse("locked");
  }
}

const atDoor = (secret: Bytes): Invited => ({ secret, invite: OPEN_DOOR });

/** Each thing is its own box: nothing but its place on this device tells it from another. */
const ownPlace = (item: string): Place => ({
  scope: deviceScope,
  box: item,
  item,
  field: "own",
  author: "self",
  rev: 1,
});

function readSecret(text: string): Bytes {
  const secret = fromBase64url(text);
  if (secret.length !== 32) refuse("encoding");
  return secret;
}
