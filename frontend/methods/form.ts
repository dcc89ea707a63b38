/**
 * What can be filled in of a method, in the order in which one thinks of it.
 *
 * A new name of the method language gets a line here, a sentence `label.Struct.name` in the page, and nothing else. A
 * name without a line stays in the method untouched.
 */
import type { Row } from "./data.ts";
import { isRow, rows, text } from "./data.ts";

export type Kind =
  | { readonly is: "said"; readonly lines?: number }
  | { readonly is: "said-list" }
  | { readonly is: "line" }
  | { readonly is: "number"; readonly least: number; readonly most: number; readonly mayBeEmpty?: boolean }
  | { readonly is: "word"; readonly of: string; readonly mayBeEmpty?: boolean; readonly usual?: string }
  | { readonly is: "words"; readonly of: string }
  | { readonly is: "yes"; readonly usual: boolean }
  | { readonly is: "card" }
  | { readonly is: "hidden-cards" }
  | { readonly is: "labels"; readonly of: "choice" | "part" }
  | { readonly is: "group"; readonly of: string; readonly fields: readonly FormField[] }
  | { readonly is: "tasks" }
  | { readonly is: "slots" };

export interface FormField {
  readonly name: string;
  /** The type of the method language that it is a field of: its sentences are called after both. */
  readonly of: string;
  readonly kind: Kind;
  /** Whether it means something here; what stands in it already is always shown. */
  readonly when?: (around: Row) => boolean;
}

export interface Part {
  /** Its heading is the sentence `part.NAME`. */
  readonly name: string;
  readonly fields: readonly FormField[];
}

const field = (of: string, name: string, kind: Kind, when?: FormField["when"]): FormField => ({
  name,
  of,
  kind,
  ...(when ? { when } : {}),
});

const floorOf = (phase: Row): Row => (isRow(phase.floor) ? phase.floor : {});
const held =
  (...modes: readonly string[]) =>
  (floor: Row): boolean =>
    modes.includes(text(floor.mode));
const quiet = held("silent_writing", "stillness", "vote");

const MINUTES: readonly FormField[] = ["least", "usual", "most"].map((name) =>
  field("Minutes", name, { is: "number", least: 1, most: 110 }),
);
const PEOPLE: readonly FormField[] = ["least", "most"].map((name) =>
  field("GroupSize", name, { is: "number", least: 3, most: 12 }),
);
const TOLD: readonly FormField[] = ["presenter", "peers", "facilitator", "observer"].map((name) =>
  field("Instruction", name, { is: "said", lines: 2 }),
);

export const METHOD_PARTS: readonly Part[] = [
  {
    name: "what",
    fields: [
      field("Method", "name", { is: "said" }),
      field("Method", "summary", { is: "said", lines: 2 }),
      field("Method", "suits_when", { is: "said", lines: 2 }),
    ],
  },
  {
    name: "whom",
    fields: [
      field("Method", "group", { is: "group", of: "GroupSize", fields: PEOPLE }),
      field("Method", "level", { is: "word", of: "Level" }),
      field("Method", "exposure", { is: "word", of: "Exposure" }),
      field("Method", "suits", { is: "words", of: "QuestionKind" }),
    ],
  },
  {
    name: "around",
    fields: [
      field("Method", "preparation", { is: "said", lines: 2 }),
      field("Method", "roles", { is: "tasks" }),
      field("Method", "pitfalls", { is: "said-list" }),
    ],
  },
  {
    name: "origin",
    fields: [
      field("Method", "credit", {
        is: "group",
        of: "Credit",
        fields: [
          field("Credit", "origin", { is: "said", lines: 2 }),
          field("Credit", "source", { is: "line" }),
        ],
      }),
      field("Method", "id", { is: "line" }),
    ],
  },
];

const goesAround = (floor: Row): boolean => held("round_robin")(floor) || floor.in_turn === true;

const FLOOR: readonly FormField[] = [
  field("Floor", "mode", { is: "word", of: "Mode" }),
  field("Floor", "speakers", { is: "words", of: "Role" }, (floor) => !quiet(floor)),
  field(
    "Floor",
    "answered_by",
    { is: "word", of: "Role", mayBeEmpty: true },
    held("question_and_answer", "interview"),
  ),
  field("Floor", "group_size", { is: "number", least: 2, most: 3, mayBeEmpty: true }, held("small_groups")),
  field(
    "Floor",
    "in_turn",
    { is: "yes", usual: false },
    held("question_and_answer", "listed_questions", "role_play"),
  ),
  field("Floor", "rounds", { is: "number", least: 1, most: 5, mayBeEmpty: true }, goesAround),
  field("Floor", "order_rotates", { is: "yes", usual: true }, goesAround),
  field(
    "Floor",
    "may_pass",
    { is: "yes", usual: true },
    held("round_robin", "question_and_answer", "listed_questions"),
  ),
  field(
    "Floor",
    "question_only",
    { is: "yes", usual: false },
    held("question_and_answer", "listed_questions", "round_robin", "interview"),
  ),
  field(
    "Floor",
    "most_questions",
    { is: "number", least: 1, most: 60, mayBeEmpty: true },
    held("question_and_answer"),
  ),
  field(
    "Floor",
    "most_in_a_row",
    { is: "number", least: 1, most: 9, mayBeEmpty: true },
    held("question_and_answer"),
  ),
  field(
    "Floor",
    "pause_seconds",
    { is: "number", least: 0, most: 60, mayBeEmpty: true },
    held("question_and_answer"),
  ),
];

const isRole = (phase: Row): boolean => held("role_play", "interview")(floorOf(phase));

export const PHASE_PARTS: readonly Part[] = [
  {
    name: "step",
    fields: [
      field("Phase", "name", { is: "said" }),
      field("Phase", "purpose", { is: "said", lines: 2 }),
      field("Phase", "minutes", { is: "group", of: "Minutes", fields: MINUTES }),
      field("Phase", "optional", { is: "yes", usual: false }),
    ],
  },
  {
    name: "floor",
    fields: [
      field("Phase", "floor", { is: "group", of: "Floor", fields: FLOOR }),
      field("Phase", "parts", { is: "labels", of: "part" }, isRole),
      field("Phase", "silent", { is: "words", of: "Role" }),
      field("Phase", "presenter_place", { is: "word", of: "Place", usual: "in_the_circle" }),
    ],
  },
  { name: "told", fields: [field("Phase", "instruction", { is: "group", of: "Instruction", fields: TOLD })] },
  {
    name: "written",
    fields: [field("Phase", "writing", { is: "slots" }), field("Phase", "reveals", { is: "hidden-cards" })],
  },
  {
    name: "more",
    fields: [
      field("Phase", "cues", { is: "said-list" }),
      field("Phase", "about", { is: "word", of: "About", usual: "case" }),
      field("Phase", "takes_off_parts", { is: "yes", usual: false }),
    ],
  },
];

const PICKED = new Set(["rating", "ballot", "choice"]);
const isLabel = (slot: Row): boolean => PICKED.has(text(slot.kind)) || rows(slot.choices).length > 0;

export const SLOT_FIELDS: readonly FormField[] = [
  field("Writing", "prompt", { is: "said" }),
  field("Writing", "kind", { is: "word", of: "CardKind" }),
  field("Writing", "by", { is: "words", of: "Role" }),
  field("Writing", "shown_to", { is: "word", of: "ShownTo", usual: "group" }),
  field(
    "Writing",
    "shown",
    { is: "word", of: "Shown", usual: "at_once" },
    (slot) => slot.shown_to !== "writer",
  ),
  field("Writing", "named", { is: "yes", usual: true }, (slot) => slot.shown_to !== "writer"),
  field("Writing", "most", { is: "number", least: 1, most: 60, mayBeEmpty: true }),
  field("Writing", "about", { is: "card" }),
  field("Writing", "choices", { is: "labels", of: "choice" }, isLabel),
];

/** Whether to show a field: it means something here, or something stands in it. */
export const isShown = ({ name, when }: FormField, around: Row): boolean =>
  when === undefined || when(around) || isFilled(around[name]);

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
