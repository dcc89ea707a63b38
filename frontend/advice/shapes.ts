/** What the adviser is told and what it says: the words of `kring.core.methods.advice`, and its suitcase of data. */

export type Language = "nl" | "en";

export type Text = Readonly<Record<Language, string>>;

export const LEVELS = ["beginner", "intermediate", "advanced"] as const;
export type Level = (typeof LEVELS)[number];

export const EXPOSURES = ["low", "medium", "high"] as const;
export type Exposure = (typeof EXPOSURES)[number];

export type QuestionKind = "problem" | "dilemma" | "incident" | "success" | "emotion" | "how_to";

export interface Minutes {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/** What the advice turns on in one method. */
export interface Traits {
  readonly id: string;
  readonly name: Text;
  readonly level: Level;
  readonly exposure: Exposure;
  readonly suits: readonly QuestionKind[];
  readonly group: { readonly least: number; readonly most: number };
  /** Everything that is done once. */
  readonly once: Minutes;
  /** Everything that is repeated with each next presenter. */
  readonly each: Minutes;
  readonly usual_minutes: number;
  readonly gives_distance: boolean;
  readonly asks_inward: boolean;
  readonly has_role_play: boolean;
  readonly writes_much: boolean;
}

export interface Measures {
  readonly own_alone: number;
  readonly long_ago: number;
  readonly season: number;
  readonly acquainted: number;
  readonly low: number;
  readonly broad: number;
}

export interface Sentences {
  readonly favours: Readonly<Record<Favour, Text>>;
  readonly cautions: Readonly<Record<Caution, Text>>;
  readonly obstacles: Readonly<Record<Obstacle, Text>>;
  readonly kinds: Readonly<Record<QuestionKind, Text>>;
  readonly times: readonly Text[];
  readonly many_times: Text;
  readonly quoted: Text;
}

/** Everything that the rules need besides themselves; `portable.py` packs it. */
export interface Suitcase {
  readonly methods: readonly Traits[];
  readonly weights: Readonly<Record<Favour | Caution, number>>;
  readonly measures: Measures;
  readonly first_methods: readonly string[];
  readonly inner_questions: readonly QuestionKind[];
  readonly sentences: Sentences;
}

export type Familiarity = "none" | "some" | "most";
export type Setting = "one_room" | "online" | "days";

export interface Situation {
  /** The most telling first; empty if nobody knows yet. */
  readonly kinds: readonly QuestionKind[];
  /** For the method alone; null where no clock runs. */
  readonly minutes: number | null;
  /** Presenter and facilitator included. */
  readonly people: number;
  /** The methods of the circle's meetings, the earliest first; the last is the current one. */
  readonly history: readonly string[];
  readonly familiarity: Familiarity;
  readonly facilitator: Level;
  /** From 1 to 5, null if nobody said. */
  readonly evaluation: { readonly depth: number | null; readonly safety: number | null };
  /** By id. */
  readonly refused: readonly string[];
  readonly setting: Setting;
}

export const FAVOURS = [
  "stay",
  "first_steps",
  "broad",
  "made_for",
  "suits",
  "suits_too",
  "time_for_other",
  "never_done",
  "long_ago",
  "ready_for",
  "distance",
  "opens_more",
  "goes_inward",
  "safe",
  "unhurried",
  "easy_to_lead",
  "in_writing",
] as const;
export type Favour = (typeof FAVOURS)[number];

export type Caution =
  | "while_learning"
  | "not_made_for"
  | "just_done"
  | "done_lately"
  | "hurried"
  | "short"
  | "asks_of_facilitator"
  | "opens_much"
  | "opens_some"
  | "role_play_online";

export type Obstacle =
  | "refused"
  | "too_few"
  | "too_many"
  | "too_long"
  | "only_for_success"
  | "circle_too_new"
  | "facilitator_too_new"
  | "trust_first"
  | "safety_first"
  | "not_in_writing";

export type Arguments = Readonly<Record<string, number | Text | QuestionKind>>;

/** One consideration, true of the situation it was given for, with what its sentence needs. */
export interface Reason<Code extends string = Favour | Caution | Obstacle> {
  readonly code: Code;
  readonly args: Arguments;
}

export interface Suggestion {
  readonly method: Traits;
  /** What speaks for it, the weightiest first. */
  readonly reasons: readonly Reason<Favour>[];
  /** What to know before choosing it, the weightiest first. */
  readonly cautions: readonly Reason<Caution>[];
}

export interface Hindered {
  readonly method: Traits;
  readonly obstacle: Reason<Obstacle>;
}

/** All methods: those that can be done, best first, and those that can't, by id. */
export interface Advice {
  readonly ranked: readonly Suggestion[];
  readonly hindered: readonly Hindered[];
}
