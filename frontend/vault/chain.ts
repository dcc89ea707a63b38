/** Who belongs to a group, epoch by epoch: a chain of signed statements that each client checks for itself. */
import { refuse } from "./errors.ts";
import type { Keys } from "./keys.ts";
import type { Bytes } from "./primitives.ts";
import { base64url, fromBase64url, hkdf, isUuid, label, same, sha256, utf8 } from "./primitives.ts";

const subtle = globalThis.crypto.subtle;

/** Account, X25519 key, Ed25519 key, name. In meetings of guests the name is always "gast": a host can read it. */
export type Member = readonly [acct: string, exchange: string, signing: string, name: string];
export const GUEST_NAME = "gast";

const REASONS = ["create", "add", "remove", "rekey", "rotate"] as const;
export type Reason = (typeof REASONS)[number];

/** As it is stored and sent. `body` is JSON text, signed exactly as it is written. */
export interface Statement {
  readonly body: string;
  readonly sig: string;
}

/** The newest epoch that was seen before: a later chain must hold it. */
export interface Pin {
  readonly epoch: number;
  readonly hash: string;
}

/** A statement that was checked. */
export interface Epoch {
  readonly statement: Statement;
  readonly group: string;
  readonly epoch: number;
  readonly hash: string;
  readonly members: ReadonlyMap<string, Member>;
  readonly commitment: Bytes;
}

// Only categories that never grow, and an explicit list: two clients must agree on every statement for ever.
const FORBIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u;
const SPACE_AT_END =
  /^[\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/u;

/** 1 to 80 characters, none of which moves the cursor, ends the line or turns its direction. */
export function isName(name: string): boolean {
  const length = Array.from(name).length;
  return length >= 1 && length <= 80 && !FORBIDDEN.test(name) && !SPACE_AT_END.test(name);
}

export function isMember(value: unknown): value is Member {
  if (!Array.isArray(value) || value.length !== 4 || !value.every((part) => typeof part === "string"))
    return false;
  const [acct, exchange, signing, name] = value as [string, string, string, string];
  return isUuid(acct) && isKey(exchange) && isKey(signing) && isName(name);
}

function isKey(text: string): boolean {
  try {
    return fromBase64url(text).length === 32;
  } catch {
    return false;
  }
}

export function memberOf(keys: Keys, name: string): Member {
  const member = [
    keys.acct,
    base64url(keys.exchange.open),
    base64url(keys.signing.open),
    name.normalize("NFC"),
  ] as const;
  if (!isMember(member)) refuse("member");
  return member;
}

export const sameMember = (a: Member, b: Member): boolean => same(utf8(a.join("\n")), utf8(b.join("\n")));

/** What the signed statement says about the group key, so that nobody can hand out another one. */
export const keyCommitment = (groupKey: Bytes, group: string, epoch: number): Promise<Bytes> =>
  hkdf(groupKey, label("kring/v1/epoch-commit", group, epoch));

export async function statementHash(statement: Statement): Promise<Bytes> {
  return sha256(utf8(statement.body), fromBase64url(statement.sig));
}

const signedBytes = (body: string): Bytes => utf8(`kring/v1/epoch\n${body}`);

/** Signs the epoch after `previous` (or the first one). Nothing changes until everybody was told. */
export async function signStatement(
  keys: Keys,
  next: {
    group: string;
    previous: Epoch | null;
    why: Reason;
    members: readonly Member[];
    groupKey: Bytes;
    at: string;
  },
): Promise<Statement> {
  const { group, previous, why, at } = next;
  const epoch = previous ? previous.epoch + 1 : 0;
  const members = [...next.members].sort(([a], [b]) => (a < b ? -1 : 1));
  const kc = base64url(await keyCommitment(next.groupKey, group, epoch));
  const body = write({ group, epoch, prev: previous?.hash ?? "", by: keys.acct, why, members, kc, at });
  const sig = base64url(new Uint8Array(await subtle.sign("Ed25519", keys.signing.secret, signedBytes(body))));
  return { body, sig };
}

/**
 * Checks the statements that follow on `known` (nothing, for a whole chain) and returns them.
 *
 * Throws on anything that doesn't follow: a gap, another group, a roster that can't be, signed by a stranger.
 */
export async function verifyChain(
  group: string,
  statements: readonly Statement[],
  known: Epoch | null = null,
): Promise<Epoch[]> {
  const checked: Epoch[] = [];
  for (const statement of statements) {
    checked.push(await verifyStatement(group, statement, checked.at(-1) ?? known));
  }
  return checked;
}

/** Whether a whole chain holds what was seen before; `epochs` runs from 0. */
export function checkPin(epochs: readonly Epoch[], pin: Pin): void {
  const found = epochs[pin.epoch];
  if (!found) refuse("rollback");
  if (found.hash !== pin.hash) refuse("fork");
}

/** The number a statement gives itself, for finding where it belongs; not checked any further. */
export const epochOf = (statement: Statement): number => read(statement.body).epoch;

async function verifyStatement(group: string, statement: Statement, previous: Epoch | null): Promise<Epoch> {
  const body = read(statement.body);
  const expected = previous ? previous.epoch + 1 : 0;
  if (body.group !== group || body.epoch !== expected || body.prev !== (previous?.hash ?? ""))
    refuse("chain");
  if ((body.why === "create") !== (expected === 0)) refuse("chain");
  const members = new Map(body.members.map((member) => [member[0], member]));
  // The one who signs must have been a member before: otherwise a server could let anybody admit themselves.
  const signer = (previous?.members ?? members).get(body.by) ?? refuse("signer");
  const key = await subtle.importKey("raw", fromBase64url(signer[2]), "Ed25519", false, ["verify"]);
  if (!(await subtle.verify("Ed25519", key, fromBase64url(statement.sig), signedBytes(statement.body))))
    refuse("signature");
  const hash = base64url(await statementHash(statement));
  return { statement, group, epoch: body.epoch, hash, members, commitment: fromBase64url(body.kc) };
}

interface Body {
  readonly group: string;
  readonly epoch: number;
  readonly prev: string;
  readonly by: string;
  readonly why: Reason;
  readonly members: readonly Member[];
  readonly kc: string;
  readonly at: string;
}

const write = ({ group, epoch, prev, by, why, members, kc, at }: Body): string =>
  JSON.stringify({ v: 1, kind: "kring-epoch", group, epoch, prev, by, why, members, kc, at });

const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;

/** Refuses any text that isn't exactly what we would have written: two readers can't see two different things in it. */
function read(text: string): Body {
  const body = parse(text);
  const strings = [body.group, body.prev, body.by, body.kc, body.at].every(
    (value) => typeof value === "string",
  );
  if (!strings || !Number.isSafeInteger(body.epoch) || !REASONS.includes(body.why)) refuse("chain");
  if (!isUuid(body.group) || !AT.test(body.at) || !isKey(body.kc)) refuse("chain");
  if (!Array.isArray(body.members) || !body.members.every(isMember)) refuse("chain");
  if (!body.members.every((member, i, all) => i === 0 || (all[i - 1]?.[0] ?? "") < member[0]))
    refuse("chain");
  if (write(body) !== text) refuse("chain");
  return body;
}

function parse(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Body;
  } catch {
    // Not JSON at all: refused below with everything else that doesn't follow.
  }
  return refuse("chain");
}
