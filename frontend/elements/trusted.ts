/** Trusted Types: nothing on our pages turns text into markup, and only the vault's own scripts may be started. */
import { workerScripts } from "../vault/connect.ts";

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown;
}

let isSet = false;

/** Any number of times: a page may have several scripts, and the policy can be made once. */
export function trustOwnScripts(): void {
  if (isSet) return;
  isSet = true;
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  const allowed = new Set(workerScripts());
  factory?.createPolicy("default", {
    createScriptURL: (address) => {
      if (allowed.has(address)) return address;
      throw new TypeError(`not one of our scripts: ${address}`);
    },
  });
}
