/** The room as the screen needs it: what happened, who everybody is, and the words that this person may read, opened. */
import type { Language } from "../vault/vault.ts";
import type { LineState } from "./connection.ts";
import type { Outgoing } from "./outbox.ts";
import type {
  CardKind,
  Heap,
  NumberedEvent,
  Plan,
  PlannedPhase,
  Role,
  Tag,
  Text,
  Writing,
} from "./messages.ts";
import { roleOf } from "./standing.ts";
import type { Person, State } from "./state.ts";
import { hasDeclined, presenterAt } from "./state.ts";
import type { Now, View } from "./view.ts";
import type { SlotNow } from "./writing.ts";
import { isPicked, slotOf } from "./writing.ts";

export type { Now, PlannedPhase, Tag, Writing };
export type Slot = SlotNow;

/** Somebody in the circle. */
export interface Seated {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  /** How often the name was told; the next telling is one more. */
  readonly nameRevision: number;
  readonly isMe: boolean;
  readonly isIntroduced: boolean;
  readonly hasAssented: boolean;
  readonly isAway: boolean;
  readonly hasLeft: boolean;
  readonly holdsFloor: boolean;
  readonly isNext: boolean;
  readonly isQueued: boolean;
  readonly isAsked: boolean;
  readonly isTurnedAway: boolean;
  readonly isOut: boolean;
  readonly isFinished: boolean;
  readonly isFacilitator: boolean;
  readonly isPresenter: boolean;
  readonly isObserver: boolean;
  /** Who they are in this phase. */
  readonly role: Role;
  readonly hasDeclined: boolean;
  /** Whether it was their case, in this meeting. */
  readonly hasPresented: boolean;
  readonly asksBreak: boolean;
  readonly part: string | null;
  /** With which circle they sit; blank with none, null where they haven't said. */
  readonly circle: string | null;
  readonly turns: number;
  readonly floorSeconds: number;
}

/** Something written, as far as this person may see it. */
export interface Card {
  readonly id: string;
  readonly slot: string;
  readonly kind: CardKind;
  readonly phase: number;
  readonly about: string | null;
  readonly by: string | null;
  /** Whose case it was about. */
  readonly presenter: string | null;
  readonly revision: number;
  readonly isMine: boolean;
  readonly isNamed: boolean;
  /** Written, and shown to the others only at the reveal. */
  readonly isHidden: boolean;
  /** Not yet acknowledged by the server. */
  readonly isUnsent: boolean;
  /** May still be written anew or taken back. */
  readonly isOpen: boolean;
  /** Null while the seal is being opened. */
  readonly text: string | null;
  /** The name of what was picked, where the card is a label by itself. */
  readonly label: Text | null;
  /** How many people picked it, where that is counted without names. */
  readonly votes?: number;
  readonly isBroken: boolean;
}

/** Something about the keys that everybody should know; `name`: whose, where it is about somebody. */
export interface Warned {
  readonly code: string;
  readonly name: string;
}

export interface ControlWords {
  readonly four: readonly string[];
  readonly eight: readonly string[];
  readonly digits: string;
}

export interface RoomNow {
  /** Server time, in milliseconds. */
  readonly now: number;
  readonly language: Language;
  readonly plan: Plan;
  /** Everything that happened, from the first on. */
  readonly events: readonly NumberedEvent[];
  readonly stage: State["stage"];
  /** For this person: closed for everybody, or left for good. */
  readonly isOver: boolean;
  readonly phaseIndex: number;
  readonly phase: PlannedPhase | null;
  readonly view: View;
  readonly me: Seated | null;
  readonly people: readonly Seated[];
  readonly cards: readonly Card[];
  readonly groups: readonly (readonly string[])[];
  /** The cards by circle, once they were put together so. */
  readonly heaps: readonly Heap[];
  readonly chosen: string | null;
  readonly paused: boolean;
  readonly timeOutBy: string | null;
  /** Length of this phase with the time that was given. */
  readonly clockSeconds: number;
  readonly expires: string;
  readonly line: LineState;
  readonly unsent: number;
  /** The address that lets others in, while the door is open and this browser has the secret. */
  readonly link: string | null;
  readonly words: ControlWords | null;
  readonly warnings: readonly Warned[];
  /** The wall: everybody may see it, nobody presses anything. */
  readonly onWall: boolean;
}

/** What the room adds to the state of the meeting: what was opened, and how this browser is connected. */
export interface Around extends Pick<
  RoomNow,
  "now" | "language" | "events" | "expires" | "line" | "link" | "words" | "onWall"
> {
  readonly me: string;
  readonly names: ReadonlyMap<string, string>;
  readonly nameRevisions: ReadonlyMap<string, number>;
  /** By entry and revision, see `opened`. Null: it can't be opened. */
  readonly texts: ReadonlyMap<string, string | null>;
  readonly unsent: readonly Outgoing[];
  readonly warned: readonly { code: string; acct?: string }[];
  /** What to call somebody whose name isn't known yet. */
  readonly somebody: string;
}

/** The name under which an opened text is kept. */
export const opened = (entry: string, revision: number): string => `${entry} ${revision}`;

export function seen(state: State, view: View, around: Around): RoomNow {
  const people = [...state.people.values()]
    .sort((one, other) => one.seat - other.seat)
    .map((person) => seated(person, state, view, around));
  const nameOf = (id: string | undefined): string =>
    people.find((person) => person.id === id)?.name ?? around.somebody;
  return {
    ...around,
    plan: state.plan,
    stage: state.stage,
    phaseIndex: state.phase,
    phase: state.stage === "meeting" ? (state.plan.phases[state.phase] ?? null) : null,
    view,
    isOver: state.stage === "closed" || state.people.get(around.me)?.left === true,
    me: people.find(({ isMe }) => isMe) ?? null,
    people,
    cards: [...cards(state, view, around), ...unsentCards(state, around)],
    groups: state.groups,
    heaps: state.heaps,
    chosen: state.chosen,
    paused: state.paused,
    timeOutBy: state.time_out_by,
    clockSeconds: state.clock?.seconds ?? 0,
    unsent: around.unsent.length,
    // A key that wasn't granted yet comes by itself; it is no news.
    warnings: around.warned
      .filter(({ code }) => code !== "no-grant")
      .map(({ code, acct }) => ({ code, name: nameOf(acct) })),
  };
}

function seated(person: Person, state: State, view: View, around: Around): Seated {
  const { floor, presenter_turned_away: turnedAway } = view;
  const phase = state.stage === "meeting" ? state.plan.phases[state.phase] : undefined;
  const isPresenter = phase?.has_presenter === true && state.presenter === person.id;
  const isOut = isPresenter && phase.phase.presenter_place === "out_of_room";
  const name = around.names.get(person.id) ?? around.somebody;
  return {
    id: person.id,
    name,
    initials: initials(name),
    nameRevision: around.nameRevisions.get(person.id) ?? 0,
    isMe: person.id === around.me && !around.onWall,
    isIntroduced: person.introduced !== "",
    hasAssented: person.assented,
    isAway: !person.present && !person.left,
    hasLeft: person.left,
    holdsFloor: floor.holder === person.id,
    isNext: floor.queue[0] === person.id,
    isQueued: floor.queue.includes(person.id),
    isAsked: floor.asked === person.id,
    isTurnedAway: isPresenter && turnedAway && !isOut,
    isOut,
    isFinished: person.finished,
    isFacilitator: state.facilitator === person.id,
    isPresenter,
    isObserver: person.observer,
    role: roleOf(state, person.id),
    hasDeclined: hasDeclined(state, person),
    hasPresented: person.has_presented,
    asksBreak: state.break_asked_by.includes(person.id),
    part: person.part,
    circle: person.circle,
    turns: person.turns,
    floorSeconds: person.floor_seconds,
  };
}

export function initials(name: string): string {
  const letters = name.split(/\s+/).map((word) => Array.from(word)[0] ?? "");
  return (
    letters.length > 1 ? `${letters[0] ?? ""}${letters.at(-1) ?? ""}` : (letters[0] ?? "")
  ).toUpperCase();
}

function cards(state: State, view: View, around: Around): Card[] {
  return view.cards.flatMap((id) => {
    const entry = state.entries.get(id);
    const slot = entry && slotOf(state, entry);
    if (!entry || !slot || (around.onWall && (entry.hidden || slot.shown_to !== "group"))) return [];
    const text = around.texts.get(opened(id, entry.revision));
    const label = slot.about === null ? slot.choices.find(({ id: choice }) => choice === text) : undefined;
    return [
      {
        id,
        slot: entry.slot,
        kind: slot.kind,
        phase: entry.phase,
        about: entry.about,
        by: entry.by === "" ? null : entry.by,
        presenter: entry.presenter ?? presenterAt(state, entry.phase),
        revision: entry.revision,
        isMine: entry.by === around.me && !around.onWall,
        isNamed: slot.named,
        isHidden: entry.hidden,
        isUnsent: false,
        isOpen: !isPicked(slot) || (entry.hidden && entry.phase === state.phase),
        text: text ?? null,
        label: label?.name ?? null,
        isBroken: text === null,
      },
    ];
  });
}

/** What lies in the outbox is on the table for its writer already, marked as on its way. */
function unsentCards(state: State, { unsent, me }: Around): Card[] {
  return unsent.flatMap(({ deed, words }) => {
    if (deed.do !== "contribute" || !words || typeof deed.entry !== "string" || typeof deed.slot !== "string")
      return [];
    if (state.entries.has(deed.entry)) return [];
    const slot = state.plan.phases[state.phase]?.phase.writing.find(({ id }) => id === deed.slot);
    if (!slot) return [];
    return [
      {
        id: deed.entry,
        slot: slot.id,
        kind: slot.kind,
        phase: state.phase,
        about: typeof deed.about === "string" ? deed.about : null,
        by: me,
        presenter: state.presenter,
        revision: 1,
        isMine: true,
        isNamed: slot.named,
        isHidden: slot.shown === "together",
        isUnsent: true,
        isOpen: false,
        text: words.text,
        label: slot.choices.find(({ id }) => id === words.text)?.name ?? null,
        isBroken: false,
      },
    ];
  });
}
