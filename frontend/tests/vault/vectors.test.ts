import assert from "node:assert/strict";
import { test } from "node:test";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { ageIdentity, fromAge } from "../../vault/archive.ts";
import { memberOf, signStatement, verifyChain } from "../../vault/chain.ts";
import { admissionProof, joinMac } from "../../vault/door.ts";
import { openGrant } from "../../vault/grants.ts";
import { ageSeed, deriveKeys, makeSlot, openSlot, passphraseKeys, recoveryKeys } from "../../vault/keys.ts";
import { argon2id as plainArgon2id } from "../../vault/plain-argon2.ts";
import { base64url, fromBase64url, fromUtf8 } from "../../vault/primitives.ts";
import { parseRecoveryCode, recoveryCode } from "../../vault/recovery.ts";
import { boxKey, groupScope, open, seal, selfScope } from "../../vault/seal.ts";
import { controlWords } from "../../vault/words.ts";
import { argon2id, seq, vectors } from "./cast.ts";

const { A, B, G, BOX, IT, INV } = vectors;
const item = { box: BOX, item: IT, field: "case.body", author: A, rev: 1 };
const anna = await deriveKeys(seq(32, 11), A);
const bram = await deriveKeys(seq(32, 99), B);

test("a passphrase gives the same secrets and the same slot", async () => {
  const keys = await passphraseKeys(argon2id, A, vectors.PASS, seq(16, 3));

  assert.equal(keys.auth, vectors.auth);
  assert.equal(await makeSlot("pass", keys, A, seq(32, 11), seq(16, 3), seq(12, 5)), vectors.slot);
  assert.deepEqual(await openSlot(vectors.slot, keys, A), seq(32, 11));
});

test("a passphrase gives the same secrets without WebAssembly", async () => {
  const keys = await passphraseKeys(plainArgon2id, A, vectors.PASS, seq(16, 3));

  assert.equal(keys.auth, vectors.auth);
});

test("a recovery code gives the same secrets and the same slot", async () => {
  const bits = await parseRecoveryCode(vectors.code.toUpperCase().replaceAll("0", "O").replaceAll("1", "l"));
  const keys = await recoveryKeys(A, bits, seq(16, 3));

  assert.deepEqual(bits, seq(16, 77));
  assert.equal(await recoveryCode(bits), vectors.code);
  assert.equal(keys.auth, vectors.rauth);
  assert.equal(await makeSlot("recovery", keys, A, seq(32, 11), seq(16, 3), seq(12, 6)), vectors.rslot);
});

test("a vault key gives the same public keys", () => {
  assert.deepEqual(memberOf(anna, "Anna"), vectors.memberA);
  assert.deepEqual(memberOf(bram, "Bram Müller"), vectors.memberB);
});

test("a statement is written and signed to the byte", async () => {
  const first = { group: G, previous: null, why: "create", members: [vectors.memberA] } as const;

  const statement = await signStatement(anna, { ...first, groupKey: seq(32, 1), at: "2026-11-21T19:00:00Z" });
  const [previous = null] = await verifyChain(G, [statement]);
  const members = [vectors.memberB, vectors.memberA];
  const second = { group: G, previous, why: "add", members, groupKey: seq(32, 2) } as const;

  assert.deepEqual(statement, vectors.chain[0]);
  assert.deepEqual(await signStatement(anna, { ...second, at: "2026-11-21T19:05:00Z" }), vectors.chain[1]);
});

test("both members open their grant of the second epoch", async () => {
  const epochs = await verifyChain(G, vectors.chain);
  const second = epochs[1];

  assert.ok(second);
  assert.deepEqual(await openGrant(anna, second, vectors.grants_epoch_1[A] ?? ""), seq(32, 2));
  assert.deepEqual(await openGrant(bram, second, vectors.grants_epoch_1[B] ?? ""), seq(32, 2));
});

test("a text is sealed to the byte and opens", async () => {
  const place = { ...item, scope: groupScope(G, 1) };
  const key = await boxKey(seq(32, 2), place.scope, BOX, seq(32, 200));

  assert.equal(await seal(key, place, vectors.TEXT, seq(12, 9)), vectors.envelope);
  assert.equal(await open(key, place, vectors.envelope), vectors.TEXT);
});

test("a text for oneself is sealed to the byte and opens", async () => {
  const place = { ...item, scope: selfScope(A) };
  const key = await boxKey(anna.self, place.scope, BOX, seq(32, 200));

  assert.equal(await seal(key, place, "Alleen voor mij", seq(12, 10)), vectors.selfEnvelope);
  assert.equal(await open(key, place, vectors.selfEnvelope), "Alleen voor mij");
});

test("the secret of an invitation proves the same", async () => {
  assert.equal(await joinMac(seq(32, 55), G, INV, vectors.memberB), vectors.mac);
  assert.equal(await admissionProof(seq(32, 55), G, INV, vectors.chain[1]), vectors.proof);
});

test("the control words are the same", async () => {
  const newest = (await verifyChain(G, vectors.chain))[1];
  assert.ok(newest);

  const { places, digits } = await controlWords(argon2id, newest);

  assert.deepEqual(
    places.map((place) => wordlist[place]),
    vectors.words,
  );
  assert.match(digits, /^\d{3}( \d{3}){8}$/);
});

test("the own age key is the same and opens its archive", async () => {
  const identity = ageIdentity(await ageSeed(seq(32, 11), A));

  assert.equal(identity, vectors.ageId);
  assert.equal(fromUtf8(await fromAge(fromBase64url(vectors.ageFile), { identity })), vectors.TEXT);
  assert.equal(base64url(fromBase64url(vectors.ageFile)), vectors.ageFile);
});
