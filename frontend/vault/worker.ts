/** The vault itself: a worker that alone holds keys, in memory, shared by all tabs of one browser. */
import setup from "argon2id/lib/setup.js";
import { deviceKey } from "./device.ts";
import { refuse } from "./errors.ts";
import { Keyring } from "./keyring.ts";
import type { Argon2id, Bytes } from "./primitives.ts";
import { Counter } from "./wire.ts";

const IDLE_AFTER_MS = 60 * 60_000; // a meeting where nobody writes for an hour is over, or its screen is alone

const wasm = (entry: string) => async (imports: WebAssembly.Imports) =>
  WebAssembly.instantiateStreaming(fetch(new URL(KRING_FILES[entry] ?? entry, self.location.href)), imports);

/** Set up anew each time: the 64 MiB that it works in would otherwise stay taken on a phone. */
const argon2id: Argon2id = async (asked) => {
  const hash = await setup(wasm("simd.wasm"), wasm("no-simd.wasm")).catch(() => null);
  if (hash === null) return withoutWasm()(asked);
  const { password, salt, memoryKiB, passes, lanes } = asked;
  const cost = { memorySize: memoryKiB, passes, parallelism: lanes, tagLength: 32 };
  return hash({ password, salt, ...cost }) as Bytes;
};

declare const plainArgon2: { readonly argon2id: Argon2id } | undefined;

function withoutWasm(): Argon2id {
  try {
    const file = KRING_FILES["plain-argon2.js"] ?? "plain-argon2.js";
    if (typeof plainArgon2 === "undefined") importScripts(new URL(file, self.location.href).href);
    return typeof plainArgon2 === "undefined" ? refuse("no-argon2") : plainArgon2.argon2id;
  } catch {
    return refuse("no-argon2");
  }
}

const counter = new Counter(new Keyring(argon2id, deviceKey), IDLE_AFTER_MS);
const scope = self as unknown as SharedWorkerGlobalScope | DedicatedWorkerGlobalScope;

if ("onconnect" in scope) {
  scope.onconnect = ({ ports }) => {
    for (const port of ports) counter.serve(port);
  };
} else {
  counter.serve(scope);
}
