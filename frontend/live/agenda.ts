/** A meeting put together from parts: what the begin page asks the server about, and the arithmetic of a row of parts. */
import { ask } from "./http.ts";

/** `own`: a method that stands in no library. */
export type PartKind = "block" | "method" | "exercise" | "own";

/** A part as it is asked for. `minutes`: its own, or null where it shares in what is left. */
export interface Part {
  readonly kind: PartKind;
  readonly id: string;
  readonly minutes: number | null;
}

export interface Agenda {
  readonly parts: readonly Part[];
  readonly minutes: number;
}

/** A part with its planned minutes, and the bounds of its own ones. */
export interface PartShown {
  readonly kind: PartKind;
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  readonly least: number;
  readonly most: number;
}

/** What `GET /begin/agenda/` answers. */
export interface AgendaShown {
  readonly minutes: number;
  readonly parts: readonly PartShown[];
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/** Around a case, in the order in which they usually come; what belongs to a circle's own life has its place there. */
const USUAL_ORDER = [
  "arrival",
  "look_back",
  "learning_goals",
  "choosing",
  "",
  "learning_round",
  "self_check",
  "farewell",
  "closing",
];

export async function fetchAgenda(wishes: Readonly<Record<string, string>>): Promise<AgendaShown> {
  return (await ask<AgendaShown>("GET", `/begin/agenda/?${new URLSearchParams(wishes).toString()}`)).body;
}

/** The same with methods that stand in no library; `parts` are the usual ones where it has none. */
export async function fetchWithOwn(asked: {
  own: object;
  minutes: number;
  pace: string;
  parts: readonly Part[] | null;
}): Promise<AgendaShown> {
  return (await ask<AgendaShown>("POST", "/begin/agenda/", asked)).body;
}

/** The agenda with its clock, and what there is to say about it. */
export async function fetchParts({ parts, minutes }: Agenda, pace: string): Promise<AgendaShown> {
  const asked = new URLSearchParams({ minutes: String(minutes), pace });
  for (const { kind, id, minutes: own } of parts)
    asked.append("part", [kind, id, ...(own === null ? [] : [own])].join(":"));
  return (await ask<AgendaShown>("GET", `/begin/agenda/?${asked.toString()}`)).body;
}

/** With every part's planned minutes as its own: what one then changes moves nothing else. */
export const fixed = (shown: AgendaShown): Agenda => ({
  minutes: shown.minutes,
  parts: shown.parts.map(({ kind, id, minutes }) => ({ kind, id, minutes })),
});

/** The parts with one of them in another place. */
export function moved<Thing>(things: readonly Thing[], from: number, to: number): Thing[] {
  const row = [...things];
  row.splice(to, 0, ...row.splice(from, 1));
  return row;
}

/** The parts with one more, in the place where it usually comes; a second case brings its own choosing. */
export function withPart(
  parts: readonly Part[],
  part: Part,
  choosingMinutes: number,
): readonly [Part[], number] {
  const place = placeFor(part, parts);
  const choosing: Part = { kind: "block", id: "choosing", minutes: choosingMinutes };
  const added = isCase(part) ? [choosing, part] : [part];
  return [[...parts.slice(0, place), ...added, ...parts.slice(place)], place];
}

/** The parts with another method for the (first) case; where there was no case, there is one now. */
export function withMethod(parts: readonly Part[], chosen: string, choosingMinutes: number): Part[] {
  const first = parts.findIndex(isCase);
  const method = methodPart(chosen);
  if (parts[first]?.kind === method.kind && parts[first].id === method.id) return [...parts];
  if (first < 0) return withPart(parts, method, choosingMinutes)[0];
  return parts.map((part, place) => (place === first ? method : part));
}

/** Whether somebody's case is worked on in it. */
export const isCase = ({ kind }: Pick<Part, "kind">): boolean => kind === "method" || kind === "own";

const OWN = "own:";

/** A method as a choice names it: by its id, or as `own:…` where it stands in no library. */
export const methodPart = (chosen: string): Part =>
  chosen.startsWith(OWN)
    ? { kind: "own", id: chosen.slice(OWN.length), minutes: null }
    : { kind: "method", id: chosen, minutes: null };

export const choiceOf = ({ kind, id }: Pick<Part, "kind" | "id">): string =>
  kind === "own" ? `${OWN}${id}` : id;

/** When each part begins, and when the last is over: `clockTimes("19:30", [8, 5])` is 19:30, 19:38, 19:43. */
export function clockTimes(start: string, minutes: readonly number[]): string[] {
  const [hour = 0, minute = 0] = start.split(":").map(Number);
  let at = hour * 60 + minute;
  return [clock(at), ...minutes.map((length) => clock((at += length)))];
}

/** The next whole quarter, as people agree upon one. */
export const nextQuarter = (now: Date): string =>
  clock(Math.ceil((now.getHours() * 60 + now.getMinutes()) / 15) * 15);

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

function placeFor(part: Part, parts: readonly Part[]): number {
  const rank = part.kind === "block" ? USUAL_ORDER.indexOf(part.id) : USUAL_ORDER.indexOf("");
  if (part.kind === "block" && rank < USUAL_ORDER.indexOf("")) {
    const later = parts.findIndex((other) => rankOf(other) > rank);
    return later < 0 ? parts.length : later;
  }
  let place = parts.length;
  while (place > 0 && rankOf(parts[place - 1]) > rank) place -= 1;
  return place;
}

const rankOf = (part: Part | undefined): number => USUAL_ORDER.indexOf(part?.kind === "block" ? part.id : "");
