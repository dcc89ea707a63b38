import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Statement } from "../../vault/chain.ts";
import { verifyChain } from "../../vault/chain.ts";

interface Chains {
  readonly group: string;
  readonly holds: readonly { readonly what: string; readonly chain: readonly Statement[] }[];
  readonly refused: readonly {
    readonly what: string;
    readonly chain: readonly Statement[];
    readonly code: string;
  }[];
}

const chains = JSON.parse(
  readFileSync(new URL("../../../tests/vectors/sealing_chains.json", import.meta.url), "utf8"),
) as Chains;

for (const { what, chain } of chains.holds) {
  test(`a chain holds: ${what}`, async () => {
    const epochs = await verifyChain(chains.group, chain);

    assert.equal(epochs.length, chain.length);
  });
}

for (const { what, chain, code } of chains.refused) {
  test(`a chain is refused: ${what}`, async () => {
    await assert.rejects(verifyChain(chains.group, chain), { code });
  });
}
