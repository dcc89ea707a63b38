/** Who will see what somebody is about to write. */
import type { RoomNow, Writing } from "../live/seen.ts";

/** The sentence that says beforehand who will see it, and when: nobody writes freely without knowing that. */
export function whoSees({ shown_to: to, shown, named }: Writing, { view }: Pick<RoomNow, "view">): string {
  if (to === "writer") return "sees.writer";
  const whom = to === "presenter" ? (view.role === "presenter" ? "writer" : "presenter") : "group";
  return `sees.${whom}${whom === "writer" ? "" : shown === "together" ? ".together" : ".at_once"}${named || whom === "writer" ? "" : ".unnamed"}`;
}
