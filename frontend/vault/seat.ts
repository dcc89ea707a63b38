/** One person in one group: the chain they checked, the keys they were granted, the boxes they can open. */
import type { Epoch, Member, Pin, Reason, Statement } from "./chain.ts";
import {
  GUEST_NAME,
  checkPin,
  epochOf,
  isMember,
  memberOf,
  sameMember,
  signStatement,
  verifyChain,
} from "./chain.ts";
import type { Invited } from "./door.ts";
import { OPEN_DOOR, admissionProof, joinMac, sameText } from "./door.ts";
import { codeOf, refuse } from "./errors.ts";
import { makeGrant, openGrant } from "./grants.ts";
import type { Keys } from "./keys.ts";
import type { Bytes } from "./primitives.ts";
import { base64url, fromBase64url, random } from "./primitives.ts";
import type { Place } from "./seal.ts";
import { boxKey, boxOf, groupScope, open, seal, selfScope } from "./seal.ts";
import type {
  Admission,
  Box,
  Candidate,
  Entered,
  KeyNews,
  NextEpoch,
  Opened,
  Placed,
  PlacedBox,
  Sealed,
  Warning,
  Written,
} from "./shapes.ts";
import { isPlaced } from "./shapes.ts";

/** How many the secret of one link lets in at most, beside the one who began; a door of the usual kind takes fewer. */
export const DOOR_ADMITS = 59;
export const ANONYMOUS = "anonymous";

interface Replacing {
  /** Whose lost keys the link replaces. */
  readonly replaces: string | null;
}

type WithLink = Candidate & Invited & Replacing;

export class Seat {
  readonly group: string;
  readonly keys: Keys;
  readonly vaultKey: Bytes;
  readonly #invited: Invited | null;
  readonly #name: string;
  #epochs: readonly Epoch[] = [];
  readonly #groupKeys = new Map<number, Bytes>();
  readonly #boxes = new Map<string, PlacedBox>();
  readonly #boxKeys = new Map<string, Promise<CryptoKey>>();

  constructor(group: string, keys: Keys, vaultKey: Bytes, invited: Invited | null, name = GUEST_NAME) {
    this.group = group;
    this.keys = keys;
    this.vaultKey = vaultKey;
    this.#invited = invited;
    this.#name = name;
  }

  get member(): Member {
    return memberOf(this.keys, this.#name);
  }

  /** Whether a chain was entered in which this seat is. */
  get isIn(): boolean {
    return this.#epochs.length > 0;
  }

  get newest(): Epoch {
    return this.#epochs.at(-1) ?? refuse("not-yet");
  }

  /** The first epoch of a new group: its statement, the own grant and the first box. */
  async begin(at: string): Promise<NextEpoch> {
    const next = await this.#next("create", [this.member], at);
    this.#epochs = await verifyChain(this.group, [next.statement]);
    return next;
  }

  /**
   * Takes in what the server tells about the group.
   *
   * Nothing is taken over from a chain that doesn't hold. A grant that doesn't open is only warned about:
   * any other member can grant again.
   */
  async enter(news: KeyNews, pin: Pin | null): Promise<Entered> {
    const known = this.#epochs.length;
    const epochs = [...this.#epochs, ...(await this.#follow(news.chain))];
    const newest = epochs.at(-1) ?? refuse("not-yet");
    if (pin) checkPin(epochs, pin);
    const warnings: Warning[] = [];
    const mine = epochs.findIndex((epoch) => this.#holds(epoch));
    if (mine === -1) refuse("not-yet");
    if (known === 0 && !pin) warnings.push(...(await this.#checkProof(epochs, mine, news.proofs ?? {})));
    this.#epochs = epochs;
    if (!this.#holds(newest)) refuse(newest.members.has(this.keys.acct) ? "taken" : "removed");
    const seen = Math.max(known - 1, pin?.epoch ?? -1);
    if (seen >= 0) warnings.push(...rekeyed(epochs.slice(seen)));
    warnings.push(...(await this.#openGrants(news.grants)));
    for (const box of news.boxes) this.#boxes.set(box.id, box);
    const { epoch, hash, members } = newest;
    return { acct: this.keys.acct, epoch, roster: [...members.values()], warnings, pin: { epoch, hash } };
  }

  /**
   * Lets in who can show the secret of their link. Who was in already under an older key takes their seat again:
   * by the open door of a meeting always, by a personal invitation only where it was made for that. Who has a place
   * and a member's word for it comes in without a link, and takes nobody's seat.
   */
  async admit(candidates: readonly (WithLink | Placed)[], at: string): Promise<Admission> {
    const admitted = new Map<string, Member>();
    const by = new Map<string, Invited>();
    const refused: string[] = [];
    for (const candidate of candidates) {
      if (await this.#mayComeIn(candidate, admitted)) {
        admitted.set(candidate.acct, candidate.member);
        if (!isPlaced(candidate)) by.set(candidate.acct, candidate);
      } else refused.push(candidate.acct);
    }
    if (admitted.size === 0) refuse("refused");
    const roster = this.newest.members;
    const why = [...admitted.keys()].every((acct) => roster.has(acct)) ? "rekey" : "add";
    const next = await this.#next(why, [...new Map([...roster, ...admitted]).values()], at);
    const proofs: Record<string, string> = {};
    for (const [acct, { secret, invite }] of by)
      proofs[acct] = await admissionProof(secret, this.group, invite, next.statement);
    return { ...next, proofs, refused };
  }

  /** The next epoch without somebody who left. */
  async remove(acct: string, at: string): Promise<NextEpoch> {
    const rest = [...this.newest.members.values()].filter((member) => member[0] !== acct);
    if (rest.length === this.newest.members.size) refuse("member");
    return this.#next("remove", rest, at);
  }

  /**
   * Grants of earlier epochs to a member, as far as this person can open them.
   * With `whileMember` only of epochs in which they were a member already: lost keys come back, history isn't handed out.
   */
  async regrant(
    acct: string,
    wanted?: readonly number[],
    whileMember = false,
  ): Promise<Record<string, string>> {
    const member = this.newest.members.get(acct) ?? refuse("member");
    const grants: Record<string, string> = {};
    for (const epoch of this.#epochs) {
      const groupKey = this.#groupKeys.get(epoch.epoch);
      if (!groupKey || (wanted && !wanted.includes(epoch.epoch))) continue;
      if (whileMember && !epoch.members.has(acct)) continue;
      grants[epoch.epoch] = await makeGrant(groupKey, epoch, acct, member[1]);
    }
    return grants;
  }

  async seal(written: Written & { readonly author?: string; readonly text: string }): Promise<string> {
    const { epoch } = this.newest;
    if (!this.#groupKeys.has(epoch)) refuse("no-grant");
    const box = [...this.#boxes.values()].filter((one) => one.epoch === epoch).at(-1) ?? refuse("not-yet");
    const author = written.author ?? this.keys.acct;
    if (author !== this.keys.acct && author !== ANONYMOUS) refuse("context");
    return seal(await this.#keyOf(box), this.#place(box, { ...written, author }), written.text);
  }

  async open(sealed: Sealed): Promise<Opened> {
    try {
      const box = this.#boxes.get(boxOf(sealed.envelope)) ?? refuse("box");
      if (!this.#groupKeys.has(box.epoch)) refuse("no-grant");
      return { text: await open(await this.#keyOf(box), this.#place(box, sealed), sealed.envelope) };
    } catch (error) {
      return { error: codeOf(error) };
    }
  }

  async sealSelf(box: Box, written: Written & { readonly text: string }): Promise<string> {
    return seal(await this.#selfKey(box), this.#selfPlace(box, written), written.text);
  }

  async openSelf(box: Box, sealed: Written & { readonly envelope: string }): Promise<Opened> {
    try {
      return { text: await open(await this.#selfKey(box), this.#selfPlace(box, sealed), sealed.envelope) };
    } catch (error) {
      return { error: codeOf(error) };
    }
  }

  #holds(epoch: Epoch): boolean {
    const entry = epoch.members.get(this.keys.acct);
    return entry !== undefined && sameText(entry[1], this.member[1]) && sameText(entry[2], this.member[2]);
  }

  /** The statements that are new, checked. What is known already must be the same, word for word. */
  async #follow(chain: readonly Statement[]): Promise<Epoch[]> {
    const first = chain[0];
    if (!first) return [];
    const start = epochOf(first);
    const known = this.#epochs;
    if (start > known.length) refuse("chain");
    if (start === 0 && chain.length < known.length) refuse("rollback");
    const overlap = Math.min(known.length - start, chain.length);
    for (const [i, { body, sig }] of chain.slice(0, overlap).entries()) {
      const before = known[start + i]?.statement;
      if (before?.body !== body || before.sig !== sig) refuse("fork");
    }
    return verifyChain(this.group, chain.slice(overlap), known.at(-1) ?? null);
  }

  /** On a first visit nothing is pinned yet: only who has the secret of the link can have made this chain. */
  async #checkProof(
    epochs: readonly Epoch[],
    mine: number,
    proofs: Readonly<Record<string, string>>,
  ): Promise<Warning[]> {
    const admitting = epochs[mine];
    if (!this.#invited || !admitting) return [{ code: "unpinned", epoch: epochs.length - 1 }];
    const { secret, invite } = this.#invited;
    const proof = await admissionProof(secret, this.group, invite, admitting.statement);
    if (!Object.values(proofs).some((shown) => sameText(shown, proof))) refuse("proof");
    return [];
  }

  async #openGrants(grants: Readonly<Record<string, string>>): Promise<Warning[]> {
    const warnings: Warning[] = [];
    for (const epoch of this.#epochs) {
      const grant = grants[epoch.epoch];
      if (grant === undefined || this.#groupKeys.has(epoch.epoch)) continue;
      try {
        this.#groupKeys.set(epoch.epoch, await openGrant(this.keys, epoch, grant));
      } catch (error) {
        const code = codeOf(error);
        // Of the time before we took our seat again, grants to the old key are all there is until a regrant.
        if (code !== "grant" || this.#holds(epoch)) warnings.push({ code, epoch: epoch.epoch });
      }
    }
    const { epoch } = this.newest;
    if (!this.#groupKeys.has(epoch) && !warnings.some((warning) => warning.epoch === epoch)) {
      warnings.push({ code: "no-grant", epoch });
    }
    return warnings;
  }

  async #mayComeIn(candidate: WithLink | Placed, admitted: ReadonlyMap<string, Member>): Promise<boolean> {
    const { acct, member } = candidate;
    // Nobody signs away their own seat: who is here to sign is here.
    if (!isMember(member) || member[0] !== acct || acct === this.keys.acct || admitted.has(acct))
      return false;
    const known = this.newest.members.get(acct);
    if (known && sameMember(known, member)) return false; // another tab of ours was first
    const isNew = !known;
    if (!isNew && (isPlaced(candidate) || !takesSeatAgain(candidate))) return false;
    const newcomers = [...admitted.keys()].filter((one) => !this.newest.members.has(one)).length;
    if (isNew && this.newest.members.size + newcomers > DOOR_ADMITS) return false;
    if (!isPlaced(candidate) && !(await this.#showsLink(candidate))) return false;
    try {
      // A key that nobody can agree a secret with would spoil the epoch for everyone.
      await makeGrant(new Uint8Array(32), this.newest, acct, member[1]);
      return true;
    } catch {
      return false;
    }
  }

  async #showsLink({ secret, invite, member, mac }: WithLink): Promise<boolean> {
    return sameText(await joinMac(secret, this.group, invite, member), mac);
  }

  async #next(why: Reason, members: readonly Member[], at: string): Promise<NextEpoch> {
    const { group, keys } = this;
    const previous = this.#epochs.at(-1) ?? null;
    if (previous && !this.#holds(previous)) refuse(previous.members.has(keys.acct) ? "taken" : "removed");
    const groupKey = random(32);
    const statement = await signStatement(keys, { group, previous, why, members, groupKey, at });
    const [epoch] = await verifyChain(group, [statement], previous);
    const grants: Record<string, string> = {};
    if (epoch) for (const [acct, x] of members) grants[acct] = await makeGrant(groupKey, epoch, acct, x);
    return { statement, grants, box: { id: globalThis.crypto.randomUUID(), salt: base64url(random(32)) } };
  }

  #keyOf(box: PlacedBox): Promise<CryptoKey> {
    const groupKey = this.#groupKeys.get(box.epoch) ?? refuse("no-grant");
    return this.#cached(box, groupKey, groupScope(this.group, box.epoch));
  }

  #selfKey(box: Box): Promise<CryptoKey> {
    return this.#cached(box, this.keys.self, selfScope(this.keys.acct));
  }

  #cached(box: Box, scopeKey: Bytes, scope: string): Promise<CryptoKey> {
    const name = `${scope} ${box.id} ${box.salt}`;
    const key = this.#boxKeys.get(name) ?? boxKey(scopeKey, scope, box.id, fromBase64url(box.salt));
    this.#boxKeys.set(name, key);
    return key;
  }

  #place(box: PlacedBox, written: Written & { readonly author: string }): Place {
    const { item, field, rev, author } = written;
    return { scope: groupScope(this.group, box.epoch), box: box.id, item, field, author, rev };
  }

  #selfPlace(box: Box, { item, field, rev }: Written): Place {
    const { acct } = this.keys;
    return { scope: selfScope(acct), box: box.id, item, field, author: acct, rev };
  }
}

const takesSeatAgain = ({ acct, invite, replaces }: WithLink): boolean =>
  invite === OPEN_DOOR || replaces === acct;

function rekeyed(epochs: readonly Epoch[]): Warning[] {
  return epochs.flatMap(({ epoch, members }, i) => {
    const before = epochs[i - 1]?.members;
    const changed = [...members.values()].filter((member) => {
      const old = before?.get(member[0]);
      return old !== undefined && !sameMember(old, member);
    });
    return changed.map(([acct]) => ({ code: "rekeyed" as const, epoch, acct }));
  });
}
