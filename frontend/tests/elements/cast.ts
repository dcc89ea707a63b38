/** A room with the people every test knows: Bram facilitates, Noor brings a case, Imane, Joost and Wei are peers. */
import type { Card, PlannedPhase, RoomNow, Seated, Writing } from "../../live/seen.ts";
import type { Values } from "../../elements/texts.ts";
import { Texts } from "../../elements/texts.ts";

export const NAMES = ["Bram", "Noor", "Imane", "Joost", "Wei"];

export function person(name: string, more: Partial<Seated> = {}): Seated {
  return {
    id: name.toLowerCase(),
    name,
    initials: name.charAt(0),
    nameRevision: 1,
    isMe: false,
    isIntroduced: true,
    hasAssented: true,
    isAway: false,
    hasLeft: false,
    holdsFloor: false,
    isNext: false,
    isQueued: false,
    isAsked: false,
    isTurnedAway: false,
    isOut: false,
    isFinished: false,
    isFacilitator: name === "Bram",
    isPresenter: name === "Noor",
    isObserver: false,
    role: name === "Bram" ? "facilitator" : name === "Noor" ? "presenter" : "peers",
    hasDeclined: false,
    hasPresented: false,
    asksBreak: false,
    part: null,
    circle: null,
    turns: 0,
    floorSeconds: 0,
    ...more,
  };
}

export function writing(id: string, more: Partial<Writing> = {}): Writing {
  return {
    id,
    kind: "advice",
    by: ["peers"],
    prompt: { nl: `Schrijf ${id}`, en: `Write ${id}` },
    shown_to: "group",
    shown: "at_once",
    named: true,
    least: 0,
    most: 3,
    about: null,
    choices: [],
    ...more,
  };
}

export function phase(id: string, more: Partial<PlannedPhase["phase"]> = {}): PlannedPhase {
  const says = (who: string): { nl: string; en: string } => ({
    nl: `${who}: doe ${id}`,
    en: `${who}: do ${id}`,
  });
  return {
    block: "method",
    block_name: { nl: "Methode", en: "Method" },
    of_method: true,
    has_presenter: true,
    of_exercise: false,
    case: 1,
    seconds: 600,
    phase: {
      id,
      name: { nl: `Fase ${id}`, en: `Phase ${id}` },
      purpose: { nl: "Doel", en: "Purpose" },
      minutes: { least: 5, usual: 10, most: 15 },
      floor: {
        mode: "open_floor",
        speakers: ["peers"],
        answered_by: null,
        rounds: 1,
        may_pass: true,
        order_rotates: true,
        most_in_a_row: null,
        question_only: false,
        pause_seconds: 0,
        group_size: null,
      },
      instruction: {
        presenter: says("inbrenger"),
        peers: says("peers"),
        facilitator: says("begeleider"),
        observer: says("bewaker"),
      },
      about: "case",
      silent: [],
      presenter_place: "in_the_circle",
      writing: [],
      reveals: [],
      chooses_presenter: false,
      parts: [],
      takes_off_parts: false,
      cues: [],
      extend_by: ["facilitator"],
      end_by: ["facilitator"],
      loop: null,
      next_presenter: null,
      optional: false,
      ...more,
    },
  };
}

export function card(id: string, slot: string, more: Partial<Card> = {}): Card {
  return {
    id,
    slot,
    kind: "advice",
    phase: 0,
    about: null,
    by: "wei",
    presenter: null,
    revision: 1,
    isMine: false,
    isNamed: true,
    isHidden: false,
    isUnsent: false,
    isOpen: true,
    text: `tekst van ${id}`,
    label: null,
    isBroken: false,
    ...more,
  };
}

export interface Scene extends Partial<Omit<RoomNow, "view">> {
  readonly view?: Partial<RoomNow["view"]>;
  readonly phases?: readonly PlannedPhase[];
}

/** The room as Imane sees it, unless another `me` is given. */
export function room({ view, phases = [phase("one")], ...more }: Scene = {}): RoomNow {
  const people = more.people ?? NAMES.map((name) => person(name, { isMe: name === "Imane" }));
  const phaseIndex = more.phaseIndex ?? 0;
  const method_name = { nl: "Basismethode", en: "Basic method" };
  const plan = {
    method: "basis",
    method_version: 1,
    method_name,
    minutes: 120,
    pace: "live" as const,
    phases,
  };
  return {
    now: Date.parse("2026-11-21T20:00:00Z"),
    language: "nl",
    plan,
    events: [],
    stage: "meeting",
    isOver: false,
    phaseIndex,
    phase: plan.phases[phaseIndex] ?? null,
    me: people.find(({ isMe }) => isMe) ?? null,
    people,
    cards: [],
    groups: [],
    heaps: [],
    chosen: null,
    paused: false,
    timeOutBy: null,
    clockSeconds: 600,
    expires: "2026-12-05T20:00:00Z",
    line: "open",
    unsent: 0,
    link: null,
    words: null,
    warnings: [],
    onWall: false,
    ...more,
    view: {
      role: "peers",
      now: "listen",
      floor: {
        holder: null,
        queue: [],
        round: 1,
        asked: null,
        asker: null,
        in_a_row: 0,
        over: false,
        done: [],
      },
      may: [],
      slots: [],
      cards: [],
      hidden_counts: {},
      clock: "plenty",
      remaining_seconds: 300,
      presenter_turned_away: false,
      people_to_wait_for: [],
      ...view,
    },
  };
}

/** Every sentence is its own name, with what was filled in behind it. */
class Echo extends Texts {
  override say(name: string, values: Values = {}): string {
    return [name, ...Object.values(values)].join(" ");
  }

  override has(): boolean {
    return false;
  }
}

export const texts = new Echo(new Map());
