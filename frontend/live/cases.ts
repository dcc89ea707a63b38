/** The circle's stock of cases: what its members offered, opened here, and which of them were brought already. */
import type { Opened } from "../vault/circle.ts";
import type { Circle, SealedText } from "./circle.ts";

export const OWN = "case.own";
export const OFFERED = "case.offered";
export const BROUGHT = "case.brought";

export type CaseKind = "trouble" | "success";
export type Urgency = "now" | "next" | "can_wait";

/** The most urgent first. */
export const URGENCIES: readonly Urgency[] = ["now", "next", "can_wait"];

/** What is asked about each kind, in order; the question comes after it. */
export const PARTS: Readonly<Record<CaseKind, readonly string[]>> = {
  trouble: ["situation", "did", "happened", "did_to_me"],
  success: ["went_well", "did", "made_it_work", "more_often"],
};

/** What somebody writes of a case. Parts of the other kind may be left in it while it is only for oneself. */
export interface CaseWords {
  readonly kind: CaseKind;
  readonly title: string;
  readonly parts: Readonly<Record<string, string>>;
  /** The one thing that can't be left out. */
  readonly question: string;
  readonly urgency: Urgency;
}

/** An offered case, version 1; the text of the field `case.offered`, whose item is the case. */
export interface Offer extends CaseWords {
  readonly v: 1;
  /** The day of the first offering, as in 2026-11-30. */
  readonly offered_on: string;
}

/** That it was on the table, version 1; the text of the field `case.brought`, whose item is the case. */
export interface Bringing {
  readonly v: 1;
  readonly meeting: string;
  /** The day of that meeting, as in 2026-11-30. */
  readonly on: string;
}

export interface OfferedCase extends Offer {
  readonly id: string;
  /** The account of whoever offered it. */
  readonly by: string;
  readonly isMine: boolean;
  readonly rev: number;
  readonly brought: Bringing | null;
  /** Accounts of members who came after it was sealed and can't open it; its owner may offer it anew. */
  readonly cameLater: readonly string[];
}

/** Every case of members that opens here, and how many don't. */
export interface Offered {
  readonly cases: readonly OfferedCase[];
  readonly shut: number;
}

/** What lies ready to be brought: the most urgent first, then what has waited longest. */
export async function stock(circle: Circle): Promise<OfferedCase[]> {
  const { cases } = await offered(circle);
  return cases.filter(({ brought }) => brought === null);
}

/** All that is offered, what was brought included; in the order of the stock. */
export async function offered(circle: Circle): Promise<Offered> {
  const texts = await circle.texts([OFFERED, BROUGHT]);
  const members = new Set(circle.roster.map(([acct]) => acct));
  const opened = await circle.read(texts);
  const told = texts.map((text, i) => ({ text, says: jsonOf(opened[i]) }));
  const bringings = new Map(
    told.flatMap(({ text, says }) =>
      text.field === BROUGHT && isBringing(says) ? [[placeOf(text), says] as const] : [],
    ),
  );
  const cases: OfferedCase[] = [];
  let shut = 0;
  for (const { text, says } of told) {
    if (text.field !== OFFERED || !members.has(text.author)) continue;
    if (!isOffer(says)) shut += 1;
    else
      cases.push({
        ...says,
        id: text.item,
        by: text.author,
        isMine: text.mine,
        rev: text.rev,
        brought: bringings.get(placeOf(text)) ?? null,
        cameLater: circle.cameLater(text),
      });
  }
  return { cases: cases.sort(inOrder), shut };
}

/** The whole case as the text of one card: what it is called, what happened, and the question last. */
export function asCard(offer: CaseWords): string {
  const { kind, title, parts, question } = offer;
  const told = PARTS[kind].map((part) => parts[part] ?? "");
  return [title, ...told, question]
    .map((text) => text.trim())
    .filter((text, i, all) => text !== "" && !(i === 0 && text === all.at(-1)))
    .join("\n\n");
}

/** What it is called; without a title, by the beginning of its question or of what was written first. */
export function titleOf({ kind, title, parts, question }: CaseWords): string {
  const texts = [title, question, ...PARTS[kind].map((part) => parts[part] ?? "")];
  const first = texts.map((text) => text.trim()).find((text) => text !== "") ?? "";
  const line = first.split("\n")[0] ?? "";
  return line.length <= TITLE ? line : `${line.slice(0, TITLE).replace(/\s+\S*$/, "")} …`;
}

const TITLE = 80; // characters: two lines on a phone

/** The words that go to the circle: nothing of the other kind, nothing but what was asked. */
export function offerOf(words: CaseWords, offered_on: string): Offer {
  const { kind, question, urgency } = words;
  const parts = PARTS[kind].flatMap((part) => {
    const text = (words.parts[part] ?? "").trim();
    return text === "" ? [] : [[part, text] as const];
  });
  return {
    v: 1,
    kind,
    title: words.title.trim(),
    parts: Object.fromEntries(parts),
    question: question.trim(),
    urgency,
    offered_on,
  };
}

/** What was written, as a reader of any version may take it; null where it isn't a case. */
export function wordsOf(told: unknown): CaseWords | null {
  return isWords(told) ? told : null;
}

/** Whose word it is about which case: only who offered it says that it was brought. */
const placeOf = ({ author, item }: SealedText): string => `${author} ${item}`;

function inOrder(one: OfferedCase, other: OfferedCase): number {
  return (
    URGENCIES.indexOf(one.urgency) - URGENCIES.indexOf(other.urgency) ||
    (one.offered_on < other.offered_on ? -1 : one.offered_on > other.offered_on ? 1 : 0)
  );
}

function jsonOf(opened: Opened | undefined): unknown {
  if (!opened || !("text" in opened)) return null;
  try {
    return JSON.parse(opened.text);
  } catch {
    return null;
  }
}

function isWords(told: unknown): told is CaseWords {
  if (!isRecord(told) || !isRecord(told.parts)) return false;
  return (
    (told.kind === "trouble" || told.kind === "success") &&
    URGENCIES.includes(told.urgency as Urgency) &&
    typeof told.title === "string" &&
    typeof told.question === "string" &&
    Object.values(told.parts).every((part) => typeof part === "string")
  );
}

const isOffer = (told: unknown): told is Offer =>
  isWords(told) && isRecord(told) && isDay(told.offered_on) && told.question !== "";

const isBringing = (told: unknown): told is Bringing =>
  isRecord(told) && typeof told.meeting === "string" && isDay(told.on);

const isDay = (told: unknown): boolean => typeof told === "string" && /^\d{4}-\d{2}-\d{2}$/.test(told);

const isRecord = (told: unknown): told is Record<string, unknown> =>
  typeof told === "object" && told !== null;
