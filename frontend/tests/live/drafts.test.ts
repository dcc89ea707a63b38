import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Drafts } from "../../live/drafts.ts";
import { MEETING, meeting } from "../vault/browsers.ts";

const NAME = "draft.look_backs";
/** Turns of the event loop, without any time passing. */
const MOST_TURNS = 2_000;

test("what is typed is kept without any time passing", async () => {
  const { noor } = await meeting();
  const drafts = new Drafts(noor, MEETING);
  const never = mock.method(globalThis, "setTimeout", () => undefined);

  for (const text of ["h", "ha", "half"]) drafts.write(NAME, text);
  const kept = await until(async () => (await drafts.read(NAME)) === "half");
  never.mock.restore();

  assert.equal(kept, true);
});

test("what was put on the table while it was being sealed doesn't come back", async () => {
  const { noor } = await meeting();
  const drafts = new Drafts(noor, MEETING);

  drafts.write(NAME, "on the table by now");
  drafts.drop(NAME);
  await until(() => Promise.resolve(false));

  assert.equal(await drafts.read(NAME), "");
});

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    if (await holds()) return true;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return false;
}
