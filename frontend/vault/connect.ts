/** Starting the worker that holds the keys, or finding the one that another tab started. */
import { KringError, refuse } from "./errors.ts";
import type { Line } from "./wire.ts";
import { Caller } from "./wire.ts";

/** The scripts that a page's Trusted Types policy must let the vault start. */
export const workerScripts = (): string[] => ["vault.js", "export.js"].map(scriptUrl);

export function scriptUrl(entry: string): string {
  return new URL(KRING_FILES[entry] ?? entry, import.meta.url).href;
}

let outlives = false;

/** Whether the keys live on while the only tab goes to another page. Known once the vault was asked something. */
export const keysOutlivePages = (): boolean => outlives;

const whenLocked = new Set<() => void>();
let line: Promise<Caller> | undefined;

/**
 * The one line of this page, whoever asks for it: without a shared worker a second one would know no keys.
 * Refuses with `insecure` where browsers give no cryptography: plain http from another machine.
 */
export function connectWorker(onLocked: () => void): Promise<Caller> {
  whenLocked.add(onLocked);
  line ??= connect(() => {
    for (const tell of whenLocked) tell();
  });
  return line;
}

async function connect(onLocked: () => void): Promise<Caller> {
  if (!globalThis.isSecureContext) refuse("insecure");
  return (await callShared(onLocked)) ?? callDedicated(onLocked);
}

/** Lives on through a reload; null where the browser has none or can't start it. */
async function callShared(onLocked: () => void): Promise<Caller | null> {
  if (!("SharedWorker" in globalThis)) return null;
  // Without extendedLifetime the keys of a single tab end at every navigation. A browser that has it looks for it.
  let isKnown = false;
  const options = {
    name: `kring-vault-${KRING_BUILD}`,
    get extendedLifetime() {
      return (isKnown = true);
    },
  };
  try {
    const worker = new SharedWorker(scriptUrl("vault.js"), options);
    const failed = new Promise<never>((_, reject) => {
      worker.onerror = () => reject(new KringError("protocol"));
    });
    const caller = await Promise.race([greet(worker.port, onLocked), failed]);
    outlives = isKnown;
    return caller;
  } catch (error) {
    console.warn("The shared vault didn't start; keys end with this page.", String(error));
    return null;
  }
}

const callDedicated = (onLocked: () => void): Promise<Caller> =>
  greet(new Worker(scriptUrl("vault.js")), onLocked);

async function greet(line: Line, onLocked: () => void): Promise<Caller> {
  const caller = new Caller(line, onLocked);
  await caller.hello();
  // A tab that goes is no longer told; one that comes back from the browser's cache announces itself by asking.
  globalThis.addEventListener("pagehide", () => caller.bye());
  return caller;
}
