/** What somebody filled in on the adviser's form: as a situation for the rules, and remembered for the next time. */
import type { Familiarity, Level, QuestionKind, Setting, Situation } from "../advice/shapes.ts";
import { forgetKind, handOver, handedOver } from "./handed-over.ts";
import { ownStorage } from "./own-storage.ts";

const OF_THE_CIRCLE = "kring:circle";
const OF_TODAY = "kring:choosing";
const CIRCLE = [
  "people",
  "minutes",
  "setting",
  "facilitator",
  "meetings",
  "last",
  "before",
  "earlier",
  "familiarity",
];
const TODAY = ["depth", "safety"]; // what people felt isn't kept longer than the tab
const MOST_MEETINGS = 99;
const UNKNOWN = "?"; // a meeting of which nobody knows the method; no method is called so

/** A circle that lasts: under which name its answers are remembered, and which methods it did, the earliest first. */
export interface KnownCircle {
  readonly id: string;
  readonly history: readonly string[];
}

export function situationOf(
  form: HTMLFormElement,
  refused: readonly string[],
  circle: KnownCircle | null,
): Situation {
  const said = valuesOf(form);
  const setting = said("setting") as Setting;
  const met = meetingsOf(form, circle) > 0;
  return {
    kinds: kindsOf(form),
    minutes: setting === "days" ? null : numberOrNull(said("minutes")),
    people: Number(said("people")),
    history: circle?.history ?? historyOf(form),
    familiarity: met ? (said("familiarity") as Familiarity) : "none",
    facilitator: said("facilitator") as Level,
    evaluation: {
      depth: met ? numberOrNull(said("depth")) : null,
      safety: met ? numberOrNull(said("safety")) : null,
    },
    refused,
    setting,
  };
}

/** Whole and within bounds, whatever somebody typed. */
export function meetingsOf(form: HTMLFormElement, circle: KnownCircle | null): number {
  if (circle) return circle.history.length;
  const told = Math.floor(Number(valuesOf(form)("meetings")));
  return Math.min(MOST_MEETINGS, Math.max(0, Number.isNaN(told) ? 0 : told));
}

export function remember(
  form: HTMLFormElement,
  refused: readonly string[],
  circle: KnownCircle | null,
): void {
  const said = valuesOf(form);
  const these = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, said(name)]));
  ownStorage("device").write(nameOf(circle), JSON.stringify(these(CIRCLE)));
  ownStorage("session").write(OF_TODAY, JSON.stringify({ ...these(TODAY), refused }));
  const kind = said("kind");
  if (kind === "") forgetKind();
  else handOver(kind);
}

/** Fills in what is remembered; gives back which methods were refused. */
export function recall(form: HTMLFormElement, of: KnownCircle | null): string[] {
  const today = kept(ownStorage("session").read(OF_TODAY));
  const circle = kept(ownStorage("device").read(nameOf(of)));
  for (const [name, value] of Object.entries({ ...circle, ...today, kind: handedOver() ?? "" }))
    if (typeof value === "string") fillIn(form, name, value);
  const { refused } = today;
  return Array.isArray(refused) ? refused.filter((id) => typeof id === "string") : [];
}

export function forget(circle: KnownCircle | null): void {
  ownStorage("device").remove(nameOf(circle));
  ownStorage("session").remove(OF_TODAY);
  forgetKind();
}

const nameOf = (circle: KnownCircle | null): string =>
  circle ? `${OF_THE_CIRCLE}:${circle.id}` : OF_THE_CIRCLE;

/** The earliest first: 'mostly before that' stands for all meetings that aren't asked about one by one. */
function historyOf(form: HTMLFormElement): string[] {
  const said = valuesOf(form);
  const last = said("last") || UNKNOWN;
  const before = or(said("before"), last);
  const earlier = or(said("earlier"), before);
  const latestFirst = Array.from({ length: meetingsOf(form, null) }, (_, ago) =>
    ago === 0 ? last : ago === 1 ? before : earlier,
  );
  return latestFirst.reverse();
}

const or = (said: string, same: string): string => (said === "same" ? same : said || UNKNOWN);

function kindsOf(form: HTMLFormElement): QuestionKind[] {
  const taken = form.querySelector<HTMLInputElement>("[name=kind]:checked");
  return (taken?.dataset.suits ?? "").split(" ").filter((kind) => kind !== "") as QuestionKind[];
}

function fillIn(form: HTMLFormElement, name: string, value: string): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)) {
    if (field instanceof HTMLInputElement) {
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    } else if ([...field.options].some((option) => option.value === value)) field.value = value;
  }
}

function valuesOf(form: HTMLFormElement): (name: string) => string {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
}

function kept(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text ?? "{}");
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const numberOrNull = (said: string): number | null => (said === "" ? null : Number(said));
