/** What members of a circle set out to do after a meeting, and what came of it: kept, opened, changed. */
import type { Circle } from "./circle.ts";
import { Refused, ask } from "./http.ts";
import type { Kept } from "./kept.ts";
import { dayOf as day, kept, words } from "./kept.ts";

/** Told to the circle. */
export const SHARED = "intention.mine";
/** For oneself alone. */
export const OWN = "intention.own";

export type Outcome = "done" | "partly" | "otherwise";
export const OUTCOMES: readonly Outcome[] = ["done", "partly", "otherwise"];

/** What came of it. */
export interface LookedBack {
  /** Null where it was only told in words. */
  readonly how: Outcome | null;
  readonly words: string;
  /** The day, as in 2026-11-30. */
  readonly on: string;
}

/** An intention, version 1; the text of both fields. Its item is the card of the meeting it came from, or its own. */
export interface IntentionText {
  readonly v: 1;
  readonly text: string;
  /** By when, as in 2026-11-30. */
  readonly date: string | null;
  readonly made_on: string;
  /** The meeting one left with it; null where it was written in between. */
  readonly meeting: string | null;
  readonly looked_back: LookedBack | null;
}

export interface Intention {
  readonly told: IntentionText;
  readonly item: string;
  /** The account of whoever set out to do it. */
  readonly by: string;
  readonly isMine: boolean;
  readonly isShared: boolean;
  readonly rev: number;
}

/** Those of members that open here, the newest first, and how many don't. */
export interface Intentions {
  readonly intentions: readonly Intention[];
  readonly shut: number;
}

export async function intentionsOf(circle: Circle): Promise<Intentions> {
  const texts = await kept(circle, [SHARED, OWN]);
  const members = new Set(circle.roster.map(([acct]) => acct));
  const found = new Map<string, Intention>();
  let shut = 0;
  for (const text of texts.filter(({ by }) => members.has(by))) {
    const one = intention(text);
    // The later one counts where it was shared, or taken back, and the line went before the other was gone.
    if (one) found.set(`${one.by} ${one.item}`, one);
    else shut += 1;
  }
  const intentions = [...found.values()].sort((one, other) =>
    other.told.made_on.localeCompare(one.told.made_on),
  );
  return { intentions, shut };
}

/** My own that nobody has looked back at, the newest first. */
export async function openOfMine(circle: Circle): Promise<Intention[]> {
  const { intentions } = await intentionsOf(circle);
  return intentions.filter(({ isMine, told }) => isMine && told.looked_back === null);
}

/** By meeting, of each intention that the circle knows of: whose it is, and whether they looked back at it. */
export async function lookedBackByMeeting(
  circle: Circle,
): Promise<ReadonlyMap<string, readonly { readonly member: string; readonly looked_back: boolean }[]>> {
  const { intentions } = await intentionsOf(circle);
  const byMeeting = new Map<string, { member: string; looked_back: boolean }[]>();
  for (const { by, isShared, told } of intentions) {
    const { meeting, looked_back } = told;
    if (meeting === null || !isShared) continue;
    const ofMeeting = byMeeting.get(meeting) ?? [];
    ofMeeting.push({ member: by, looked_back: looked_back !== null });
    byMeeting.set(meeting, ofMeeting);
  }
  return byMeeting;
}

/** A new one. Where it is there already, in another tab or at an earlier closing, that one stays. */
export async function keepNew(
  circle: Circle,
  item: string,
  text: IntentionText,
  isShared: boolean,
): Promise<void> {
  try {
    await write(circle, item, 1, text, isShared);
  } catch (error) {
    if (!(error instanceof Refused && error.code === "newer")) throw error;
  }
}

/** Changes one of mine. Refuses with `newer` where it was changed in another tab meanwhile. */
export async function change(
  circle: Circle,
  { item, rev, isShared, told }: Intention,
  changed: Partial<IntentionText>,
): Promise<void> {
  await write(circle, item, rev + 1, { ...told, ...changed }, isShared);
}

/** Tells the circle, or keeps it to oneself from now on. What was told can have been read. */
export async function share(circle: Circle, intention: Intention, isShared: boolean): Promise<void> {
  if (intention.isShared === isShared) return;
  const { item, told } = intention;
  const [to, from] = isShared ? [SHARED, OWN] : [OWN, SHARED];
  const [left] = (await circle.texts([to], [item])).filter(({ mine }) => mine);
  await write(circle, item, (left?.rev ?? 0) + 1, told, isShared);
  await circle.takeBack(from, item);
}

export async function takeAway(circle: Circle, { item }: Intention): Promise<void> {
  await remind(circle, item, null);
  for (const field of [SHARED, OWN]) await circle.takeBack(field, item);
}

/** Looks back, and no mail comes any more. */
export async function lookBack(circle: Circle, intention: Intention, looked_back: LookedBack): Promise<void> {
  await change(circle, intention, { looked_back });
  await remind(circle, intention.item, null);
}

/** Asks for a mail on this day; null: none. The server knows the day and whose it is, and nothing else. */
export async function remind(circle: Circle, item: string, on: string | null): Promise<void> {
  const address = `/circles/${circle.group}/intentions/${item}/reminder/`;
  if (on === null) await ask("DELETE", address);
  else await ask("POST", address, { on });
}

async function write(
  circle: Circle,
  item: string,
  rev: number,
  text: IntentionText,
  isShared: boolean,
): Promise<void> {
  const sealed = JSON.stringify(text);
  if (isShared) await circle.keep(SHARED, item, rev, sealed);
  else await circle.keepOwn(OWN, item, rev, sealed);
}

function intention({ field, item, by, isMine, rev, says }: Kept): Intention | null {
  const looked_back = says?.looked_back ?? null;
  const told: IntentionText = {
    v: 1,
    text: words(says?.text),
    date: day(says?.date),
    made_on: day(says?.made_on) ?? "",
    meeting: typeof says?.meeting === "string" ? says.meeting : null,
    looked_back: looked_back === null ? null : lookedBack(looked_back),
  };
  return told.text === "" ? null : { told, item, by, isMine, isShared: field === SHARED, rev };
}

const lookedBack = ({ how, words: told, on }: Partial<LookedBack>): LookedBack => ({
  how: OUTCOMES.find((outcome) => outcome === how) ?? null,
  words: words(told),
  on: day(on) ?? "",
});
