/** Who brought a case when, out of what the circle keeps of its meetings. */
import type { Circle, SealedText } from "./circle.ts";
import type { OfferedCase } from "./cases.ts";

const COURSE = "meeting.course";
const RECORD = "meeting.record";

export interface HeldOn {
  readonly id: string;
  readonly on: string;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly joined_on: string;
}

/** What the page knows: who could have brought a case, and the meetings that are over. */
export interface Turns {
  readonly members: readonly Member[];
  readonly held: readonly HeldOn[];
}

export interface Brought {
  readonly member: string;
  readonly on: string;
}

/** Each bringing, and how many meetings were kept from before we came: of those nobody's turn is known here. */
export interface Bringings {
  readonly brought: readonly Brought[];
  readonly shut: number;
}

/** A meeting's course says it best; its record knows the last presenter; and owners may have marked a case. */
export async function bringingsIn(
  circle: Circle,
  held: readonly HeldOn[],
  cases: readonly OfferedCase[],
): Promise<Bringings> {
  if (held.length === 0) return { brought: [], shut: 0 };
  const texts = await circle.texts([COURSE, RECORD]);
  const opened = await circle.read(texts);
  const told = new Map<string, readonly string[]>();
  const shut = new Set<string>();
  for (const [i, text] of texts.entries()) {
    const found = opened[i];
    if (!found || !("text" in found)) shut.add(text.item);
    else if (text.field === COURSE || !told.has(text.item))
      told.set(text.item, presentersIn(text, found.text));
  }
  const brought = held.flatMap(({ id, on }) => {
    const marked = cases.filter((one) => one.brought?.meeting === id).map(({ by }) => by);
    return [...new Set([...(told.get(id) ?? []), ...marked])].map((member) => ({ member, on }));
  });
  return { brought, shut: held.filter(({ id }) => shut.has(id) && !told.has(id)).length };
}

/** For each member the day on which they last brought one, or came in if they never did. */
export function sinceOf(members: readonly Member[], brought: readonly Brought[]): Record<string, string> {
  return Object.fromEntries(
    members.map(({ id, joined_on }) => {
      const days = brought.filter(({ member }) => member === id).map(({ on }) => on);
      return [id, days.sort().at(-1) ?? joined_on];
    }),
  );
}

function presentersIn({ field }: SealedText, text: string): readonly string[] {
  try {
    const told = JSON.parse(text) as { cases?: { presenter: string }[]; presenter?: string | null };
    return field === COURSE
      ? (told.cases ?? []).map(({ presenter }) => presenter)
      : told.presenter
        ? [told.presenter]
        : [];
  } catch {
    return []; // of a version that isn't known here
  }
}
