/** What somebody keeps on a device outside any meeting. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Browser } from "./browsers.ts";

const ID = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";

test("what is kept on a device is sealed, survives a restart, and goes when it is dropped", async () => {
  const browser = new Browser();
  assert.equal(await browser.page().keepOwn({ id: ID, text: "een geheim" }), true);
  const stored = browser.storage.getItem(`kring:device:own:${ID}`) ?? "";
  assert.ok(
    stored.length > 300 && !atob(stored.replaceAll("-", "+").replaceAll("_", "/")).includes("geheim"),
  );

  browser.restart();
  const page = browser.page();
  assert.deepEqual([...(await page.owns())], [[ID, "een geheim"]]);

  page.dropOwn(ID);
  assert.deepEqual([...(await page.owns())], []);
});

test("on another device, or under another name, it doesn't open", async () => {
  const browser = new Browser();
  await browser.page().keepOwn({ id: ID, text: "een geheim" });
  const other = new Browser();
  const stored = browser.storage.getItem(`kring:device:own:${ID}`) ?? "";
  other.storage.setItem(`kring:device:own:${ID}`, stored);
  const moved = ID.replaceAll("b", "c");
  browser.storage.setItem(`kring:device:own:${moved}`, stored);

  assert.deepEqual([...(await other.page().owns())], [[ID, null]]);
  assert.equal((await browser.page().owns()).get(moved), null);
});
