/** Fixed bytes, the people of the vectors, and Argon2id as the worker has it. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import setup from "argon2id/lib/setup.js";
import type { Member, Statement } from "../../vault/chain.ts";
import type { Argon2id, Bytes } from "../../vault/primitives.ts";

export const seq = (length: number, start: number): Bytes =>
  Uint8Array.from({ length }, (_, i) => (i * 7 + start) & 255);

interface Vectors {
  readonly A: string;
  readonly B: string;
  readonly G: string;
  readonly BOX: string;
  readonly IT: string;
  readonly INV: string;
  readonly PASS: string;
  readonly TEXT: string;
  readonly auth: string;
  readonly slot: string;
  readonly code: string;
  readonly rauth: string;
  readonly rslot: string;
  readonly memberA: Member;
  readonly memberB: Member;
  readonly chain: readonly [Statement, Statement];
  readonly envelope: string;
  readonly selfEnvelope: string;
  readonly mac: string;
  readonly proof: string;
  readonly words: readonly string[];
  readonly ageId: string;
  readonly ageRec: string;
  readonly ageFile: string;
  readonly grants_epoch_1: Readonly<Record<string, string>>;
}

export const vectors = JSON.parse(
  readFileSync(new URL("../../../tests/vectors/sealing.json", import.meta.url), "utf8"),
) as Vectors;

const wasm = (name: string) => async (imports: WebAssembly.Imports) =>
  WebAssembly.instantiate(
    await readFile(new URL(`../../node_modules/argon2id/dist/${name}.wasm`, import.meta.url)),
    imports,
  );

export const argon2id: Argon2id = async ({ password, salt, memoryKiB, passes, lanes }) => {
  const hash = await setup(wasm("simd"), wasm("no-simd"));
  return hash({ password, salt, memorySize: memoryKiB, passes, parallelism: lanes, tagLength: 32 }) as Bytes;
};

/** One bit of a base64url text changed. */
export function flipped(text: string, bit: number): string {
  const bytes = Buffer.from(text, "base64url");
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString("base64url");
}
