/** Archives in the age format (age-encryption.org/v1), which the standard `age` tool opens. */
import { Decrypter, Encrypter } from "age-encryption";
import { bech32 } from "@scure/base";
import type { Bytes } from "./primitives.ts";

/** Who can open an archive: whoever knows the passphrase, or the owner of an `age1…` key. */
export type Lock = { readonly passphrase: string } | { readonly recipient: string };

export async function toAge(content: string | Bytes, lock: Lock): Promise<Bytes> {
  const encrypter = new Encrypter();
  if ("passphrase" in lock) encrypter.setPassphrase(lock.passphrase);
  else encrypter.addRecipient(lock.recipient);
  return new Uint8Array(await encrypter.encrypt(content));
}

export async function fromAge(
  archive: Bytes,
  key: { passphrase: string } | { identity: string },
): Promise<Bytes> {
  const decrypter = new Decrypter();
  if ("passphrase" in key) decrypter.addPassphrase(key.passphrase);
  else decrypter.addIdentity(key.identity);
  return new Uint8Array(await decrypter.decrypt(archive));
}

/** The 32 bytes of a person's age key as the tool writes them. */
export const ageIdentity = (seed: Bytes): string =>
  bech32.encodeFromBytes("age-secret-key-", seed).toUpperCase();
