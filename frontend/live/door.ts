/**
 * The door of the room: how this browser comes in, how it lets others in while the door is open, and how it makes a
 * new key without those who left for good.
 *
 * The secret of the link stays in the fragment of the address and never goes to the server. Everybody in the room
 * helps by themselves: who sits lowest first, the next one two seconds later, so that nobody depends on one phone.
 */
import { KringError } from "../vault/vault.ts";
import type { Candidate, Code, Entered, KeyNews, Member, NextEpoch, Vault } from "../vault/vault.ts";
import { Refused, ask } from "./http.ts";

const NEXT_HELPS_AFTER_MS = 2_000;
/** From so many people on, who comes at about the same time is let in at once: each new key costs every phone something. */
const A_HALL = 12;
const TOGETHER_MS = 1_500;
/** Refusals of the vault that pass by themselves. */
const PASSING: ReadonlySet<Code> = new Set<Code>(["not-yet", "no-grant", "locked", "refused"]);
const MOST_TRIES = 5; // of making an epoch while others do the same

interface Knock {
  readonly acct: string;
  readonly member: Member;
  readonly mac: string;
  readonly rekey: boolean;
  readonly lacks_epochs: readonly number[];
}

interface Keys {
  readonly epochs: KeyNews["chain"];
  readonly grants: KeyNews["grants"];
  readonly boxes: KeyNews["boxes"];
  readonly proofs: Readonly<Record<string, string>>;
  readonly knocks: readonly Knock[];
  readonly lacking: readonly Lacking[];
  /** Who gave up their seat and still holds the newest key. */
  readonly gone: readonly string[];
}

/** Somebody inside who was never given the keys of these epochs. */
interface Lacking {
  readonly acct: string;
  readonly epochs: readonly number[];
}

/** How far inside somebody is. `no-key`: this address has no secret and this device no keys. */
export type Arrival = "inside" | "at-the-door" | "no-key" | "gone";

export class Door {
  readonly #vault: Vault;
  readonly #group: string;
  readonly #secret: string | null;
  readonly #acct: string | undefined;
  /** How many people in the room sit before me: they help first. */
  readonly #before: () => number;
  readonly #entered: (entered: Entered) => void;
  readonly #troubled: (code: Code) => void;
  #roster: readonly Member[] = [];
  /** What was fetched of it so far; the vault looks at the whole every time. */
  #chain: KeyNews["chain"] = [];
  #willRefresh = false;
  #busy: Promise<void> = Promise.resolve();
  #willHelp: ReturnType<typeof setTimeout> | null = null;
  #isOver = false;

  constructor(
    vault: Vault,
    group: string,
    secret: string | null,
    acct: string | undefined,
    before: () => number,
    entered: (entered: Entered) => void,
    troubled: (code: Code) => void,
  ) {
    this.#vault = vault;
    this.#group = group;
    this.#secret = secret;
    this.#acct = acct;
    this.#before = before;
    this.#entered = entered;
    this.#troubled = troubled;
  }

  get mayAdmit(): boolean {
    return this.#secret !== null;
  }

  /** Takes the seat of before if this browser has one, else knocks. */
  async comeIn(): Promise<Arrival> {
    try {
      if ((await this.#vault.seat(this.#group)) ?? (await this.#wake())) return await this.#look();
    } catch (error) {
      if (!isNoSeat(error)) throw error;
    }
    if (this.#secret === null) return "no-key";
    await this.#knock(this.#secret);
    return this.#look();
  }

  /** The keys changed: somebody knocked, was let in, or a grant came. */
  keysChanged(): void {
    if (this.#isOver || this.#willRefresh) return;
    this.#willRefresh = true;
    this.#busy = this.#busy
      .then(() => {
        this.#willRefresh = false;
        return this.#refresh();
      })
      .catch((error: unknown) => this.#missed(error));
  }

  /** The meeting is over for this person: nobody waits for their help any more. */
  goHome(): void {
    this.#isOver = true;
    if (this.#willHelp !== null) clearTimeout(this.#willHelp);
  }

  async close(): Promise<void> {
    await ask("DELETE", `/m/${this.#group}/door/`);
  }

  async #wake(): Promise<string | null> {
    if (!this.#vault.isKept(this.#group)) return null;
    const { body } = await ask<{ share: string }>("GET", `/m/${this.#group}/share/`);
    const resumed = await this.#vault.resume({ group: this.#group, share: body.share });
    return resumed?.acct ?? null;
  }

  async #knock(secret: string): Promise<void> {
    const { acct, member, joinMac, doorToken } = await this.#vault.knock({
      group: this.#group,
      secret,
      ...(this.#acct === undefined ? {} : { acct: this.#acct }),
    });
    const { share } = await this.#vault.keep({ group: this.#group });
    await ask("POST", `/m/${this.#group}/door/`, {
      door_token: doorToken,
      acct,
      member,
      mac: joinMac,
      share,
    });
  }

  async #look(): Promise<Arrival> {
    return (await this.#fetch()) ? "inside" : "at-the-door";
  }

  async #refresh(): Promise<void> {
    const keys = await this.#fetch();
    if (keys && this.#isNeeded(keys) && !this.#isOver) this.#helpSoon();
  }

  /** Who came without the secret lets nobody in, but sees to the keys of those inside as well as anybody. */
  #isNeeded({ knocks, lacking, gone }: Keys): boolean {
    return gone.length > 0 || lacking.length > 0 || (knocks.length > 0 && this.#secret !== null);
  }

  /** Waiting for one's turn to help must keep nobody from the keys that come meanwhile. */
  #helpSoon(): void {
    const together = this.#roster.length < A_HALL ? 0 : TOGETHER_MS;
    this.#willHelp ??= setTimeout(
      () => {
        this.#willHelp = null;
        this.#busy = this.#busy.then(() => this.#help()).catch((error: unknown) => this.#missed(error));
      },
      together + this.#before() * NEXT_HELPS_AFTER_MS,
    );
  }

  /**
   * A line that was lost, or a knock that somebody else answered, sets itself right: the next welcome asks again.
   * A chain of keys that doesn't hold is something that people must know.
   */
  #missed(error: unknown): void {
    if (error instanceof KringError && !PASSING.has(error.code)) this.#troubled(error.code);
  }

  async #fetch(): Promise<Keys | null> {
    const known = this.#chain;
    const { status, body } = await ask<Keys>("GET", `/m/${this.#group}/keys/?since=${String(known.length)}`);
    if (status === 202) return null;
    try {
      const { epochs, grants, boxes, proofs } = body;
      const chain = [...known, ...epochs];
      const entered = await this.#vault.enter({ group: this.#group, chain, grants, boxes, proofs });
      if (chain.length > this.#chain.length) this.#chain = chain;
      this.#roster = entered.roster;
      this.#entered(entered);
      return body;
    } catch (error) {
      if (error instanceof KringError && error.code === "not-yet") return null;
      throw error;
    }
  }

  async #help(): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const keys = await this.#fetch();
      if (!keys || !this.#isNeeded(keys)) return;
      try {
        await this.#closeAfter(keys.gone);
        await this.#regrant(keys.lacking);
        if (this.#secret !== null) await this.#admit(this.#secret, keys.knocks);
        return;
      } catch (error) {
        // Somebody else did it at the same moment: look again.
        if (!(error instanceof Refused && error.status === 409)) throw error;
      }
    }
  }

  /** What is written from now on is not for who left for good. */
  async #closeAfter(gone: readonly string[]): Promise<void> {
    for (const acct of gone) {
      if (this.#isMember(acct)) await this.#begin(await this.#vault.remove({ group: this.#group, acct }));
    }
  }

  /** Who comes later to this meeting may read what was said before in it. */
  async #admit(secret: string, knocks: readonly Knock[]): Promise<void> {
    const candidates = knocks.filter(({ acct, rekey }) => rekey || !this.#isMember(acct));
    if (candidates.length > 0) {
      const shown: Candidate[] = candidates.map(({ acct, member, mac }) => ({ acct, member, mac }));
      try {
        const next = await this.#vault.admit({ group: this.#group, secret, candidates: shown });
        await this.#begin(next, next.proofs);
      } catch (error) {
        // Another tab of ours let them in meanwhile; the keys of before they still need.
        if (!(error instanceof KringError && error.code === "refused")) throw error;
      }
    }
    await this.#regrant(knocks.map(({ acct, lacks_epochs: epochs }) => ({ acct, epochs })));
  }

  async #begin({ statement, grants, box }: NextEpoch, proofs: object = {}): Promise<void> {
    await ask("POST", `/m/${this.#group}/epochs/`, { statement, grants, box, proofs });
    await this.#fetch();
  }

  async #regrant(lacking: readonly Lacking[]): Promise<void> {
    for (const { acct, epochs } of lacking) {
      if (epochs.length === 0 || !this.#isMember(acct)) continue;
      const grants = await this.#vault.regrant({ group: this.#group, acct, epochs });
      if (Object.keys(grants).length > 0) await ask("POST", `/m/${this.#group}/grants/`, { acct, grants });
    }
  }

  #isMember(acct: string): boolean {
    return this.#roster.some(([member]) => member === acct);
  }
}

/** The seat of before is no longer ours, or the vault no longer opens it: the link still does. */
function isNoSeat(error: unknown): boolean {
  if (error instanceof Refused) return error.status === 403 || error.status === 404;
  return (
    error instanceof KringError && ["taken", "removed", "locked", "slot", "tampered"].includes(error.code)
  );
}
