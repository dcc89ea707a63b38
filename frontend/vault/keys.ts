/** One vault key (VK) per person: what is derived from it, and the slots that it is locked in. */
import { refuse } from "./errors.ts";
import type { Argon2id, Bytes } from "./primitives.ts";
import {
  base64url,
  decrypt,
  encrypt,
  fromBase64url,
  hkdf,
  hkdfCipher,
  join,
  label,
  random,
  same,
  sha256,
  utf8,
  uuidBytes,
  uuidOf,
} from "./primitives.ts";

const subtle = globalThis.crypto.subtle;

/** Cost of stretching by id. A closed table: a server can name an id and never a number, so it can't make it cheap. */
export const KDF: ReadonlyMap<number, { memoryKiB: number; passes: number; lanes: number }> = new Map([
  [1, { memoryKiB: 65536, passes: 3, lanes: 4 }], // RFC 9106 section 4, second recommended option
]);

export const SLOT_TYPES = { pass: 1, recovery: 2, prf: 3 } as const;
export type SlotKind = keyof typeof SLOT_TYPES;

/** What a passphrase, code or passkey gives: `auth` goes to the server, the rest opens the slot and stays here. */
export interface SlotKeys {
  readonly auth: string;
  readonly cipher: CryptoKey;
  readonly commitment: Bytes;
}

export interface KeyPair {
  readonly secret: CryptoKey;
  readonly open: Bytes;
  readonly openKey: CryptoKey;
}

/** Everything that follows from a vault key. The same VK and account always give the same. */
export interface Keys {
  readonly acct: string;
  readonly exchange: KeyPair;
  readonly signing: KeyPair;
  readonly self: Bytes;
}

// The fixed beginning of a PKCS #8 file (RFC 8410) around 32 bytes of X25519 or Ed25519: WebCrypto takes no bare secret key.
const PKCS8 = { X25519: 0x6e, Ed25519: 0x70 } as const;
const pkcs8 = (algorithm: keyof typeof PKCS8, seed: Bytes): Bytes =>
  join(
    Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, PKCS8[algorithm], 4, 0x22, 4, 0x20),
    seed,
  );

async function keyPair(algorithm: keyof typeof PKCS8, seed: Bytes): Promise<KeyPair> {
  const [own, others]: [KeyUsage[], KeyUsage[]] =
    algorithm === "X25519" ? [["deriveBits"], []] : [["sign"], ["verify"]];
  const readable = await subtle.importKey("pkcs8", pkcs8(algorithm, seed), algorithm, true, own);
  const { x } = await subtle.exportKey("jwk", readable);
  const open = fromBase64url(x ?? refuse("member"));
  return {
    secret: await subtle.importKey("pkcs8", pkcs8(algorithm, seed), algorithm, false, own),
    open,
    openKey: await subtle.importKey("raw", open, algorithm, true, others),
  };
}

export async function deriveKeys(vaultKey: Bytes, acct: string): Promise<Keys> {
  const [exchange, signing, self] = await Promise.all([
    hkdf(vaultKey, label("kring/v1/x25519", acct)).then((seed) => keyPair("X25519", seed)),
    hkdf(vaultKey, label("kring/v1/ed25519", acct)).then((seed) => keyPair("Ed25519", seed)),
    hkdf(vaultKey, label("kring/v1/self", acct)),
  ]);
  return { acct, exchange, signing, self };
}

/** The 32 bytes of the person's own age key. */
export const ageSeed = (vaultKey: Bytes, acct: string): Promise<Bytes> =>
  hkdf(vaultKey, label("kring/v1/age", acct));

async function slotKeys(master: Bytes, acct: string, kind: SlotKind): Promise<SlotKeys> {
  return {
    auth: base64url(await hkdf(master, label(`kring/v1/auth-${kind}`, acct))),
    cipher: await hkdfCipher(master, label(`kring/v1/kek-${kind}`, acct)),
    commitment: await hkdf(master, label(`kring/v1/commit-${kind}`, acct)),
  };
}

export async function passphraseKeys(
  argon2id: Argon2id,
  acct: string,
  passphrase: string,
  salt: Bytes,
  kdf = 1,
): Promise<SlotKeys> {
  const cost = KDF.get(kdf) ?? refuse("kdf");
  const master = await argon2id({ password: utf8(passphrase.normalize("NFKC")), salt, ...cost });
  return slotKeys(master, acct, "pass");
}

/** `code` is the 16 bytes of a recovery code: random enough to need no stretching. */
export async function recoveryKeys(acct: string, code: Bytes, salt: Bytes): Promise<SlotKeys> {
  return slotKeys(await hkdf(code, label("kring/v1/recovery", acct), salt), acct, "recovery");
}

/** `output` is what the passkey answers to `passkeyInput`. */
export const passkeyKeys = (acct: string, output: Bytes): Promise<SlotKeys> => slotKeys(output, acct, "prf");
/** The same for everyone: at the touch that signs in nobody knows yet whose it is. What follows is bound to the account. */
export const passkeyInput = (): Promise<Bytes> => sha256(utf8(label("kring/v1/prf")));

const SLOT_HEAD = 51;
const SLOT_SIZE = 111;
const slotContext = (head: Bytes, acct: string): Bytes => join(head, utf8(label("kring/v1/slot", acct)));

export async function makeSlot(
  kind: SlotKind,
  keys: SlotKeys,
  acct: string,
  vaultKey: Bytes,
  salt: Bytes,
  nonce: Bytes = random(12),
): Promise<string> {
  const kdf = kind === "pass" ? 1 : 0;
  const head = join(Uint8Array.of(1, SLOT_TYPES[kind], kdf), salt, keys.commitment);
  return base64url(join(head, nonce, await encrypt(keys.cipher, nonce, slotContext(head, acct), vaultKey)));
}

/** What is needed before a slot can be opened: how it is locked, and with which salt. */
export function readSlot(slot: string): { kind: SlotKind; kdf: number; salt: Bytes; bytes: Bytes } {
  const bytes = fromBase64url(slot);
  if (bytes.length !== SLOT_SIZE || bytes[0] !== 1) refuse("slot");
  const kind =
    (Object.keys(SLOT_TYPES) as SlotKind[]).find((name) => SLOT_TYPES[name] === bytes[1]) ?? refuse("slot");
  const kdf = bytes[2] ?? 0;
  if (kind === "pass" ? !KDF.has(kdf) : kdf !== 0) refuse("kdf");
  return { kind, kdf, salt: bytes.slice(3, 19), bytes };
}

export async function openSlot(slot: string, keys: SlotKeys, acct: string): Promise<Bytes> {
  const { bytes } = readSlot(slot);
  const head = bytes.slice(0, SLOT_HEAD);
  // First the commitment: one ciphertext that opens under many guesses would turn the server into an oracle.
  if (!same(bytes.slice(19, SLOT_HEAD), keys.commitment)) refuse("passphrase");
  return decrypt(keys.cipher, bytes.slice(51, 63), slotContext(head, acct), bytes.slice(63));
}

/** A vault key kept on a device. Neither half opens it: one lies on the device, the other with the server. */
export interface KeptKey {
  readonly deviceSecret: string;
  readonly serverShare: string;
  readonly wrapped: string;
}

const KEPT_HEAD = 17;
const KEPT_SIZE = 77;

function keptCipher(deviceSecret: Bytes, serverShare: Bytes, acct: string): Promise<CryptoKey> {
  if (deviceSecret.length !== 32 || serverShare.length !== 32) refuse("slot");
  return hkdfCipher(join(deviceSecret, serverShare), label("kring/v1/device", acct));
}

/** Layout of `wrapped`, 77 bytes: `01 | account 16 | nonce 12 | AES-256-GCM(VK) 48`. */
export async function keepKey(vaultKey: Bytes, acct: string, group: string): Promise<KeptKey> {
  const [deviceSecret, serverShare, nonce] = [random(32), random(32), random(12)];
  const head = join(Uint8Array.of(1), uuidBytes(acct));
  const cipher = await keptCipher(deviceSecret, serverShare, acct);
  const sealed = await encrypt(cipher, nonce, keptContext(head, acct, group), vaultKey);
  return {
    deviceSecret: base64url(deviceSecret),
    serverShare: base64url(serverShare),
    wrapped: base64url(join(head, nonce, sealed)),
  };
}

export async function openKeptKey(kept: KeptKey, group: string): Promise<{ acct: string; vaultKey: Bytes }> {
  const bytes = fromBase64url(kept.wrapped);
  if (bytes.length !== KEPT_SIZE || bytes[0] !== 1) refuse("slot");
  const head = bytes.slice(0, KEPT_HEAD);
  const acct = uuidOf(bytes.slice(1, KEPT_HEAD));
  const cipher = await keptCipher(fromBase64url(kept.deviceSecret), fromBase64url(kept.serverShare), acct);
  const vaultKey = await decrypt(
    cipher,
    bytes.slice(17, 29),
    keptContext(head, acct, group),
    bytes.slice(29),
  );
  return { acct, vaultKey };
}

const keptContext = (head: Bytes, acct: string, group: string): Bytes =>
  join(head, utf8(label("kring/v1/device", acct, group)));
