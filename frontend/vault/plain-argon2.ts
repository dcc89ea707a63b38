/**
 * Argon2id without WebAssembly: slower by far, and fetched only where a browser has none or has it turned off. Some
 * phones that are locked down for those at risk have; their owners need their words as much as anybody.
 */
import { argon2idAsync } from "@noble/hashes/argon2.js";
import type { Argon2id } from "./primitives.ts";

export const argon2id: Argon2id = ({ password, salt, memoryKiB, passes, lanes }) =>
  argon2idAsync(password, salt, { m: memoryKiB, t: passes, p: lanes, dkLen: 32 });
