/** Trusted Types: nothing on our pages turns text into markup, and only the vault's own scripts may be started. */
import { workerScripts } from "../vault/vault.ts";

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown;
}

export function trustOwnScripts(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  const allowed = new Set(workerScripts());
  factory?.createPolicy("default", {
    createScriptURL: (address) => {
      if (allowed.has(address)) return address;
      throw new TypeError(`not one of our scripts: ${address}`);
    },
  });
}
