/** A circle that comes out of a meeting without accounts. */
import { vault } from "../vault/vault.ts";
import type { Before } from "./circle-shapes.ts";
import type { Circle } from "./circle.ts";
import { ask } from "./http.ts";

/** The draft in which a meeting without accounts leaves what its circle begins with. */
export const BEFORE = "draft.before";

/** Makes the record of the meeting before the first of the history, and leaves the others an invitation there. */
export async function goOnFrom(
  circle: Circle,
  meeting: string,
  { record, method, minutes, others }: Before,
): Promise<void> {
  const text = await circle.seal("meeting.record", meeting, JSON.stringify(record));
  await ask("POST", `/circles/${circle.group}/meetings/earlier/`, { meeting, method, minutes, text });
  const links: Record<string, string> = {};
  for (const { id, name } of others) links[id] = await circle.invite(name, null);
  const sealed = await vault.seal({
    group: meeting,
    item: circle.group,
    field: "meeting.invitations",
    rev: 1,
    text: JSON.stringify(links),
  });
  await ask("POST", `/m/${meeting}/going-on/`, { circle: circle.group, text: sealed });
}
