/** The state of a meeting: what is known of its people, its entries and its clock at one moment. */
import type { EntryId, FloorNow, Groups, Heap, PersonId, Plan, Writing } from "./messages.ts";

export type { NumberedEvent } from "./messages.ts";

export interface Person {
  readonly id: PersonId;
  readonly seat: number;
  readonly present: boolean;
  readonly left: boolean;
  /** Milliseconds since 1970, as all moments here. */
  readonly away_since: number | null;
  readonly introduced: string;
  readonly assented: boolean;
  readonly observer: boolean;
  /** The cases, by number, that they would rather not have as theirs. */
  readonly declined_in: readonly number[];
  readonly finished: boolean;
  readonly part: string | null;
  /** With which circle they sit; blank with none, null where they haven't said. */
  readonly circle: string | null;
  readonly has_presented: boolean;
  readonly turns: number;
  readonly floor_seconds: number;
}

export interface Entry {
  readonly id: EntryId;
  readonly by: PersonId;
  readonly slot: string;
  readonly phase: number;
  readonly text: string;
  readonly revision: number;
  readonly about: EntryId | null;
  readonly hidden: boolean;
  readonly withdrawn: boolean;
  readonly passage: number;
  readonly presenter: PersonId | null;
}

/** Whose a case is, and by which offer. */
export interface Brought {
  readonly presenter: PersonId | null;
  readonly chosen: EntryId | null;
}

/** Begins the id that stands in for a hidden entry without a name. */
export const STAND_IN = "?";

export interface Clock {
  readonly started: number;
  readonly seconds: number;
  readonly stopped: number | null;
  readonly stood_still: number;
}

export type Stage = "gathering" | "meeting" | "closed";

export interface State {
  readonly plan: Plan;
  readonly number: number;
  readonly stage: Stage;
  /** In order of arrival. */
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly facilitator: PersonId | null;
  readonly presenter: PersonId | null;
  readonly chosen: EntryId | null;
  /** By number, the cases that it isn't about now. */
  readonly other_cases: ReadonlyMap<number, Brought>;
  readonly phase: number;
  readonly passage: number;
  readonly floor: FloorNow;
  readonly holding_since: number | null;
  readonly groups: Groups;
  readonly clock: Clock | null;
  readonly paused: boolean;
  readonly time_out_by: PersonId | null;
  readonly break_asked_by: readonly PersonId[];
  /** In order of writing. */
  readonly entries: ReadonlyMap<EntryId, Entry>;
  /** The cards by circle, once they were put together so. */
  readonly heaps: readonly Heap[];
  readonly loops: ReadonlyMap<number, number>;
}

/** The slot that an entry was written into. */
export const slotOf = ({ plan }: Pick<State, "plan">, entry: Entry): Writing | undefined =>
  plan.phases[entry.phase]?.phase.writing.find((slot) => slot.id === entry.slot);

/** The number of the case that a phase is about, or comes before. */
export const caseAt = ({ plan }: Pick<State, "plan">, phase: number): number => plan.phases[phase]?.case ?? 1;

/** Whether they would rather not bring the case that it is about now. */
export const hasDeclined = (state: State, person: Person): boolean =>
  person.declined_in.includes(caseAt(state, state.phase));

/** Whose case a phase is about, as far as is known by now. */
export const presenterAt = (state: State, phase: number): PersonId | null =>
  caseAt(state, phase) === caseAt(state, state.phase)
    ? state.presenter
    : (state.other_cases.get(caseAt(state, phase))?.presenter ?? null);

export const EMPTY_FLOOR: FloorNow = {
  holder: null,
  queue: [],
  round: 1,
  asked: null,
  asker: null,
  in_a_row: 0,
  over: false,
  done: [],
  questions: 0,
};

/** The state before anything has happened. */
export function beginning(plan: Plan): State {
  return {
    plan,
    number: 0,
    stage: "gathering",
    people: new Map(),
    facilitator: null,
    presenter: null,
    chosen: null,
    other_cases: new Map(),
    phase: -1,
    passage: 0,
    floor: EMPTY_FLOOR,
    holding_since: null,
    groups: [],
    clock: null,
    paused: false,
    time_out_by: null,
    break_asked_by: [],
    entries: new Map(),
    heaps: [],
    loops: new Map(),
  };
}
