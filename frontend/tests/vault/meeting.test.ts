import assert from "node:assert/strict";
import { test } from "node:test";
import { Browser, MEETING as group, atTheDoor, meeting } from "./browsers.ts";

const note = { item: "cccccccc-cccc-4ccc-8ccc-cccccccccccc", field: "entry.question", rev: 1 };

test("a guest who comes in by the link reads what is written after", async () => {
  const { noor, begun, letIn } = await meeting();
  const bram = new Browser().page();
  await letIn(bram);

  const envelope = await noor.seal({ group, ...note, text: "Wat raakt jou hierin?" });
  const items = [{ ...note, envelope, author: begun.acct }];

  assert.deepEqual(await bram.open({ group, items }), [{ text: "Wat raakt jou hierin?" }]);
});

test("an entry without a name opens as nobody's and not as somebody's", async () => {
  const { noor, begun, letIn } = await meeting();
  const bram = new Browser().page();
  const acct = await letIn(bram);

  const envelope = await bram.seal({ group, ...note, author: "anonymous", text: "Ik schrok ervan." });
  const opened = await noor.open({
    group,
    items: ["anonymous", acct, begun.acct].map((author) => ({ ...note, envelope, author })),
  });

  assert.deepEqual(opened, [{ text: "Ik schrok ervan." }, { error: "tampered" }, { error: "tampered" }]);
});

test("nobody seals in another's name", async () => {
  const { noor, letIn } = await meeting();
  const acct = await letIn(new Browser().page());

  await assert.rejects(noor.seal({ group, ...note, author: acct, text: "" }), { code: "context" });
});

test("a late comer is granted the earlier epochs of the same meeting", async () => {
  const { server, noor, begun, letIn } = await meeting();
  const envelope = await noor.seal({ group, ...note, text: "Eerder gezegd." });
  const items = [{ ...note, envelope, author: begun.acct }];
  const wei = new Browser().page();
  const acct = await letIn(wei);

  const before = await wei.open({ group, items });
  server.grant(acct, await noor.regrant({ group, acct, epochs: [0] }));
  const entered = await wei.enter(server.news(acct));

  assert.deepEqual(before, [{ error: "no-grant" }]);
  assert.deepEqual(await wei.open({ group, items }), [{ text: "Eerder gezegd." }]);
  assert.deepEqual(entered.warnings, []);
});

test("several at the door come in with one epoch, and one without the secret doesn't", async () => {
  const { server, noor, begun } = await meeting();
  const [bram, imane, olga] = [new Browser().page(), new Browser().page(), new Browser().page()];
  const known = await Promise.all([bram, imane].map((page) => atTheDoor(page, begun.secret)));
  const stranger = await atTheDoor(olga, begun.secret.replace(/^.{8}/, "AAAAAAAA"));

  const admission = await noor.admit({ group, secret: begun.secret, candidates: [...known, stranger] });
  server.store(admission);
  const entered = await noor.enter(server.news(begun.acct));

  assert.deepEqual(admission.refused, [stranger.acct]);
  assert.equal(entered.epoch, 1);
  assert.deepEqual(
    new Set(entered.roster.map(([acct]) => acct)),
    new Set([begun.acct, ...known.map(({ acct }) => acct)]),
  );
  assert.deepEqual(new Set(entered.roster.map((member) => member[3])), new Set(["gast"]));
});

test("the secret lets in a hall and no more", async () => {
  const { noor, begun } = await meeting();
  const crowd = Array.from({ length: 60 }, () => new Browser().page());
  const candidates = await Promise.all(crowd.map((page) => atTheDoor(page, begun.secret)));

  const admission = await noor.admit({ group, secret: begun.secret, candidates });

  assert.equal(Object.keys(admission.grants).length, 60);
  assert.equal(admission.refused.length, 1);
});

test("someone still at the door is told to wait", async () => {
  const { server, begun } = await meeting();
  const joost = new Browser().page();
  const { acct } = await atTheDoor(joost, begun.secret);

  await assert.rejects(joost.enter(server.news(acct)), { code: "not-yet" });
});

test("a reload keeps the keys: a second page has the same seat", async () => {
  const { browser, noor, begun } = await meeting();
  const envelope = await noor.seal({ group, ...note, text: "Nog hier." });

  const reloaded = browser.page();

  assert.equal(await reloaded.seat(group), begun.acct);
  assert.deepEqual(await reloaded.open({ group, items: [{ ...note, envelope, author: begun.acct }] }), [
    { text: "Nog hier." },
  ]);
});

test("whose keys are gone knocks again, takes the old seat, and the others see it", async () => {
  const { server, noor, begun, letIn } = await meeting();
  const phone = new Browser();
  const acct = await letIn(phone.page());
  phone.restart();
  const page = phone.page();

  const candidate = await atTheDoor(page, begun.secret);
  server.store(await noor.admit({ group, secret: begun.secret, candidates: [candidate] }));
  const seen = await noor.enter(server.news(begun.acct));
  const entered = await page.enter(server.news(acct));

  assert.equal(candidate.acct, acct);
  assert.match(server.chain.at(-1)?.body ?? "", /"why":"rekey"/);
  assert.deepEqual(seen.warnings, [{ code: "rekeyed", epoch: 2, acct }]);
  assert.deepEqual([entered.roster.length, entered.warnings], [2, [{ code: "rekeyed", epoch: 2, acct }]]);
});

test("the one whose seat was taken is told so", async () => {
  const { server, noor, begun, letIn } = await meeting();
  const old = new Browser();
  const page = old.page();
  const acct = await letIn(page);
  const other = new Browser();
  for (const name of ["acct"]) other.storage.setItem(`kring:${group}:${name}`, acct);
  const candidate = await atTheDoor(other.page(), begun.secret);

  server.store(await noor.admit({ group, secret: begun.secret, candidates: [candidate] }));

  await assert.rejects(page.enter(server.news(acct)), { code: "taken" });
  await assert.rejects(page.seal({ group, ...note, text: "" }), { code: "no-grant" });
});

test("a phone that dropped the page goes on with both halves of its key", async () => {
  const { server, noor, begun, letIn } = await meeting();
  const phone = new Browser();
  const page = phone.page();
  const acct = await letIn(page);
  const { share } = await page.keep({ group });
  await page.keepDraft({ group, field: "draft.advice", item: "1", text: "Half geschreven" });
  phone.restart();
  const again = phone.page();

  assert.equal(await again.seat(group), null);
  assert.ok(again.isKept(group));
  assert.deepEqual(await again.resume({ group, share }), { acct });
  await again.enter(server.news(acct));
  const envelope = await noor.seal({ group, ...note, text: "Welkom terug." });

  assert.deepEqual(await again.open({ group, items: [{ ...note, envelope, author: begun.acct }] }), [
    { text: "Welkom terug." },
  ]);
  assert.equal(await again.draft({ group, field: "draft.advice", item: "1" }), "Half geschreven");
});

test("what lies on the device opens nothing without the server's half", async () => {
  const { noor, browser, begun } = await meeting();
  const { share } = await noor.keep({ group });
  browser.restart();
  const wrong = share.replace(/^.{4}/, "AAAA");

  await assert.rejects(browser.page().resume({ group, share: wrong }), { code: "tampered" });
  const device = JSON.stringify(
    Array.from({ length: browser.storage.length }, (_, i) => browser.storage.key(i)),
  );
  assert.ok(!device.includes(begun.secret));
});

test("after someone left, what is sealed doesn't open for them", async () => {
  const { server, noor, begun, letIn } = await meeting();
  const ruud = new Browser().page();
  const acct = await letIn(ruud);

  server.store(await noor.remove({ group, acct }));
  await noor.enter(server.news(begun.acct));
  const envelope = await noor.seal({ group, ...note, text: "Onder ons." });

  await assert.rejects(ruud.enter(server.news(acct)), { code: "removed" });
  assert.deepEqual(await ruud.open({ group, items: [{ ...note, envelope, author: begun.acct }] }), [
    { error: "box" },
  ]);
});

test("locking closes every tab at once", async () => {
  const { browser, noor } = await meeting();
  const other = browser.page();
  await other.seat(group);
  const told = new Promise<void>((resolve) => other.onLocked(resolve));

  await noor.lock();
  await told;

  await assert.rejects(other.seal({ group, ...note, text: "" }), { code: "locked" });
});

test("forgetting a meeting leaves nothing of it on the device", async () => {
  const { browser, noor } = await meeting();
  await noor.keep({ group });
  await noor.keepDraft({ group, field: "draft.note", item: "1", text: "weg" });
  browser.storage.setItem("kring:another:pin", "{}");

  await noor.forget(group);

  assert.deepEqual([browser.storage.length, browser.storage.key(0)], [1, "kring:another:pin"]);
  assert.equal(await noor.seat(group), null);
});

test("everybody in the room reads the same words", async () => {
  const { noor, letIn } = await meeting();
  const bram = new Browser().page();
  await letIn(bram);

  const words = await noor.words(group, "en");

  assert.deepEqual(await bram.words(group, "en"), words);
  assert.deepEqual(words.four, words.eight.slice(0, 4));
  assert.equal(words.digits.length, 35);
});

test("a suggested passphrase is six words of the list, never the same", async () => {
  const page = new Browser().page();

  const [one, other] = [await page.suggestPassphrase("en"), await page.suggestPassphrase("en")];

  assert.match(one, /^[a-z]+( [a-z]+){5}$/);
  assert.notEqual(one, other);
});
