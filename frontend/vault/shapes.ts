/** What a seat takes in and gives back: the shapes that travel between vault, page and server. */
import type { Member, Pin, Statement } from "./chain.ts";
import type { Code } from "./errors.ts";

export interface Box {
  readonly id: string;
  readonly salt: string;
}

/** A box and the epoch whose key it needs. */
export interface PlacedBox extends Box {
  readonly epoch: number;
}

/** What the server tells about the keys of a group: everything, or only what is new. */
export interface KeyNews {
  readonly chain: readonly Statement[];
  readonly grants: Readonly<Record<string, string>>;
  readonly boxes: readonly PlacedBox[];
  /** Proofs of one's own admission; asked for once, by somebody who came in by the link. */
  readonly proofs?: Readonly<Record<string, string>>;
}

export interface Warning {
  readonly code: "rekeyed" | "unpinned" | Code;
  readonly epoch: number;
  readonly acct?: string;
}

export interface Entered {
  readonly acct: string;
  readonly epoch: number;
  readonly roster: readonly Member[];
  readonly warnings: readonly Warning[];
  readonly pin: Pin;
}

export interface Candidate {
  readonly acct: string;
  readonly member: Member;
  readonly mac: string;
}

/** Somebody who accepted a personal invitation. */
export interface Guest extends Candidate {
  readonly invite: string;
  /** S of the invitation, as the members sealed it. */
  readonly secret: string;
  /** Whose lost keys this invitation replaces; null for somebody new. */
  readonly replaces: string | null;
}

/**
 * Somebody for whom a place was kept in a circle that others put together. No secret says who they are: a member's
 * press stands for it, and is never made by a script. Afterwards the words have to be compared.
 */
export interface Placed {
  readonly acct: string;
  readonly member: Member;
  readonly placed: true;
}

export const isPlaced = (one: object): one is Placed => (one as { placed?: unknown }).placed === true;

/** The next epoch, ready to be sent. It holds for nobody, its maker included, until it comes back by `enter`. */
export interface NextEpoch {
  readonly statement: Statement;
  readonly grants: Readonly<Record<string, string>>;
  readonly box: Box;
}

export interface Admission extends NextEpoch {
  readonly proofs: Readonly<Record<string, string>>;
  /** Accounts at the door that were left standing: a wrong MAC, an impossible key. */
  readonly refused: readonly string[];
}

export interface Written {
  readonly item: string;
  readonly field: string;
  readonly rev: number;
}

export interface Sealed extends Written {
  readonly envelope: string;
  readonly author: string;
}

export type Opened = { readonly text: string } | { readonly error: Code };
