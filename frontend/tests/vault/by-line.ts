/**
 * The TypeScript vault for a test in another language: one JSON question a line, one JSON answer a line.
 *
 * `{"deed": "seal", "asked": {…}}` → `{"answer": …}` or `{"refused": code}`. Bytes are base64url texts.
 */
import { newDeviceKey } from "../../vault/device.ts";
import { createInterface } from "node:readline";
import { toAge } from "../../vault/archive.ts";
import { codeOf } from "../../vault/errors.ts";
import { Keyring } from "../../vault/keyring.ts";
import { makeSlot, openSlot, passkeyKeys, passphraseKeys, readSlot, recoveryKeys } from "../../vault/keys.ts";
import type { SlotKind } from "../../vault/keys.ts";
import { base64url, fromBase64url, random } from "../../vault/primitives.ts";
import type { Bytes } from "../../vault/primitives.ts";
import { parseRecoveryCode, recoveryCode } from "../../vault/recovery.ts";
import { paddedSize } from "../../vault/seal.ts";
import { argon2id } from "./cast.ts";

type Asked = Readonly<Record<string, string>>;

const keyring = new Keyring(argon2id, newDeviceKey);

const part = (asked: Asked, name: string): string => asked[name] ?? "";

async function keysOf(kind: SlotKind, asked: Asked, salt: Bytes): ReturnType<typeof passphraseKeys> {
  const [acct, opener] = [part(asked, "acct"), part(asked, "opener")];
  if (kind === "pass") return passphraseKeys(argon2id, acct, opener, salt);
  if (kind === "recovery") return recoveryKeys(acct, await parseRecoveryCode(opener), salt);
  return passkeyKeys(acct, fromBase64url(opener));
}

const more: Readonly<Record<string, (asked: Asked) => unknown>> = {
  makeSlot: async (asked) => {
    const kind = part(asked, "kind") as SlotKind;
    const salt = random(16);
    const keys = await keysOf(kind, asked, salt);
    const slot = await makeSlot(
      kind,
      keys,
      part(asked, "acct"),
      fromBase64url(part(asked, "vaultKey")),
      salt,
    );
    return { slot, auth: keys.auth };
  },
  openSlot: async (asked) => {
    const slot = part(asked, "slot");
    const { kind, salt } = readSlot(slot);
    const keys = await keysOf(kind, asked, salt);
    return { vaultKey: base64url(await openSlot(slot, keys, part(asked, "acct"))), auth: keys.auth };
  },
  recoveryCode: async (asked) => recoveryCode(fromBase64url(part(asked, "bits"))),
  paddedSizes: () => Array.from({ length: 70_000 }, (_, length) => paddedSize(length)),
  toAge: async (asked) =>
    base64url(await toAge(part(asked, "content"), { passphrase: part(asked, "passphrase") })),
};

async function answer(line: string): Promise<unknown> {
  const { deed, asked } = JSON.parse(line) as { deed: string; asked: Asked };
  const deeds = keyring as unknown as Record<string, (asked: unknown) => unknown>;
  try {
    return { answer: await (more[deed]?.(asked) ?? deeds[deed]?.call(keyring, asked)) };
  } catch (error) {
    return { refused: codeOf(error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(line))}\n`);
}
