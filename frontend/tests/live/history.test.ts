import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAhead } from "../../live/history.ts";

const MEETING = "2026-11-30";

test("a case that was offered a week before lay ready", () => {
  assert.equal(caseAhead(MEETING, [{ offered: "2026-11-23", brought: null }]), true);
  assert.equal(caseAhead(MEETING, [{ offered: "2026-11-24", brought: null }]), false);
});

test("a case that was brought before lies ready no more, and one that was brought then did", () => {
  assert.equal(caseAhead(MEETING, [{ offered: "2026-09-01", brought: "2026-10-05" }]), false);
  assert.equal(caseAhead(MEETING, [{ offered: "2026-09-01", brought: MEETING }]), true);
});

test("nobody noted anything before the circle ever offered a case", () => {
  assert.equal(caseAhead(MEETING, []), null);
  assert.equal(caseAhead(MEETING, [{ offered: "2026-12-01", brought: null }]), null);
});
