import assert from "node:assert/strict";
import { test } from "node:test";
import { newDeviceKey } from "../../vault/device.ts";
import { Keyring } from "../../vault/keyring.ts";
import type { OwnMember } from "../../vault/own.ts";
import { argon2id } from "./cast.ts";

const group = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const passphrase = "zeepaardje lantaarn vlindernet stoomboot";
const now = "2026-11-21T19:00:00Z";

/** An account as the server keeps it, and the worker that made it. */
async function account() {
  const own = new Keyring(argon2id, newDeviceKey);
  const typed = await own.stretch({ passphrase });
  const { member, slots } = await own.create({ acct: typed.acct });
  const kept = { acct: typed.acct, slots: slots.map(({ slot }) => slot), member };
  return { own, typed, kept };
}

test("what signs in is the same in every browser, and what was typed opens the vault", async () => {
  const { typed, kept } = await account();
  const elsewhere = new Keyring(argon2id, newDeviceKey);

  const again = await elsewhere.stretch({ acct: typed.acct, salt: typed.salt, passphrase });
  await elsewhere.unlock(kept);

  assert.deepEqual(again, typed);
  assert.equal(await elsewhere.holder(), typed.acct);
});

test("a server that shows other keys is caught", async () => {
  const { typed, kept } = await account();
  const { kept: other } = await account();
  const elsewhere = new Keyring(argon2id, newDeviceKey);
  await elsewhere.stretch({ ...typed, passphrase });
  const member: OwnMember = [typed.acct, other.member[1], other.member[2]];

  await assert.rejects(elsewhere.unlock({ ...kept, member }), { code: "taken" });
  assert.equal(await elsewhere.holder(), null);
});

test("a slip of the finger opens nothing, and what was typed before counts again", async () => {
  const { typed, kept } = await account();
  const elsewhere = new Keyring(argon2id, newDeviceKey);
  await elsewhere.stretch({ ...typed, passphrase });
  await elsewhere.stretch({ ...typed, passphrase: `${passphrase}.` });
  await assert.rejects(elsewhere.unlock(kept), { code: "passphrase" });

  await elsewhere.takeBack();
  await elsewhere.unlock(kept);

  assert.equal(await elsewhere.holder(), typed.acct);
});

test("recovery code and passkey open the same vault", async () => {
  const { own, typed, kept } = await account();
  const { code, slot } = await own.recovery();
  const touch = { credential: "passkey", output: "A".repeat(43) };
  await own.touchPasskey(touch);
  const slots = [...kept.slots, slot, (await own.addSlot({ kind: "prf" })).slot];

  const [byCode, byTouch] = [new Keyring(argon2id, newDeviceKey), new Keyring(argon2id, newDeviceKey)];
  const salt = Buffer.from(slot, "base64url").subarray(3, 19).toString("base64url");
  await byCode.typeCode({ acct: typed.acct, code: code.toUpperCase(), salt });
  await byTouch.touchPasskey(touch);

  for (const keyring of [byCode, byTouch]) {
    await keyring.unlock({ ...kept, slots });
    assert.equal(await keyring.holder(), typed.acct);
  }
});

test("a passkey makes keys with a sheet, and holds them only once they are kept", async () => {
  const acct = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
  const touch = { credential: "passkey", output: "A".repeat(43) };
  const own = new Keyring(argon2id, newDeviceKey);
  await own.touchPasskey(touch);
  await assert.rejects(own.create({ acct }), { code: "locked" });

  const { member, slot, credential, sheet } = await own.createByPasskey({ acct });
  assert.deepEqual([credential, await own.holder()], ["passkey", null]);
  await own.unlock({ acct, member, slots: [slot] });

  const byCode = new Keyring(argon2id, newDeviceKey);
  const salt = Buffer.from(sheet.slot, "base64url").subarray(3, 19).toString("base64url");
  await byCode.typeCode({ acct, code: sheet.code, salt });
  await byCode.unlock({ acct, member, slots: [slot, sheet.slot] });
  assert.deepEqual([await own.holder(), await byCode.holder()], [acct, acct]);
});

test("a guest's keys become those of an account, and what was sealed stays open", async () => {
  const guest = new Keyring(argon2id, newDeviceKey);
  const { acct, statement, grant, box } = await guest.beginGroup({ group, now });
  const news = { chain: [statement], grants: { 0: grant }, boxes: [{ ...box, epoch: 0 }] };
  await guest.enter({ group, ...news, pin: null });
  const text = { item: group, field: "entry.question", rev: 1 };
  const envelope = await guest.seal({ group, ...text, text: "Wat raakt jou hierin?" });

  const typed = await guest.stretch({ acct, passphrase });
  const { member, slots } = await guest.adopt({ group });

  const elsewhere = new Keyring(argon2id, newDeviceKey);
  await elsewhere.stretch({ ...typed, passphrase });
  await elsewhere.unlock({ acct, member, slots: slots.map(({ slot }) => slot) });
  await elsewhere.sit({ group, name: "gast" });
  await elsewhere.enter({ group, ...news, pin: null });
  assert.deepEqual(await elsewhere.open({ group, items: [{ ...text, envelope, author: acct }] }), [
    { text: "Wat raakt jou hierin?" },
  ]);
});

test("signing out drops one's own keys and seats, and leaves a guest's", async () => {
  const { own, typed } = await account();
  const meeting = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
  const guest = await own.beginGroup({ group: meeting, now });
  await own.sit({ group, name: "Noor" });
  assert.equal(await own.seat({ group }), typed.acct);

  await own.leave();

  assert.deepEqual(
    [await own.holder(), await own.seat({ group }), await own.seat({ group: meeting })],
    [null, null, guest.acct],
  );
});

test("keys that turned up open what was one's own, and seal it to the keys of now", async () => {
  const { own: before, typed, kept } = await account();
  const box = { id: "cccccccc-cccc-4ccc-8ccc-cccccccccccc", salt: "B".repeat(42) + "A" };
  const text = { item: group, field: "case.own", rev: 3 };
  const { acct } = typed;
  await before.sit({ group, name: "Noor" });
  const envelope = await before.sealSelf({ group, box, ...text, text: "wat ik eigenlijk wilde" });
  const sheet = await before.recovery();

  const now = new Keyring(argon2id, newDeviceKey);
  await now.stretch({ acct, passphrase: `${passphrase} grasmat` });
  await now.create({ acct });
  await now.sit({ group, name: "Noor" });
  const others = await now.sealSelf({ group, box, ...text, text: "later geschreven" });
  const former = { slots: [sheet.slot, ...kept.slots], member: kept.member };
  const texts = [
    { ...text, box, envelope },
    { ...text, box, envelope: others },
  ];

  await assert.rejects(now.sealAnew({ texts }), { code: "locked" });
  await assert.rejects(now.openFormer({ ...former, passphrase: "een ander" }), { code: "passphrase" });
  const strange: OwnMember = [acct, kept.member[2], kept.member[1]];
  await assert.rejects(now.openFormer({ ...former, member: strange, code: sheet.code }), { code: "taken" });
  for (const by of [{ code: sheet.code }, { passphrase }]) {
    await now.openFormer({ ...former, ...by });
    const [anew, left] = await now.sealAnew({ texts });

    assert.equal(left, null);
    const items = [{ ...text, rev: 4, envelope: anew ?? "" }];
    assert.deepEqual(await now.openSelf({ group, box, items }), [{ text: "wat ik eigenlijk wilde" }]);
    assert.notDeepEqual(await before.openSelf({ group, box, items }), [{ text: "wat ik eigenlijk wilde" }]);
  }
  await now.leave();
  await assert.rejects(now.sealAnew({ texts }), { code: "locked" });
});
