/** How much time is given at once: two minutes in a room, a day where a meeting is written over days. */
import type { RoomNow } from "../live/seen.ts";

export interface MoreTime {
  readonly seconds: number;
  /** The sentence on the button. */
  readonly say: string;
}

export const moreTime = ({ plan }: Pick<RoomNow, "plan">): MoreTime =>
  plan.pace === "days" ? { seconds: 86_400, say: "panel.day" } : { seconds: 120, say: "panel.minutes" };
