import assert from "node:assert/strict";
import { test } from "node:test";
import { signStatement, verifyChain } from "../../vault/chain.ts";
import { OPEN_DOOR, joinMac } from "../../vault/door.ts";
import { KringError } from "../../vault/errors.ts";
import { makeGrant, openGrant } from "../../vault/grants.ts";
import {
  deriveKeys,
  keepKey,
  makeSlot,
  openKeptKey,
  openSlot,
  passkeyKeys,
  readSlot,
} from "../../vault/keys.ts";
import { base64url, fromBase64url, label, random } from "../../vault/primitives.ts";
import { parseRecoveryCode } from "../../vault/recovery.ts";
import type { Place } from "../../vault/seal.ts";
import { boxKey, groupScope, open, pad, paddedSize, seal, unpad } from "../../vault/seal.ts";
import { Browser, MEETING as group, atTheDoor, meeting } from "./browsers.ts";
import { flipped, seq, vectors } from "./cast.ts";

const { A, B, G, BOX, IT } = vectors;
const place: Place = { scope: groupScope(G, 1), box: BOX, item: IT, field: "case.body", author: A, rev: 1 };
const key = await boxKey(seq(32, 2), place.scope, BOX, seq(32, 200));
const note = { item: IT, field: "entry.question", rev: 1 };

/** Whether each of these ways fails, and fails as a refusal of ours. */
async function allRefused(attempts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const attempt of attempts) await assert.rejects(attempt, KringError);
}

const everyBit = (text: string): string[] =>
  Array.from({ length: fromBase64url(text).length * 8 }, (_, bit) => flipped(text, bit));

const moves: Readonly<Record<string, Partial<Place>>> = {
  "in another group": { scope: groupScope(BOX, 1) },
  "in another epoch": { scope: groupScope(G, 0) },
  "as another's": { author: B },
  "as nobody's": { author: "anonymous" },
  "under another entry": { item: G },
  "in another field": { field: "case.title" },
  "as an older revision": { rev: 0 },
};

for (const [where, move] of Object.entries(moves)) {
  test(`a text doesn't open ${where}`, async () => {
    await assert.rejects(open(key, { ...place, ...move }, vectors.envelope), { code: "tampered" });
  });
}

test("a text doesn't open in another box", async () => {
  await assert.rejects(open(key, { ...place, box: G }, vectors.envelope), { code: "box" });
});

test("a text doesn't open with the key of another box or another salt", async () => {
  const others = [
    await boxKey(seq(32, 2), place.scope, G, seq(32, 200)),
    await boxKey(seq(32, 2), place.scope, BOX, seq(32, 201)),
    await boxKey(seq(32, 3), place.scope, BOX, seq(32, 200)),
  ];

  for (const other of others) {
    await assert.rejects(open(other, place, vectors.envelope), { code: "tampered" });
  }
});

test("an envelope with any bit changed doesn't open", async () => {
  await allRefused(everyBit(vectors.envelope).map((envelope) => () => open(key, place, envelope)));
});

test("an envelope that is cut, stretched or spelt otherwise doesn't open", async () => {
  const { envelope } = vectors;
  const odd = [
    "",
    "A",
    envelope.slice(0, -4),
    `${envelope}AAAA`,
    `${envelope}=`,
    ` ${envelope}`,
    "A".repeat(1e6),
  ];

  await allRefused(odd.map((one) => () => open(key, place, one)));
});

test("a slot with any bit changed doesn't open", async () => {
  const keys = await passkeyKeys(A, random(32));
  const slot = await makeSlot("prf", keys, A, random(32), random(16));
  // The salt of a passkey's slot is used for nothing; it is bound to the seal all the same.
  await allRefused(everyBit(slot).map((one) => () => openSlot(one, keys, A)));
});

test("a slot doesn't open for another account or another passkey", async () => {
  const output = random(32);
  const slot = await makeSlot("prf", await passkeyKeys(A, output), A, random(32), random(16));

  await assert.rejects(openSlot(slot, await passkeyKeys(B, output), B), { code: "passphrase" });
  await assert.rejects(openSlot(slot, await passkeyKeys(A, random(32)), A), { code: "passphrase" });
  await assert.rejects(openSlot(slot, await passkeyKeys(A, output), B), { code: "tampered" });
});

test("a server can't make stretching cheap", () => {
  const bytes = fromBase64url(vectors.slot);
  bytes[2] = 2;

  assert.throws(() => readSlot(base64url(bytes)), { code: "kdf" });
});

test("a kept key with any bit changed doesn't open", async () => {
  const kept = await keepKey(random(32), A, G);

  await allRefused(everyBit(kept.wrapped).map((wrapped) => () => openKeptKey({ ...kept, wrapped }, G)));
  await assert.rejects(openKeptKey({ ...kept, serverShare: base64url(random(32)) }, G), { code: "tampered" });
  await assert.rejects(openKeptKey({ ...kept, deviceSecret: base64url(random(32)) }, G), {
    code: "tampered",
  });
});

test("a recovery code with one wrong letter is noticed", async () => {
  for (const [i, letter] of Array.from(vectors.code).entries()) {
    if (letter === "-") continue;
    const wrong = vectors.code.slice(0, i) + (letter === "z" ? "y" : "z") + vectors.code.slice(i + 1);
    await assert.rejects(parseRecoveryCode(wrong), { code: "recovery" });
  }
});

test("a grant with any bit changed, or for another, doesn't open", async () => {
  const [anna, bram] = [await deriveKeys(seq(32, 11), A), await deriveKeys(seq(32, 99), B)];
  const [first, second] = await verifyChain(G, vectors.chain);
  const grant = vectors.grants_epoch_1[A] ?? "";
  assert.ok(first && second);

  await allRefused(everyBit(grant).map((one) => () => openGrant(anna, second, one)));
  await assert.rejects(openGrant(bram, second, grant), { code: "grant" });
  await assert.rejects(openGrant(anna, first, grant), { code: "grant" });
});

test("a grant that holds another key than the signed one is refused", async () => {
  const anna = await deriveKeys(seq(32, 11), A);
  const second = (await verifyChain(G, vectors.chain))[1];
  assert.ok(second);

  const swapped = await makeGrant(random(32), second, A, vectors.memberA[1]);

  await assert.rejects(openGrant(anna, second, swapped), { code: "commitment" });
});

test("nobody seals under a key that a server slipped in", async () => {
  const { server, noor, begun } = await meeting();
  const page = new Browser().page();
  const candidate = await atTheDoor(page, begun.secret);
  server.store(await noor.admit({ group, secret: begun.secret, candidates: [candidate] }));
  const [, epoch] = await verifyChain(group, server.chain);
  assert.ok(epoch);
  server.grant(candidate.acct, {
    1: await makeGrant(random(32), epoch, candidate.acct, candidate.member[1]),
  });

  const entered = await page.enter(server.news(candidate.acct));

  assert.deepEqual(entered.warnings, [{ code: "commitment", epoch: 1 }]);
  await assert.rejects(page.seal({ group, ...note, text: "geheim" }), { code: "no-grant" });
});

test("a server that shows a shorter history is found out, also after a restart", async () => {
  const { server, browser, noor, begun, letIn } = await meeting();
  await letIn(new Browser().page());
  const { share } = await noor.keep({ group });
  const older = { ...server.news(begun.acct), chain: server.chain.slice(0, 1) };

  await assert.rejects(noor.enter(older), { code: "rollback" });
  browser.restart();
  const again = browser.page();
  await again.resume({ group, share });

  await assert.rejects(again.enter(older), { code: "rollback" });
});

test("a server that shows another history is found out, also after a restart", async () => {
  const { server, browser, noor, begun, letIn } = await meeting();
  const forks = await noor.admit({
    group,
    secret: begun.secret,
    candidates: [await atTheDoor(new Browser().page(), begun.secret)],
  });
  await letIn(new Browser().page());
  const { share } = await noor.keep({ group });
  const other = { ...server.news(begun.acct), chain: [...server.chain.slice(0, 1), forks.statement] };

  await assert.rejects(noor.enter(other), { code: "fork" });
  browser.restart();
  const again = browser.page();
  await again.resume({ group, share });

  await assert.rejects(again.enter(other), { code: "fork" });
});

test("after a chain that doesn't hold, everything is as it was", async () => {
  const { server, noor, begun } = await meeting();
  const ghost = await deriveKeys(random(32), begun.acct);
  const [previous = null] = await verifyChain(group, server.chain);
  const forged = await signStatement(ghost, {
    group,
    previous,
    why: "rotate",
    members: [begun.member],
    groupKey: random(32),
    at: "2026-11-21T19:00:00Z",
  });

  const news = server.news(begun.acct);

  await assert.rejects(noor.enter({ ...news, chain: [...news.chain, forged] }), { code: "signature" });
  await assert.rejects(noor.enter({ ...news, chain: [forged] }), { code: "signature" });
  assert.equal((await noor.enter(news)).epoch, 0);
});

test("a hole in what a server tells is noticed", async () => {
  const { server, noor, begun, letIn } = await meeting();
  const page = new Browser().page();
  const acct = await letIn(page);
  await letIn(new Browser().page());
  await letIn(new Browser().page());
  const news = server.news(acct);

  await assert.rejects(page.enter({ ...news, chain: server.chain.slice(3) }), { code: "chain" });
  assert.equal((await page.enter({ ...news, chain: server.chain.slice(1) })).epoch, 3);
  assert.equal((await noor.enter({ ...server.news(begun.acct), chain: [] })).epoch, 3);
});

test("whoever is at the door can't take the seat of the one who opens it", async () => {
  const { noor, begun } = await meeting();
  const taker = new Browser();
  taker.storage.setItem(`kring:${group}:acct`, begun.acct);

  const candidates = [await atTheDoor(taker.page(), begun.secret)];

  await assert.rejects(noor.admit({ group, secret: begun.secret, candidates }), { code: "refused" });
});

test("a key that no secret can be agreed with stays at the door", async () => {
  const { noor, begun } = await meeting();
  const { acct, member } = await atTheDoor(new Browser().page(), begun.secret);
  const useless = [acct, base64url(new Uint8Array(32)), member[2], member[3]] as const;
  const mac = await joinMac(fromBase64url(begun.secret), group, OPEN_DOOR, useless);

  const candidates = [{ acct, member: useless, mac }];

  await assert.rejects(noor.admit({ group, secret: begun.secret, candidates }), { code: "refused" });
});

test("a knock that was changed on its way stays at the door", async () => {
  const { noor, begun } = await meeting();
  const good = await atTheDoor(new Browser().page(), begun.secret);
  const other = await atTheDoor(new Browser().page(), begun.secret);

  const candidates = [
    { ...good, mac: flipped(good.mac, 3) },
    { ...good, mac: other.mac },
    { ...good, acct: other.acct },
    { ...good, member: [good.acct, other.member[1], good.member[2], good.member[3]] as const },
  ];

  await assert.rejects(noor.admit({ group, secret: begun.secret, candidates }), { code: "refused" });
});

test("a part of a label that could end its line is refused", () => {
  for (const part of ["", "A", "a b", "a\nb", "-a", "é"]) {
    assert.throws(() => label("kring/v1/item", part), { code: "context" });
  }
});

test("base64url has one spelling per value", () => {
  for (const text of ["AA==", "A", "AB", "A+8", "A/8", "AAA\n", "Aé"]) {
    assert.throws(() => fromBase64url(text), { code: "encoding" });
  }
});

test("padding hides the length, costs at most an eighth, and is undone", () => {
  let before = 0;
  for (let length = 4; length < 70_000; length++) {
    const size = paddedSize(length);
    assert.ok(size >= Math.max(length, 256, before) && size <= Math.max(256, length * 1.125));
    before = size;
  }
  for (const length of [0, 1, 251, 252, 253, 4096, 65_536]) {
    assert.equal(unpad(pad(new Uint8Array(length).fill(7))).length, length);
  }
});

test("a text that is too long is refused before it is sealed", async () => {
  await assert.rejects(seal(key, place, "é".repeat(32_769)), { code: "too-long" });
});

test("padding that hides something is refused", () => {
  const padded = pad(seq(10, 1));
  const changes: ((bytes: Uint8Array) => void)[] = [
    (bytes) => bytes.set([1], 255),
    (bytes) => bytes.set([1], 14),
    (bytes) => bytes.set([0, 0, 1, 0], 0),
    (bytes) => bytes.set([255, 255, 255, 255], 0),
  ];

  for (const change of changes) {
    const bytes = padded.slice();
    change(bytes);
    assert.throws(() => unpad(bytes), { code: "padding" });
  }
  assert.throws(() => unpad(new Uint8Array(512)), { code: "padding" });
});
