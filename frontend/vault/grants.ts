/** Handing the key of an epoch to a member: HPKE (RFC 9180), base mode, to the X25519 key on the roster. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";

import type { Epoch } from "./chain.ts";
import { keyCommitment } from "./chain.ts";
import { KringError, refuse } from "./errors.ts";
import type { Keys } from "./keys.ts";
import type { Bytes } from "./primitives.ts";
import { base64url, fromBase64url, join, label, same, utf8 } from "./primitives.ts";

const GRANT_SIZE = 80;
const suite = (): CipherSuite =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

const info = ({ group, epoch, hash }: Epoch, acct: string): Bytes =>
  utf8(`${label("kring/v1/grant", group, epoch, acct)}\n${hash}`);

/** Layout, 80 bytes: `enc 32 || ciphertext 48`. It needs no signature: the statement commits to the key. */
export async function makeGrant(
  groupKey: Bytes,
  epoch: Epoch,
  acct: string,
  exchange: string,
): Promise<string> {
  const hpke = suite();
  try {
    const recipientPublicKey = await hpke.kem.deserializePublicKey(fromBase64url(exchange));
    const sender = await hpke.createSenderContext({ recipientPublicKey, info: info(epoch, acct) });
    return base64url(join(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(groupKey))));
  } catch (error) {
    if (error instanceof KringError) throw error;
    return refuse("member"); // a public key that no secret can be agreed with
  }
}

export async function openGrant(keys: Keys, epoch: Epoch, grant: string): Promise<Bytes> {
  const bytes = fromBase64url(grant);
  if (bytes.length !== GRANT_SIZE) refuse("grant");
  const groupKey = await unwrap(keys, epoch, bytes);
  if (!same(await keyCommitment(groupKey, epoch.group, epoch.epoch), epoch.commitment)) refuse("commitment");
  return groupKey;
}

async function unwrap(keys: Keys, epoch: Epoch, bytes: Bytes): Promise<Bytes> {
  const recipientKey = { privateKey: keys.exchange.secret, publicKey: keys.exchange.openKey };
  try {
    const enc = bytes.slice(0, 32).buffer;
    const receiver = await suite().createRecipientContext({
      recipientKey,
      enc,
      info: info(epoch, keys.acct),
    });
    return new Uint8Array(await receiver.open(bytes.slice(32)));
  } catch {
    return refuse("grant");
  }
}
