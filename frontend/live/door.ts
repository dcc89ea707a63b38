/**
 * The door of the room: how this browser comes in, and how it lets others in while the door is open.
 *
 * The secret of the link stays in the fragment of the address and never goes to the server. Everybody in the room
 * admits by themselves: who sits lowest first, the next one two seconds later, so that nobody depends on one phone.
 */
import { KringError } from "../vault/vault.ts";
import type { Candidate, Code, Entered, KeyNews, Member, Vault } from "../vault/vault.ts";
import { Refused, ask } from "./http.ts";

const NEXT_ADMITS_AFTER_MS = 2_000;
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
}

/** How far inside somebody is. `no-key`: this address has no secret and this device no keys. */
export type Arrival = "inside" | "at-the-door" | "no-key" | "gone";

export class Door {
  readonly #vault: Vault;
  readonly #group: string;
  readonly #secret: string | null;
  readonly #acct: string | undefined;
  /** How many people in the room sit before me: they admit first. */
  readonly #before: () => number;
  readonly #entered: (entered: Entered) => void;
  readonly #troubled: (code: Code) => void;
  #roster: readonly Member[] = [];
  #busy: Promise<void> = Promise.resolve();
  #willAdmit = false;

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
    this.#busy = this.#busy.then(() => this.#refresh()).catch((error: unknown) => this.#missed(error));
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
    if (keys && keys.knocks.length > 0 && this.#secret !== null) this.#admitSoon(this.#secret);
  }

  /** Waiting for one's turn to admit must keep nobody from the keys that come meanwhile. */
  #admitSoon(secret: string): void {
    if (this.#willAdmit) return;
    this.#willAdmit = true;
    setTimeout(() => {
      this.#willAdmit = false;
      this.#busy = this.#busy.then(() => this.#admit(secret)).catch((error: unknown) => this.#missed(error));
    }, this.#before() * NEXT_ADMITS_AFTER_MS);
  }

  /**
   * A line that was lost, or a knock that somebody else answered, sets itself right: the next welcome asks again.
   * A chain of keys that doesn't hold is something that people must know.
   */
  #missed(error: unknown): void {
    if (error instanceof KringError && !PASSING.has(error.code)) this.#troubled(error.code);
  }

  async #fetch(): Promise<Keys | null> {
    const { status, body } = await ask<Keys>("GET", `/m/${this.#group}/keys/`);
    if (status === 202) return null;
    try {
      const { epochs, grants, boxes, proofs } = body;
      const entered = await this.#vault.enter({ group: this.#group, chain: epochs, grants, boxes, proofs });
      this.#roster = entered.roster;
      this.#entered(entered);
      return body;
    } catch (error) {
      if (error instanceof KringError && error.code === "not-yet") return null;
      throw error;
    }
  }

  async #admit(secret: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const keys = await this.#fetch();
      if (!keys || keys.knocks.length === 0) return;
      const known = new Set(this.#roster.map(([acct]) => acct));
      const candidates = keys.knocks.filter(({ acct, rekey }) => rekey || !known.has(acct));
      try {
        if (candidates.length > 0) await this.#makeEpoch(secret, candidates);
        await this.#regrant(keys.knocks);
        return;
      } catch (error) {
        // Somebody else let them in at the same moment: look again.
        if (!(error instanceof Refused && error.status === 409)) throw error;
      }
    }
  }

  async #makeEpoch(secret: string, candidates: readonly Candidate[]): Promise<void> {
    const { statement, grants, box, proofs } = await this.#vault.admit({
      group: this.#group,
      secret,
      candidates: candidates.map(({ acct, member, mac }) => ({ acct, member, mac })),
    });
    await ask("POST", `/m/${this.#group}/epochs/`, { statement, grants, box, proofs });
    await this.#fetch();
  }

  /** Who comes later to this meeting may read what was said before in it. */
  async #regrant(knocks: readonly Knock[]): Promise<void> {
    const known = new Set(this.#roster.map(([acct]) => acct));
    for (const { acct, lacks_epochs: epochs } of knocks) {
      if (epochs.length === 0 || !known.has(acct)) continue;
      const grants = await this.#vault.regrant({ group: this.#group, acct, epochs });
      if (Object.keys(grants).length > 0) await ask("POST", `/m/${this.#group}/grants/`, { acct, grants });
    }
  }
}

/** The seat of before is no longer ours, or the vault no longer opens it: the link still does. */
function isNoSeat(error: unknown): boolean {
  if (error instanceof Refused) return error.status === 403 || error.status === 404;
  return (
    error instanceof KringError && ["taken", "removed", "locked", "slot", "tampered"].includes(error.code)
  );
}
