/** The recovery code: 128 random bits and 12 bits that betray a wrong letter, in seven groups of four. */
import { refuse } from "./errors.ts";
import type { Bytes } from "./primitives.ts";
import { sha256, utf8 } from "./primitives.ts";

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"; // no i, l, o and u: nothing that reads as another
const LETTERS = 28;

export async function recoveryCode(bits: Bytes): Promise<string> {
  const check = await sha256(utf8("kring/v1/recovery-check\n"), bits);
  const binary = [...bits, ...check.slice(0, 2)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letter = (i: number) => CROCKFORD.charAt(Number.parseInt(binary.slice(5 * i, 5 * i + 5), 2));
  return Array.from({ length: LETTERS }, (_, i) => (i % 4 === 0 && i > 0 ? "-" : "") + letter(i)).join("");
}

/** Reads a code as people type it: capitals, spaces and O, I or L are forgiven, one wrong letter is not. */
export async function parseRecoveryCode(typed: string): Promise<Bytes> {
  const letters = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  if (letters.length !== LETTERS || /[^0-9a-hjkmnp-tv-z]/.test(letters)) refuse("recovery");
  const binary = Array.from(letters, (letter) => CROCKFORD.indexOf(letter).toString(2).padStart(5, "0")).join(
    "",
  );
  const bits = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(binary.slice(8 * i, 8 * i + 8), 2));
  if ((await recoveryCode(bits)).replaceAll("-", "") !== letters) refuse("recovery");
  return bits;
}
