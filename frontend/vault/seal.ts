/** Texts in envelopes, envelopes in boxes. Symmetric and not signed: a leaked text proves nothing about who wrote it. */
import { refuse } from "./errors.ts";
import type { Bytes } from "./primitives.ts";
import {
  base64url,
  decrypt,
  encrypt,
  fromBase64url,
  fromUtf8,
  hkdfCipher,
  join,
  label,
  random,
  utf8,
  uuidBytes,
  uuidOf,
} from "./primitives.ts";

export const MAX_TEXT_BYTES = 65_536;
const LEAST_PADDED = 256;
const HEAD = 29; // version 1, box 16, nonce 12
const TAG = 16;

/** Where a text belongs. All of it is bound to the seal: moved anywhere else, the text doesn't open. */
export interface Place {
  readonly scope: string;
  readonly box: string;
  readonly item: string;
  readonly field: string;
  readonly author: string;
  readonly rev: number;
}

export const groupScope = (group: string, epoch: number): string => `g:${group}:${epoch}`;
/** What somebody keeps on one device, outside any group. */
export const deviceScope = "d:device";
export const selfScope = (acct: string): string => `u:${acct}`;

/** The key of one box. Without the salt nobody can make it again: destroying the salt destroys the texts. */
export async function boxKey(scopeKey: Bytes, scope: string, box: string, salt: Bytes): Promise<CryptoKey> {
  if (salt.length !== 32) refuse("box");
  return hkdfCipher(scopeKey, label("kring/v1/box", scope, box), salt);
}

function context(place: Place): Bytes {
  const { scope, box, item, field, author, rev } = place;
  if (!Number.isSafeInteger(rev) || rev < 0) refuse("context");
  return utf8(label("kring/v1/item", scope, box, item, field, author, rev));
}

export async function seal(
  key: CryptoKey,
  place: Place,
  text: string,
  nonce: Bytes = random(12),
): Promise<string> {
  const sealed = await encrypt(key, nonce, context(place), pad(utf8(text)));
  return base64url(join(Uint8Array.of(1), uuidBytes(place.box), nonce, sealed));
}

export async function open(key: CryptoKey, place: Place, envelope: string): Promise<string> {
  const bytes = readEnvelope(envelope);
  if (uuidOf(bytes.slice(1, 17)) !== place.box) refuse("box");
  const padded = await decrypt(key, bytes.slice(17, HEAD), context(place), bytes.slice(HEAD));
  try {
    return fromUtf8(unpad(padded));
  } catch {
    return refuse("padding");
  }
}

/** The box an envelope says it lies in, read from its beginning; only opening it shows whether that is true. */
export function boxOf(envelope: string): string {
  const head = fromBase64url(envelope.slice(0, 24));
  if (head[0] !== 1) refuse("version");
  return uuidOf(head.slice(1, 17));
}

function readEnvelope(envelope: string): Bytes {
  if (envelope.length > 100_000) refuse("too-long");
  const bytes = fromBase64url(envelope);
  if (bytes[0] !== 1) refuse("version");
  if (bytes.length < HEAD + LEAST_PADDED + TAG) refuse("tampered");
  return bytes;
}

/**
 * The size that `length` bytes are padded to: 256, and above that at most 12 % more.
 *
 * Source: Nikitin et al., Reducing Metadata Leakage from Encrypted Files (PETS 2019), Padmé.
 */
export function paddedSize(length: number): number {
  if (length <= LEAST_PADDED) return LEAST_PADDED;
  const exponent = 31 - Math.clz32(length);
  const step = 2 ** (exponent - (32 - Math.clz32(exponent)));
  return Math.ceil(length / step) * step;
}

export function pad(text: Bytes): Bytes {
  if (text.length > MAX_TEXT_BYTES) refuse("too-long");
  const padded = new Uint8Array(paddedSize(text.length + 4));
  new DataView(padded.buffer).setUint32(0, text.length);
  padded.set(text, 4);
  return padded;
}

/** Refuses any other way of padding the same text: a sender could hide something in it. */
export function unpad(padded: Bytes): Bytes {
  const length = new DataView(padded.buffer, padded.byteOffset, padded.length).getUint32(0);
  if (length > MAX_TEXT_BYTES || paddedSize(length + 4) !== padded.length) refuse("padding");
  for (let i = 4 + length; i < padded.length; i++) if (padded[i] !== 0) refuse("padding");
  return padded.slice(4, 4 + length);
}
