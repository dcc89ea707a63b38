import assert from "node:assert/strict";
import { test } from "node:test";
import { bringingsIn, sinceOf } from "../../live/bringing.ts";
import type { CaseWords, Urgency } from "../../live/cases.ts";
import { asCard, offerOf, offered, stock, titleOf } from "../../live/cases.ts";
import type { Circle, SealedText } from "../../live/circle.ts";

const WORDS: CaseWords = {
  kind: "trouble",
  title: "",
  parts: { situation: "Het was druk. ", did_to_me: "Ik schrok.", went_well: "van een eerdere poging" },
  question: " Hoe blijf ik rustig? ",
  urgency: "next",
};

/** A circle in which everything is open already, but for the texts that say they are shut. */
function circleWith(texts: readonly (Partial<SealedText> & { says: object | string | null })[]): Circle {
  const whole = texts.map((text) => ({ field: "case.offered", mine: false, own: false, rev: 1, ...text }));
  return {
    roster: [
      ["noor", "", "", "Noor"],
      ["bram", "", "", "Bram"],
    ],
    texts: (fields: string[]) => Promise.resolve(whole.filter(({ field }) => fields.includes(field))),
    read: (asked: { says: object | string | null }[]) =>
      Promise.resolve(
        asked.map(({ says }) =>
          says === null
            ? { error: "no-grant" }
            : { text: typeof says === "string" ? says : JSON.stringify(says) },
        ),
      ),
    cameLater: () => [],
  } as unknown as Circle;
}

const offer = (question: string, urgency: Urgency, day: string): object =>
  offerOf({ ...WORDS, question, urgency }, day);

test("a card tells the case in order, with the question last, and nothing of another kind", () => {
  assert.equal(asCard(WORDS), "Het was druk.\n\nIk schrok.\n\nHoe blijf ik rustig?");
  assert.equal(asCard({ ...WORDS, title: "Drukte" }).split("\n\n")[0], "Drukte");
});

test("a card doesn't say the question twice where the case is called by it", () => {
  assert.equal(asCard({ ...WORDS, parts: {}, title: "Hoe blijf ik rustig?" }), "Hoe blijf ik rustig?");
});

test("what is offered holds nothing but what was asked of this kind", () => {
  const { parts, question } = offerOf(WORDS, "2026-03-12");

  assert.deepEqual(parts, { situation: "Het was druk.", did_to_me: "Ik schrok." });
  assert.equal(question, "Hoe blijf ik rustig?");
});

test("a case without a title is called by its question, cut between words", () => {
  assert.equal(titleOf(WORDS), "Hoe blijf ik rustig?");
  assert.ok(titleOf({ ...WORDS, question: "woord ".repeat(40) }).endsWith("woord …"));
});

test("the stock has the most pressing first, then what waits longest, and nothing that was brought", async () => {
  const circle = circleWith([
    { item: "1", author: "noor", says: offer("kan wachten", "can_wait", "2026-01-01") },
    { item: "2", author: "noor", says: offer("later", "next", "2026-03-02") },
    { item: "3", author: "bram", says: offer("eerder", "next", "2026-03-01") },
    { item: "4", author: "bram", says: offer("knelt", "now", "2026-03-09") },
    { item: "5", author: "bram", says: offer("geweest", "now", "2026-01-01") },
    { item: "5", author: "bram", field: "case.brought", says: { v: 1, meeting: "m", on: "2026-02-02" } },
    { item: "4", author: "noor", field: "case.brought", says: { v: 1, meeting: "m", on: "2026-02-02" } },
  ]);

  const asked = (await stock(circle)).map(({ question }) => question);

  assert.deepEqual(asked, ["knelt", "eerder", "later", "kan wachten"]);
});

test("what doesn't open, isn't a case, or is of who left, isn't in the stock", async () => {
  const circle = circleWith([
    { item: "1", author: "noor", says: null },
    { item: "2", author: "noor", says: "{" },
    { item: "3", author: "noor", says: { ...offer("x", "now", "2026-01-01"), parts: { did: 3 } } },
    { item: "4", author: "ruud", says: offer("van Ruud", "now", "2026-01-01") },
  ]);

  assert.deepEqual(await offered(circle), { cases: [], shut: 3 });
});

test("who brought when comes from the course, else from the record, and from what its owner marked", async () => {
  const held = [
    { id: "c", on: "2026-03-12" },
    { id: "b", on: "2026-02-12" },
    { id: "a", on: "2026-01-12" },
  ];
  const circle = circleWith([
    { item: "a", field: "meeting.record", author: "noor", says: { v: 1, presenter: "bram" } },
    { item: "b", field: "meeting.record", author: "noor", says: { v: 1, presenter: "bram" } },
    {
      item: "b",
      field: "meeting.course",
      author: "noor",
      says: { cases: [{ presenter: "noor", method: "x" }] },
    },
    { item: "c", field: "meeting.record", author: "noor", says: null },
    { item: "1", author: "bram", says: offer("x", "now", "2026-01-01") },
    { item: "1", author: "bram", field: "case.brought", says: { v: 1, meeting: "c", on: "2026-03-12" } },
  ]);
  const { cases } = await offered(circle);

  const { brought, shut } = await bringingsIn(circle, held, cases);

  assert.deepEqual(brought, [
    { member: "bram", on: "2026-03-12" },
    { member: "noor", on: "2026-02-12" },
    { member: "bram", on: "2026-01-12" },
  ]);
  assert.equal(shut, 1);
  const members = ["noor", "bram", "wei"].map((id) => ({ id, name: id, joined_on: "2026-01-01" }));
  assert.deepEqual(sinceOf(members, brought), { noor: "2026-02-12", bram: "2026-03-12", wei: "2026-01-01" });
});
