/** Every way in which the vault can refuse. The page turns a code into a sentence; a code that shipped is never reused. */
export type Code =
  | "insecure" // the page came over plain http, where browsers give no cryptography
  | "locked" // no keys in memory: unlock, resume or knock again
  | "encoding" // not canonical base64url
  | "context" // a part of a label that isn't allowed there
  | "version" // a newer format, or not one of ours
  | "tampered" // the seal is broken: other bytes, other place, other author or other key
  | "padding"
  | "too-long"
  | "box" // sealed in a box this vault was not given, or whose salt has been destroyed
  | "old-epoch" // sealing into a box of an epoch that has passed
  | "not-yet" // the next epoch, its key or its box has not arrived
  | "no-grant" // this epoch was not opened to this person
  | "grant" // a grant that is not for this person or this epoch
  | "commitment" // a grant that holds another key than the one in the signed statement
  | "chain" // a statement that does not follow
  | "signer" // signed by somebody who was not a member
  | "signature"
  | "fork" // another history than the one seen before
  | "rollback" // a shorter history than the one seen before
  | "proof" // the statement that let us in was not made with the secret of the link
  | "removed" // no longer on the roster
  | "taken" // our seat was taken over by a newer key
  | "member" // not a valid member entry
  | "refused" // nobody at the door could be admitted
  | "slot"
  | "kdf"
  | "no-argon2" // neither compiled nor plain could it be fetched: no words, no passphrase
  | "passphrase" // this passphrase, code or passkey does not belong to this slot
  | "recovery" // a mistyped recovery code
  | "protocol"; // the page and the vault come from different builds

/** A refusal of the vault. It carries a code and never any content. */
export class KringError extends Error {
  readonly code: Code;

  constructor(code: Code) {
    super(code);
    this.name = "KringError";
    this.code = code;
  }
}

export function refuse(code: Code): never {
  throw new KringError(code);
}

/** The code of anything thrown; what isn't ours counts as tampered, because it came out of reading what others sent. */
export const codeOf = (thrown: unknown): Code => (thrown instanceof KringError ? thrown.code : "tampered");
