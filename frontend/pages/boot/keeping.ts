/** When a circle's meeting is over: what lasts goes into the circle, sealed, before the rest is destroyed. */
import { ownRecordOf, recordOf } from "../../elements/keepsake.ts";
import { Circle } from "../../live/circle.ts";
import { Refused } from "../../live/http.ts";
import type { RoomNow } from "../../live/seen.ts";

/** Which circle the meeting is of, and who we are there. */
export interface OfCircle {
  readonly circle: string;
  readonly acct: string;
  readonly name: string;
}

/** `locked`: one's own keys are shut, so nothing could be sealed. */
export type Kept = "kept" | "locked";

/** Any number of people may try: the first record stays, because all have seen the same. */
export async function keepInCircle(of: OfCircle, meeting: string, room: RoomNow, notes: string): Promise<Kept> {
  const circle = new Circle(of.circle, of.acct, of.name);
  if ((await circle.open()) !== "open") return "locked";
  await circle.tend();
  if (room.stage === "closed")
    await once(circle.keep("meeting.record", meeting, 1, JSON.stringify(recordOf(room))));
  const [mine] = (await circle.texts(["meeting.mine"], [meeting])).filter(({ own }) => own);
  await once(
    circle.keepOwn("meeting.mine", meeting, (mine?.rev ?? 0) + 1, JSON.stringify(ownRecordOf(room, notes))),
  );
  return "kept";
}

async function once(kept: Promise<void>): Promise<void> {
  try {
    await kept;
  } catch (error) {
    if (!(error instanceof Refused && error.code === "newer")) throw error;
  }
}
