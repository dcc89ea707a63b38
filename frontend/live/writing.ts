/** What may be read, written and changed now. The same as `kring.core.meetings.writing` and `sight`. */
import type { EntryId, PersonId, Writing } from "./messages.ts";
import { isSilent, roleOf, running } from "./standing.ts";
import type { Entry, State } from "./state.ts";
import { slotOf } from "./state.ts";

export { slotOf } from "./state.ts";

/** A slot this person may write into now. `left`: how many more; `own`: ids of own entries in it. */
export interface SlotNow {
  readonly slot: string;
  readonly left: number;
  readonly own: readonly EntryId[];
}

/** Whether somebody may read an entry now: their own always, others' when and if the method shows them. */
export function mayRead(state: State, entry: Entry, person: PersonId): boolean {
  if (entry.withdrawn) return false;
  if (entry.by === person) return true;
  if (entry.hidden) return false;
  const shownTo = slotOf(state, entry)?.shown_to;
  return shownTo === "group" || (shownTo === "presenter" && entry.presenter === person);
}

/** The slots of this phase that are theirs to write into; somebody silent has only their own notes. */
export function slotsOf(state: State, person: PersonId): Writing[] {
  const phase = running(state)?.phase;
  const found = state.people.get(person);
  if (!phase || !found || found.left || !found.assented) return [];
  const role = roleOf(state, person);
  const silent = isSilent(state, person);
  return phase.writing.filter((slot) => slot.by.includes(role) && (!silent || slot.shown_to === "writer"));
}

export const slotsNow = (state: State, person: PersonId): SlotNow[] =>
  slotsOf(state, person).map((slot) => ({
    slot: slot.id,
    left: leftIn(state, person, slot),
    own: ownEntries(state, person, slot).map((entry) => entry.id),
  }));

/** How many more entries this person may write into a slot. */
export function leftIn(state: State, person: PersonId, slot: Writing): number {
  const own = ownEntries(state, person, slot);
  if (!needsTarget(slot)) return Math.max(0, slot.most - own.length);
  const about = targets(state, person, slot);
  if (slot.kind === "rating") {
    const rated = new Set(own.map((entry) => entry.about));
    return about.filter((entry) => !rated.has(entry.id)).length;
  }
  return about.length > 0 ? Math.max(0, slot.most - own.length) : 0;
}

/** Whether it is picked from a few instead of written. */
export const isPicked = ({ kind }: Writing): boolean =>
  kind === "ballot" || kind === "choice" || kind === "rating";

/** Whether an entry says what it is about. A ballot doesn't: its choice is in the sealed text. */
export const needsTarget = (slot: Writing): boolean => slot.about !== null && slot.kind !== "ballot";

/** The entries on the table that an entry in this slot may be about. */
export const targets = (state: State, person: PersonId, slot: Writing): Entry[] =>
  [...state.entries.values()].filter(
    (entry) => entry.slot === slot.about && !entry.hidden && mayRead(state, entry, person),
  );

/** Whether the writer may write an entry anew now. */
export const mayChange = (state: State, person: PersonId, entry: Entry): boolean =>
  mayWithdraw(state, person, entry) &&
  (slotOf(state, entry)?.shown_to === "writer" || !isSilent(state, person));

/** Whether the writer may take an entry back now. */
export const mayWithdraw = (state: State, person: PersonId, entry: Entry): boolean =>
  entry.by === person && !entry.withdrawn && !tooLate(state, entry);

/**
 * Whether the others wait for this person to write. By what they said, not by what they wrote: where a slot has no
 * names, nobody may know who wrote how much.
 */
export function hasToWrite(state: State, person: PersonId): boolean {
  if (state.people.get(person)?.finished !== false) return false;
  return slotsOf(state, person).some((slot) => !needsTarget(slot) || liesOnTheTable(state, slot));
}

const liesOnTheTable = (state: State, slot: Writing): boolean =>
  [...state.entries.values()].some((entry) => entry.slot === slot.about && !entry.hidden && !entry.withdrawn);

const ownEntries = (state: State, person: PersonId, slot: Writing): Entry[] =>
  [...state.entries.values()].filter(
    (entry) =>
      entry.by === person &&
      entry.slot === slot.id &&
      entry.phase === state.phase &&
      entry.passage === state.passage &&
      !entry.withdrawn,
  );

/** A vote or rating stands once it is on the table, or its phase is over. */
function tooLate(state: State, entry: Entry): boolean {
  const slot = slotOf(state, entry);
  if (!slot || !isPicked(slot)) return false;
  const shown = slot.shown === "together" && !entry.hidden;
  return shown || entry.phase !== state.phase || entry.passage !== state.passage;
}
