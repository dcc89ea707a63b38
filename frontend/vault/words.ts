/** Eight words that everybody reads aloud: the same on every screen only if everybody sees the same members. */
import type { Epoch } from "./chain.ts";
import { statementHash } from "./chain.ts";
import { KDF } from "./keys.ts";
import type { Argon2id, Bytes } from "./primitives.ts";
import { label, random, sha256, utf8 } from "./primitives.ts";

export const WORDS = 8;
export const LIST_LENGTH = 2048;
const BITS_A_WORD = 11;

/** Places in a list of 2,048 words, and the same 88 bits as nine groups of three digits, for any language. */
export interface ControlWords {
  readonly places: readonly number[];
  readonly digits: string;
}

/** Slow on purpose: who can make two views of a group with the same words needs 2^44 of these. */
export async function controlWords(argon2id: Argon2id, newest: Epoch): Promise<ControlWords> {
  const salt = (await sha256(utf8(label("kring/v1/words", newest.group)))).slice(0, 16);
  const password = await statementHash(newest.statement);
  const cost = KDF.get(1) as { memoryKiB: number; passes: number; lanes: number };
  const bits = (await argon2id({ password, salt, ...cost })).slice(0, (WORDS * BITS_A_WORD) / 8);
  return { places: places(bits), digits: digits(bits) };
}

const asNumber = (bits: Bytes): bigint => bits.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);

function places(bits: Bytes): number[] {
  const number = asNumber(bits);
  return Array.from({ length: WORDS }, (_, i) =>
    Number((number >> BigInt(BITS_A_WORD * (WORDS - 1 - i))) & 2047n),
  );
}

const digits = (bits: Bytes): string =>
  asNumber(bits)
    .toString()
    .padStart(27, "0")
    .replace(/(...)(?=.)/g, "$1 ");

/** Random places in the list for a passphrase: six words are 66 bits. */
export const randomPlaces = (count = 6): number[] =>
  Array.from(new Uint16Array(random(2 * count).buffer), (number) => number % LIST_LENGTH);
