/** Making methods and steps: new ones, copies, and what an id must be so that both stay usable. */
import type { Data, Language, Row, Said } from "./data.ts";
import { copy, isRow, phasesOf, rows, slotsOf, strings, text, texts } from "./data.ts";

const ROLES = ["presenter", "peers", "facilitator", "observer"] as const;
/** Ways of holding the floor in which nobody speaks. */
const SILENT = new Set(["silent_writing", "stillness", "vote", "reveal", "rating"]);

export const empty = (): Said => ({ nl: "", en: "" });

/** A name as an id: `Dé kring-ronde!` becomes `de-kring-ronde`. */
export function idOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/[^\x20-\x7f]/g, "")
    .toLowerCase();
  return plain.replace(/^[^a-z]+|[^a-z0-9]+$/g, "").replace(/-{2,}/g, "-");
}

/** The id, or the same with a number behind it as soon as it is taken. */
export function free(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}_${number}`;
  return id;
}

/** The ids of steps and cards, which share a meeting with the blocks around the method. */
export const idsIn = (method: Row): Set<string> =>
  new Set(phasesOf(method).flatMap((phase) => [text(phase.id), ...slotsOf(phase).map(({ id }) => text(id))]));

export function newMethod(name: Said, origin: Said, certainty: Said, language: Language): Row {
  const made: Row = {
    id: idOf(name.nl) || "own-method",
    version: 1,
    name,
    summary: empty(),
    suits_when: empty(),
    credit: { origin, source: "", certainty },
    level: "beginner",
    suits: ["problem"],
    exposure: "medium",
    group: { least: 4, most: 8 },
    preparation: empty(),
    roles: ROLES.map((role) => ({ role, task: empty() })),
    pitfalls: [empty()],
    phases: [],
  };
  writeIn(made, [language]);
  return made;
}

/** A copy to change: it says where it comes from, and keeps the source. */
export function adapted(method: Row, name: Said, origin: Said, certainty: Said, language: Language): Row {
  const made = copy(method);
  const credit = isRow(made.credit) ? made.credit : {};
  made.id = `${text(method.id)}-own`;
  made.version = 1;
  made.name = name;
  made.credit = { ...credit, origin, certainty };
  writeIn(made, [language]);
  return made;
}

/** A step of this sort with nothing said yet; whoever usually speaks has the floor. */
export function newPhase(mode: string, taken: ReadonlySet<string>): Row {
  const floor: Row = { mode };
  if (!SILENT.has(mode)) floor.speakers = [mode === "monologue" ? "presenter" : "peers"];
  if (mode === "question_and_answer" || mode === "interview") floor.answered_by = "presenter";
  if (mode === "interview") floor.speakers = ["facilitator"];
  if (mode === "small_groups") floor.group_size = 2;
  const id = free("step", taken);
  const phase: Row = {
    id,
    name: empty(),
    purpose: empty(),
    minutes: { least: 3, usual: 5, most: 8 },
    floor,
    instruction: Object.fromEntries(ROLES.map((role) => [role, empty()])),
  };
  if (mode === "silent_writing") phase.writing = [newSlot("observation", new Set([...taken, id]))];
  if (mode === "rating")
    phase.writing = [
      { ...newSlot("rating", new Set([...taken, id])), choices: [newLabel([]), newLabel(["choice-1"])] },
    ];
  if (mode === "vote")
    phase.writing = [
      {
        ...newSlot("ballot", new Set([...taken, id])),
        shown: "together",
        named: false,
        most: 1,
        choices: [newLabel([]), newLabel(["choice-1"])],
      },
    ];
  if (mode === "role_play") phase.parts = [{ id: "part-1", name: empty() }];
  return phase;
}

/** Another way of holding the floor: what only the old one had goes, and who speaks stays where that is possible. */
export function holdFloor(floor: Row, mode: string): void {
  const { floor: fresh } = newPhase(mode, new Set());
  if (!isRow(fresh)) return;
  const before = strings(floor.speakers);
  const speakers = strings(fresh.speakers);
  floor.mode = mode;
  for (const name of ["speakers", "answered_by", "group_size"]) {
    const value = fresh[name];
    if (value === undefined) Reflect.deleteProperty(floor, name);
    else if (name !== "speakers" || before.length === 0 || isAlone(mode)) floor[name] = value;
  }
  if (speakers.length === 0) Reflect.deleteProperty(floor, "speakers");
}

const isAlone = (mode: string): boolean => mode === "monologue" || mode === "interview";

export const newSlot = (kind: string, taken: ReadonlySet<string>): Row => ({
  id: free("card", taken),
  kind,
  by: ["peers"],
  prompt: empty(),
});

/** A label of a rating, or a part to play. */
export function newLabel(taken: readonly string[], kind = "choice"): Row {
  let number = 1;
  while (taken.includes(`${kind}-${number}`)) number++;
  return { id: `${kind}-${number}`, name: empty() };
}

/**
 * A copy of a step with ids that are free. Within the step, what pointed to its own cards points to the copies; what
 * pointed to other steps stays when those are there, and goes when they aren't.
 */
export function copiedPhase(phase: Row, method: Row, taken: ReadonlySet<string>): Row {
  const made = copy(phase);
  const used = new Set([...taken, ...idsIn(method)]);
  const fresh = new Map<string, string>();
  for (const thing of [made, ...slotsOf(made)]) {
    const id = free(text(thing.id), used);
    used.add(id);
    fresh.set(text(thing.id), id);
    thing.id = id;
  }
  const there = idsIn(method);
  for (const slot of slotsOf(made)) pointTo(slot, "about", fresh, there);
  const reveals = strings(made.reveals).map((id) => fresh.get(id) ?? id);
  if ("reveals" in made)
    made.reveals = reveals.filter((id) => there.has(id) || [...fresh.values()].includes(id));
  for (const way of ["loop", "next_presenter"]) {
    const leads = made[way];
    if (!isRow(leads)) continue;
    pointTo(leads, "to", fresh, there);
    if (leads.to === undefined) Reflect.deleteProperty(made, way);
  }
  return made;
}

function pointTo(
  from: Row,
  name: string,
  fresh: ReadonlyMap<string, string>,
  there: ReadonlySet<string>,
): void {
  const id = from[name];
  if (typeof id !== "string") return;
  const now = fresh.get(id) ?? id;
  if (fresh.has(id) || there.has(now)) from[name] = now;
  else Reflect.deleteProperty(from, name);
}

/** From now on in these languages: what is written in one of them stands in the other as well. */
export function writeIn(method: Row, languages: readonly Language[]): void {
  const [only] = languages;
  if (languages.length > 1 || only === undefined) {
    Reflect.deleteProperty(method, "languages");
    return;
  }
  method.languages = [only];
  for (const { said } of texts(method)) {
    const words = said[only] || said[only === "nl" ? "en" : "nl"];
    said.nl = words;
    said.en = words;
  }
}

/** The steps of a method that a role has something to read in. */
export function readingOf(method: Row, role: string): { phase: Row; said: Data | undefined; cards: Row[] }[] {
  return phasesOf(method).map((phase) => ({
    phase,
    said: isRow(phase.instruction) ? phase.instruction[role] : undefined,
    cards: rows(phase.writing).filter((slot) => strings(slot.by).includes(role)),
  }));
}
