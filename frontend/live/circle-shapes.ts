/** What travels between a circle, its server and its pages. */
import type { Box, Placed } from "../vault/circle.ts";
import type { KeyNews, Member } from "../vault/vault.ts";
import type { OwnState } from "./own.ts";

/** A text as the server keeps it. */
export interface SealedText {
  readonly item: string;
  readonly field: string;
  readonly own: boolean;
  /** Whether we wrote it; of an unnamed one nobody else learns whose it is. */
  readonly mine: boolean;
  readonly author: string;
  readonly rev: number;
  readonly box: string;
  readonly envelope: string;
  readonly at: string;
}

export interface Knock {
  readonly acct: string;
  readonly member: Member;
  readonly mac: string;
  readonly lacks_epochs: readonly number[];
}

export interface Keys {
  readonly epochs: KeyNews["chain"];
  readonly grants: KeyNews["grants"];
  readonly boxes: KeyNews["boxes"];
  readonly proofs: Readonly<Record<string, string>>;
  readonly knocks: readonly Knock[];
  readonly lacking: readonly { readonly acct: string; readonly epochs: readonly number[] }[];
  /** By which invitation each came, by account. */
  readonly invites: Readonly<Record<string, string | null>>;
  /** Who has left and still holds the newest key. */
  readonly gone: readonly string[];
  readonly own_box: Box | null;
  readonly standing: readonly SealedText[];
  readonly seen: readonly SealedText[];
}

/** What members seal about an invitation: S, for whom it is meant, and whose lost keys it replaces. */
export interface InviteSecret {
  readonly secret: string;
  readonly note: string;
  readonly replaces: string | null;
}

/** What a meeting without accounts leaves for the circle that comes out of it. */
export interface Before {
  /** As the text of `meeting.record`. */
  readonly record: object;
  readonly method: string;
  readonly minutes: number;
  readonly others: readonly { readonly id: string; readonly name: string }[];
}

/** `waiting`: accepted, and nobody of the circle has let us in yet. */
export type CircleState = OwnState | "waiting";

/** Those at the door who showed no link. */
export const placedOf = (keys: Keys | null): readonly Placed[] =>
  (keys?.knocks ?? [])
    .filter(({ acct, mac }) => mac === "" && (keys?.invites[acct] ?? null) === null)
    .map(({ acct, member }) => ({ acct, member, placed: true }));

/** Their keys and name, to tell whether they are the same as before. */
export const lineOf = ({ member }: Placed): string => member.join(" ");

/** Only what the server takes of an epoch. */
export function epochOf(next: object): object {
  const { statement, grants, box, proofs } = next as {
    statement: object;
    grants: object;
    box: object;
    proofs?: object;
  };
  return { statement, grants, box, ...(proofs ? { proofs } : {}) };
}
