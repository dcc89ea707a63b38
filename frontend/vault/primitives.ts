/** Bytes, texts and the native primitives that everything else here is made of. No format of ours is known in this file. */
import { refuse } from "./errors.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

const subtle = globalThis.crypto.subtle;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Bytes => encoder.encode(text);
export const fromUtf8 = (bytes: Bytes): string => decoder.decode(bytes);
export const random = (length: number): Bytes => globalThis.crypto.getRandomValues(new Uint8Array(length));

export function join(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two values are the same, in a time that tells nothing about where they differ. */
export function same(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** What newer browsers have of their own, ten times as fast; TypeScript doesn't know it yet. */
type Base64Options = Readonly<{ alphabet: "base64url"; omitPadding?: true }>;
const native = Uint8Array as unknown as { fromBase64?: (text: string, options: Base64Options) => Bytes };
type Writer = Bytes & { toBase64?: (options: Base64Options) => string };

export function base64url(bytes: Bytes): string {
  const written = (bytes as Writer).toBase64?.({ alphabet: "base64url", omitPadding: true });
  if (written !== undefined) return written;
  let binary = "";
  // In slices: spreading a whole envelope into arguments overflows the stack of some phones.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Canonical base64url without padding: one text per value, so that nothing can be stored twice under two spellings. */
export function fromBase64url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) refuse("encoding");
  const bytes = native.fromBase64?.(text, { alphabet: "base64url" }) ?? decoded(text);
  if (base64url(bytes) !== text) refuse("encoding");
  return bytes;
}

function decoded(text: string): Bytes {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => UUID.test(text);

export function uuidBytes(uuid: string): Bytes {
  if (!isUuid(uuid)) refuse("context");
  const digits = uuid.replaceAll("-", "");
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

export function uuidOf(bytes: Bytes): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const PART = /^[0-9a-z][0-9a-z.:_-]*$/;

/**
 * L() of the specification: a label and what it is bound to, one per line.
 *
 * No part can hold a line end, so two different lists of parts never give the same label.
 */
export function label(name: string, ...parts: readonly (string | number)[]): string {
  const written = parts.map(String);
  for (const part of written) if (!PART.test(part)) refuse("context");
  return [name, ...written].join("\n");
}

export async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  return new Uint8Array(await subtle.digest("SHA-256", join(...parts)));
}

const NO_SALT = new Uint8Array(0);
const hkdfKey = (key: Bytes) => subtle.importKey("raw", key, "HKDF", false, ["deriveBits", "deriveKey"]);
const hkdfWith = (info: string, salt: Bytes) => ({ name: "HKDF", hash: "SHA-256", salt, info: utf8(info) });

/** HKDF-SHA-256 to 32 bytes. */
export async function hkdf(key: Bytes, info: string, salt: Bytes = NO_SALT): Promise<Bytes> {
  return new Uint8Array(await subtle.deriveBits(hkdfWith(info, salt), await hkdfKey(key), 256));
}

/** HKDF-SHA-256 straight to an AES-256-GCM key that never leaves the browser's own cryptography. */
export async function hkdfCipher(key: Bytes, info: string, salt: Bytes = NO_SALT): Promise<CryptoKey> {
  const aes = { name: "AES-GCM", length: 256 };
  return subtle.deriveKey(hkdfWith(info, salt), await hkdfKey(key), aes, false, ["encrypt", "decrypt"]);
}

const gcm = (nonce: Bytes, context: Bytes) => ({
  name: "AES-GCM",
  iv: nonce,
  additionalData: context,
  tagLength: 128,
});

export async function encrypt(key: CryptoKey, nonce: Bytes, context: Bytes, plain: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.encrypt(gcm(nonce, context), key, plain));
}

export async function decrypt(key: CryptoKey, nonce: Bytes, context: Bytes, sealed: Bytes): Promise<Bytes> {
  try {
    return new Uint8Array(await subtle.decrypt(gcm(nonce, context), key, sealed));
  } catch {
    return refuse("tampered");
  }
}

export async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
  const signer = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", signer, message));
}

/** Argon2id version 1.3; supplied by the worker, because only there may WebAssembly be compiled. */
export type Argon2id = (cost: {
  password: Bytes;
  salt: Bytes;
  memoryKiB: number;
  passes: number;
  lanes: number;
}) => Promise<Bytes>;
