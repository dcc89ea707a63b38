/** The words on the line between a browser and the room: the same as in `kring.core.meetings`. */

export type PersonId = string;
export type EntryId = string;

// The plan -------------------------------------------------------------------------------------------

export interface Text {
  readonly nl: string;
  readonly en: string;
}

export type Role = "presenter" | "peers" | "facilitator" | "observer";

export type Mode =
  | "monologue"
  | "round_robin"
  | "open_floor"
  | "question_and_answer"
  | "listed_questions"
  | "silent_writing"
  | "reveal"
  | "rating"
  | "vote"
  | "interview"
  | "role_play"
  | "stillness"
  | "small_groups"
  | "statement_when_asked";

export type Place = "in_the_circle" | "listening_only" | "out_of_room";

export interface Floor {
  readonly mode: Mode;
  readonly speakers: readonly Role[];
  readonly answered_by: Role | null;
  readonly rounds: number;
  readonly may_pass: boolean;
  readonly order_rotates: boolean;
  /** Questions go around; missing in plans made before this was possible, like the limit below. */
  readonly in_turn?: boolean;
  readonly most_in_a_row: number | null;
  readonly most_questions?: number | null;
  readonly question_only: boolean;
  readonly pause_seconds: number;
  readonly group_size: number | null;
}

export type CardKind =
  | "offer"
  | "case"
  | "question"
  | "answer"
  | "fact"
  | "feeling"
  | "image"
  | "observation"
  | "core"
  | "hypothesis"
  | "quality"
  | "factor"
  | "value"
  | "dilemma"
  | "position"
  | "alternative"
  | "advice"
  | "rating"
  | "ballot"
  | "choice"
  | "insight"
  | "intention"
  | "look_back"
  | "process";

export type ShownTo = "writer" | "presenter" | "group";

export interface Choice {
  readonly id: string;
  readonly name: Text;
}

export interface Writing {
  readonly id: string;
  readonly kind: CardKind;
  readonly by: readonly Role[];
  readonly prompt: Text;
  readonly shown_to: ShownTo;
  readonly shown: "at_once" | "together";
  readonly named: boolean;
  readonly least: number;
  readonly most: number;
  readonly about: string | null;
  readonly choices: readonly Choice[];
}

export interface Part {
  readonly id: string;
  readonly name: Text;
}

export interface Phase {
  readonly id: string;
  readonly name: Text;
  readonly purpose: Text;
  readonly minutes: { readonly least: number; readonly usual: number; readonly most: number };
  readonly floor: Floor;
  readonly instruction: Readonly<Record<Role, Text>>;
  readonly about: "case" | "learning" | "process";
  readonly silent: readonly Role[];
  readonly presenter_place: Place;
  readonly writing: readonly Writing[];
  readonly reveals: readonly string[];
  readonly chooses_presenter: boolean;
  readonly parts: readonly Part[];
  readonly takes_off_parts: boolean;
  readonly cues: readonly Text[];
  readonly extend_by: readonly Role[];
  readonly end_by: readonly Role[];
  readonly loop: { readonly to: string; readonly most: number; readonly decided_by: readonly Role[] } | null;
  readonly next_presenter: { readonly to: string; readonly presenters?: number | null } | null;
  readonly optional: boolean;
}

export interface PlannedPhase {
  readonly block: string;
  readonly block_name: Text;
  readonly of_method: boolean;
  readonly has_presenter: boolean;
  readonly of_exercise: boolean;
  /** Number of the case that it is about, from 1. */
  readonly case: number;
  readonly phase: Phase;
  readonly seconds: number;
}

export type Pace = "live" | "days";

export interface Plan {
  readonly method: string;
  readonly method_version: number;
  readonly method_name: Text;
  readonly minutes: number;
  readonly pace: Pace;
  readonly phases: readonly PlannedPhase[];
  /** Whose members gather, where it is for several circles; missing, like the next, in plans made before there were such. */
  readonly circles?: readonly { readonly id: string; readonly name: string }[];
  /** How many must have agreed before the start: [2, 3] is two of three. */
  readonly starts_with?: readonly [number, number];
}

// Commands: what a person does -------------------------------------------------------------------------

interface Fields {
  join: object;
  leave: object;
  introduce: { readonly text: string };
  assent: object;
  raise_hand: object;
  lower_hand: object;
  take_floor: { readonly to?: PersonId | null };
  yield_floor: { readonly to?: PersonId | null };
  pass: object;
  contribute: {
    readonly entry: EntryId;
    readonly slot: string;
    readonly text: string;
    readonly about?: EntryId | null;
  };
  change: { readonly entry: EntryId; readonly revision: number; readonly text: string };
  withdraw: { readonly entry: EntryId };
  finish: object;
  unfinish: object;
  decline: object;
  call_time_out: object;
  end_time_out: object;
  ask_break: object;
  take_part: { readonly part: string };
  take_off_part: object;
  take_over: object;
  sit_with: { readonly circle: string };
  observe: { readonly on: boolean };
  start: object;
  next: { readonly from_phase: number; readonly no_more_cases?: boolean };
  back: { readonly from_phase: number };
  loop: { readonly from_phase: number };
  give_time: { readonly seconds: number };
  pause: object;
  resume: object;
  give_floor: { readonly to: PersonId };
  skip: { readonly person: PersonId };
  choose_presenter: { readonly person: PersonId; readonly entry?: EntryId | null };
  hand_over: { readonly to: PersonId };
  close_meeting: object;
}

/** The tag of a command; `View.may` lists those that would be accepted now. */
export type Tag = keyof Fields;

/** `id` is unique per person: the same one twice is the same deed, done once. */
export type Command = { [T in Tag]: { readonly do: T; readonly id: string } & Fields[T] }[Tag];

// Events: what happened --------------------------------------------------------------------------------

export interface FloorNow {
  readonly holder: PersonId | null;
  readonly queue: readonly PersonId[];
  readonly round: number;
  readonly asked: PersonId | null;
  readonly asker: PersonId | null;
  readonly in_a_row: number;
  readonly over: boolean;
  readonly done: readonly PersonId[];
  readonly questions?: number;
}

export type Groups = readonly (readonly PersonId[])[];

/** Cards of one circle together; blank: those of everybody else. */
export interface Heap {
  readonly circle: string;
  readonly entries: readonly EntryId[];
}

/** An entry as it lies on the table after the reveal. */
export interface Card {
  readonly entry: EntryId;
  readonly slot: string;
  readonly phase: number;
  readonly about?: EntryId | null;
  readonly revision: number;
  readonly text: string;
  readonly by?: PersonId | null;
  readonly presenter?: PersonId | null;
}

interface Happenings {
  joined: object;
  came_back: object;
  went_away: object;
  left: object;
  introduced: { readonly text: string };
  /** With what lies on the table, for whoever agreed: nobody gets a text before. */
  assented: { readonly cards?: readonly Card[] };
  started: object;
  phase_entered: {
    readonly phase: number;
    readonly seconds: number;
    readonly how: "next" | "back" | "loop" | "rotation";
    readonly floor: FloorNow;
    readonly groups?: Groups;
  };
  groups_made: { readonly groups: Groups };
  floor_passed: {
    readonly how: "taken" | "yielded" | "passed" | "given" | "skipped" | "left" | "queued";
    readonly floor: FloorNow;
  };
  contributed: {
    readonly entry: EntryId;
    readonly slot: string;
    readonly phase: number;
    readonly text: string;
    readonly about?: EntryId | null;
    readonly hidden?: boolean;
  };
  changed: { readonly entry: EntryId; readonly revision: number; readonly text: string };
  withdrawn: { readonly entry: EntryId };
  revealed: { readonly entries: readonly EntryId[]; readonly cards?: readonly Card[] };
  finished: object;
  unfinished: object;
  declined: object;
  presenter_chosen: { readonly person: PersonId; readonly entry?: EntryId | null };
  facilitation_passed: {
    readonly to: PersonId;
    readonly how: "first" | "handed_over" | "taken_over";
  };
  observer_changed: { readonly on: boolean };
  sat_with: { readonly circle: string };
  sorted_by_circle: { readonly heaps: readonly Heap[] };
  time_given: { readonly seconds: number };
  paused: object;
  resumed: object;
  time_out_called: object;
  time_out_ended: object;
  break_asked: object;
  part_taken: { readonly part: string };
  parts_taken_off: { readonly people: readonly PersonId[] };
  closed: object;
}

export type EventTag = keyof Happenings;

/** `by` is empty where nobody may know who it was; `command` is on the first event of a deed. */
export type AnyEvent = {
  [T in EventTag]: {
    readonly event: T;
    readonly by: PersonId;
    readonly command?: string;
  } & Happenings[T];
}[EventTag];

/** An event with its number (from 1, without gaps) and its moment (ISO 8601). */
export type NumberedEvent = AnyEvent & { readonly number: number; readonly at: string };

// From the server --------------------------------------------------------------------------------------

export interface Welcome {
  readonly you: PersonId;
  readonly number: number;
  readonly now: string;
  readonly plan: Plan;
  readonly language: "nl" | "en";
  readonly expires: string;
  readonly door: "open" | "closed";
  /** The texts of a method that somebody brought, sealed; the plan has their places. */
  readonly words?: string;
}

export type ServerMessage =
  | { readonly waiting: true }
  | { readonly welcome: Welcome }
  | { readonly events: readonly NumberedEvent[] }
  | { readonly done: string; readonly number: number }
  | { readonly refused: string | null; readonly code: string; readonly say: string }
  | { readonly keys: { readonly epoch: number } }
  | { readonly door: "open" | "closed" };
