/** The door of a group: what the secret S in the fragment of a link proves. It never decrypts anything. */
import type { Member, Statement } from "./chain.ts";
import { statementHash } from "./chain.ts";
import type { Bytes } from "./primitives.ts";
import { base64url, hkdf, hmac, label, random, same, sha256, utf8 } from "./primitives.ts";

/** Stands where a personal invitation has its id, in the open door of a meeting of guests. */
export const OPEN_DOOR = "door";

/** How somebody comes in: the secret of their link, and the invitation that it belongs to. */
export interface Invited {
  readonly secret: Bytes;
  readonly invite: string;
}

export const newSecret = (): Bytes => random(32);

/** Shown to the server to be let through to the members; the server keeps only its hash. */
export async function doorToken(secret: Bytes, group: string): Promise<{ token: string; hash: string }> {
  const token = await hkdf(secret, label("kring/v1/door", group));
  return { token: base64url(token), hash: base64url(await sha256(token)) };
}

/** Ties the keys of somebody who knocks to the link, so that the server can't knock with keys of its own. */
export async function joinMac(secret: Bytes, group: string, invite: string, member: Member): Promise<string> {
  return base64url(
    await hmac(await hkdf(secret, label("kring/v1/invite-join", group, invite)), utf8(member.join("\n"))),
  );
}

/** Ties the statement that let somebody in to the link, so that the server can't let them into another group. */
export async function admissionProof(
  secret: Bytes,
  group: string,
  invite: string,
  statement: Statement,
): Promise<string> {
  const key = await hkdf(secret, label("kring/v1/invite-group", group, invite));
  return base64url(await hmac(key, await statementHash(statement)));
}

export const sameText = (a: string, b: string): boolean => same(utf8(a), utf8(b));
