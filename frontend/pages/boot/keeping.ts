/** When a circle's meeting is over: what lasts goes into the circle, sealed, before the rest is destroyed. */
import { intentionsLeft, lookedBackIn } from "../../elements/intentions-left.ts";
import { ownRecordOf, recordOf } from "../../elements/keepsake.ts";
import type { Before } from "../../live/circle-shapes.ts";
import type { SealedText } from "../../live/circle.ts";
import { Circle } from "../../live/circle.ts";
import { courseOf, dayOf } from "../../live/course.ts";
import { COURSE } from "../../live/courses.ts";
import { BEFORE } from "../../live/going-on.ts";
import { Refused, ask } from "../../live/http.ts";
import { lengthOf } from "../../live/length.ts";
import { keepNew, lookBack, openOfMine } from "../../live/intentions.ts";
import { today } from "../../live/kept.ts";
import type { RoomNow } from "../../live/seen.ts";
import { vault } from "../../vault/vault.ts";

/** Which circle the meeting is of, and who we are there. */
export interface OfCircle {
  readonly circle: string;
  readonly acct: string;
  readonly name: string;
}

/** `locked`: one's own keys are shut, so nothing could be sealed. */
export type Kept = "kept" | "locked";

const NEXT_KEEPS_AFTER_MS = 2_000;

let inside: Circle | null = null;

/** The circle, with its keys; null as long as one's own are shut. Entered once a page. */
export async function enter(of: OfCircle): Promise<Circle | null> {
  if (inside) return inside;
  const circle = new Circle(of.circle, of.acct, of.name);
  if ((await circle.open()) !== "open") return null;
  await circle.tend();
  return (inside = circle);
}

/** Whoever leads first, the others in their order after that: the first record stays, because all have seen the same. */
export async function keepInCircle(
  of: OfCircle,
  meeting: string,
  room: RoomNow,
  notes: string,
): Promise<Kept> {
  const circle = await enter(of);
  if (!circle) return "locked";
  await circle.tend();
  const [mine] = (await circle.texts(["meeting.mine"], [meeting])).filter(({ own }) => own);
  // Once only: what somebody took away since doesn't come back when they look at the room again.
  if (!mine) await keepIntentions(circle, meeting, room);
  if (room.stage === "closed") {
    const { plan, events } = room;
    const lasts = { "meeting.record": recordOf(room), [COURSE]: courseOf(plan, events, dayOf(events)) };
    const there = await keptInTurn(circle, meeting, Object.keys(lasts), turnOf(room));
    for (const [field, text] of Object.entries(lasts))
      if (!there.has(field)) await once(circle.keep(field, meeting, 1, JSON.stringify(text)));
  }
  await once(
    circle.keepOwn("meeting.mine", meeting, (mine?.rev ?? 0) + 1, JSON.stringify(ownRecordOf(room, notes))),
  );
  return "kept";
}

/** Which of these fields the circle has, once it has them all or it is our turn to keep what is missing. */
async function keptInTurn(
  circle: Circle,
  meeting: string,
  fields: readonly string[],
  turns: number,
): Promise<ReadonlySet<string>> {
  for (let left = turns; ; left--) {
    const there = new Set((await circle.texts(fields, [meeting])).map(({ field }) => field));
    if (left === 0 || fields.every((field) => there.has(field))) return there;
    await new Promise((resolve) => setTimeout(resolve, NEXT_KEEPS_AFTER_MS));
  }
}

/** What was looked back at, and what somebody leaves with. */
async function keepIntentions(circle: Circle, meeting: string, room: RoomNow): Promise<void> {
  const open = await openOfMine(circle);
  const said = lookedBackIn(
    room,
    open.map(({ told }) => told.text),
  );
  for (const [i, intention] of open.entries()) {
    const words = said[i] ?? null;
    if (words !== null) await once(lookBack(circle, intention, { how: null, words, on: today() }));
  }
  for (const { item, text, date, isShared } of intentionsLeft(room))
    await keepNew(circle, item, { v: 1, text, date, made_on: today(), meeting, looked_back: null }, isShared);
}

function turnOf({ people, me }: RoomNow): number {
  return me?.isFacilitator === true ? 0 : 1 + people.findIndex(({ isMe }) => isMe);
}

async function once(kept: Promise<void>): Promise<void> {
  try {
    await kept;
  } catch (error) {
    if (!(error instanceof Refused && error.code === "newer")) throw error;
  }
}

/** Leaves the record for the start of a circle, and gives back where that is. */
export async function leaveForCircle(meeting: string, room: RoomNow): Promise<string> {
  const before: Before = {
    record: recordOf(room),
    method: room.plan.method,
    minutes: Math.max(1, Math.round(lengthOf(room.plan) / 60)),
    others: room.people.filter(({ isMe }) => !isMe).map(({ id, name }) => ({ id, name })),
  };
  await vault.keepDraft({ group: meeting, item: meeting, field: BEFORE, text: JSON.stringify(before) });
  return `/circles/new/?meeting=${meeting}`;
}

/** The link for this person once somebody has begun a circle out of this meeting: null until then, none once the meeting is gone. */
export async function invitationFor(meeting: string, me: string): Promise<string | null | undefined> {
  const address = `/m/${meeting}/going-on/`;
  const { body } = await ask<{ sealed: readonly SealedText[]; is_over?: boolean }>("GET", address);
  if (body.is_over) return undefined;
  const [opened] = await vault.open({ group: meeting, items: body.sealed.slice(0, 1) });
  if (!opened || !("text" in opened)) return null;
  return (JSON.parse(opened.text) as Readonly<Record<string, string>>)[me] ?? null;
}
