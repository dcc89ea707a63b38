/** What goes to the server of a method of one's own: no word of it. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import type { Data, Row } from "../../methods/data.ts";
import { at, copy, isRow, isSaid, phasesOf, texts } from "../../methods/data.ts";
import { read } from "../../methods/file.ts";
import { placeOf, skeletonOf, told, withWords } from "../../methods/skeleton.ts";

const LIBRARY = `${import.meta.dirname}/../../../src/kring/core/methods/library`;

function method(name: string): Row {
  const found = read(readFileSync(`${LIBRARY}/${name}.yaml`, "utf8"), new Set());
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  return found.method;
}

const ALL = readdirSync(LIBRARY)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => method(name.replace(".yaml", "")));

/** Every string that somebody could have typed becomes a canary. */
function withCanaries(data: Data, name = ""): Data {
  if (isSaid(data)) return { nl: "kanarie", en: "kanarie" };
  if (Array.isArray(data)) return data.map((item) => withCanaries(item, name));
  if (isRow(data))
    return Object.fromEntries(Object.entries(data).map(([key, item]) => [key, withCanaries(item, key)]));
  return typeof data === "string" && ["id", "to", "about_slot", "source", "certainty"].includes(name)
    ? `kanarie-${data}`
    : data;
}

test("no word that somebody typed is in it, and nothing that the form doesn't know", () => {
  for (const one of ALL) {
    const secret = { ...(withCanaries(one) as Row), unheard_of: "kanarie" };
    assert.doesNotMatch(JSON.stringify(skeletonOf(secret).method), /kanarie|unheard/);
  }
});

const places = (data: Row): string[] => [...texts(data)].map(({ path }) => path.join(".")).sort();

test("it has the same steps, in the same shape, with a mark where a text is", () => {
  for (const one of ALL) {
    const { method: bare } = skeletonOf(one);
    assert.equal(phasesOf(bare).length, phasesOf(one).length);
    assert.deepEqual(places(bare), places(one));
    assert.deepEqual(new Set([...texts(bare)].map(({ said }) => said.nl)), new Set(["x"]));
  }
});

test("an empty text is told as empty, a word that isn't one isn't told", () => {
  const changed = copy(method("basis"));
  changed.summary = { nl: "  ", en: "There" };
  changed.level = "kanarie";

  const { method: bare } = skeletonOf(changed);

  assert.deepEqual(bare.summary, { nl: "", en: "x" });
  assert.equal(bare.level, null);
});

test("places and sentences of the server lead back to steps and cards", () => {
  const roddel = method("roddel");
  const skeleton = skeletonOf(roddel);
  const place = ["phases", "phase-1", "writing", "slot-1", "prompt", "nl"];

  assert.deepEqual(placeOf(place, skeleton), ["phases", 0, "writing", 0, "prompt", "nl"]);
  assert.equal(at(roddel, placeOf(place, skeleton)), "Wat ik hiervan wil leren");
  assert.deepEqual(placeOf(["pitfalls", "2", "nl"], skeleton), ["pitfalls", 1, "nl"]);
  assert.equal(
    told("De kaartjes 'slot-1' in phase-2.", skeleton, "nl"),
    "De kaartjes 'Wat ik hiervan wil leren' in Verkennen.",
  );
  assert.equal(withWords("1. ⟦phases.phase-2.name⟧!", skeleton, roddel, "en"), "1. Exploring!");
  assert.equal(withWords("⟦credit.source⟧", skeleton, roddel, "en"), at(roddel, ["credit", "source"]));
});
