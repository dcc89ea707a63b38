/** Where the meeting stands: what its events add up to. The same as `kring.core.meetings.evolving`. */
import type { Entry, Person, State } from "./meeting.ts";
import { EMPTY_FLOOR, STAND_IN, beginning, caseAt, slotOf } from "./meeting.ts";
import type { AnyEvent, Card, EntryId, FloorNow, NumberedEvent, PersonId, Plan } from "./messages.ts";

export * from "./meeting.ts";

/** The state that all these events add up to. */
export const replay = (plan: Plan, events: readonly NumberedEvent[]): State =>
  evolve(beginning(plan), events);

/** The state after these events. Those that it has seen already are passed over. */
export function evolve(state: State, events: readonly NumberedEvent[]): State {
  const draft: Draft = {
    ...state,
    people: new Map(state.people),
    entries: new Map(state.entries),
    loops: new Map(state.loops),
  };
  for (const event of events) {
    if (event.number <= draft.number) continue;
    draft.number = event.number;
    apply(draft, event, Date.parse(event.at));
  }
  return draft;
}

type Draft = {
  -readonly [K in keyof Omit<State, "people" | "entries" | "loops">]: State[K];
} & {
  people: Map<PersonId, Person>;
  entries: Map<EntryId, Entry>;
  loops: Map<number, number>;
};

function apply(draft: Draft, event: AnyEvent, at: number): void {
  switch (event.event) {
    case "joined":
      draft.people.set(event.by, newcomer(event.by, draft.people.size));
      break;
    case "came_back":
      change(draft, event.by, { present: true, away_since: null });
      break;
    case "went_away":
      change(draft, event.by, { present: false, away_since: at });
      break;
    case "left":
      change(draft, event.by, { present: false, left: true, away_since: at, part: null });
      draft.break_asked_by = draft.break_asked_by.filter((person) => person !== event.by);
      stopPresenting(draft, event.by);
      break;
    case "introduced":
      change(draft, event.by, { introduced: event.text });
      break;
    case "assented":
      change(draft, event.by, { assented: true });
      for (const { entry, text, revision } of event.cards ?? [])
        changeEntry(draft, entry, { text, revision });
      break;
    case "started":
      draft.stage = "meeting";
      break;
    case "phase_entered":
      enterPhase(draft, event, at);
      break;
    case "groups_made":
      draft.groups = event.groups;
      break;
    case "floor_passed":
      setFloor(draft, event.floor, at);
      break;
    case "contributed":
      draft.entries.set(event.entry, written(draft, event));
      break;
    case "changed":
      changeEntry(draft, event.entry, { revision: event.revision, text: event.text });
      break;
    case "withdrawn":
      changeEntry(draft, event.entry, { withdrawn: true, text: "" });
      break;
    case "revealed":
      reveal(draft, event);
      break;
    case "finished":
      change(draft, event.by, { finished: true });
      break;
    case "unfinished":
      change(draft, event.by, { finished: false });
      break;
    case "declined":
      decline(draft, event.by);
      stopPresenting(draft, event.by);
      break;
    case "presenter_chosen":
      draft.presenter = event.person;
      draft.chosen = event.entry ?? null;
      change(draft, event.person, { observer: false });
      notePresenter(draft);
      break;
    case "facilitation_passed":
      draft.facilitator = event.to;
      change(draft, event.to, { observer: false });
      break;
    case "observer_changed":
      change(draft, event.by, { observer: event.on });
      break;
    case "sat_with":
      change(draft, event.by, { circle: event.circle });
      break;
    case "sorted_by_circle":
      draft.heaps = event.heaps;
      break;
    case "time_given":
      if (draft.clock) draft.clock = { ...draft.clock, seconds: draft.clock.seconds + event.seconds };
      break;
    case "paused":
      draft.paused = true;
      draft.break_asked_by = [];
      stop(draft, at);
      break;
    case "resumed":
      draft.paused = false;
      goOn(draft, at);
      break;
    case "time_out_called":
      draft.time_out_by = event.by;
      stop(draft, at);
      break;
    case "time_out_ended":
      draft.time_out_by = null;
      goOn(draft, at);
      break;
    case "break_asked":
      draft.break_asked_by = [...draft.break_asked_by, event.by];
      break;
    case "part_taken":
      change(draft, event.by, { part: event.part });
      break;
    case "parts_taken_off":
      for (const person of event.people) change(draft, person, { part: null });
      break;
    case "closed":
      stopCounting(draft, at);
      Object.assign(draft, { stage: "closed", floor: EMPTY_FLOOR, groups: [], clock: null });
      Object.assign(draft, { paused: false, time_out_by: null });
      break;
  }
}

type Of<T extends AnyEvent["event"]> = Extract<AnyEvent, { event: T }>;

function enterPhase(draft: Draft, event: Of<"phase_entered">, at: number): void {
  if (event.how === "loop") draft.loops.set(draft.phase, (draft.loops.get(draft.phase) ?? 0) + 1);
  if (event.how === "loop" || event.how === "rotation") draft.passage += 1;
  stopCounting(draft, at);
  turnToCase(draft, event.phase);
  draft.phase = event.phase;
  draft.groups = event.groups ?? [];
  draft.clock = { started: at, seconds: event.seconds, stopped: null, stood_still: 0 };
  draft.paused = false;
  draft.time_out_by = null;
  draft.break_asked_by = [];
  draft.floor = EMPTY_FLOOR;
  for (const { id, finished } of [...draft.people.values()])
    if (finished) change(draft, id, { finished: false });
  notePresenter(draft);
  setFloor(draft, event.floor, at);
}

/** Another case begins with nobody; going back to an earlier one finds its presenter again. */
function turnToCase(draft: Draft, phase: number): void {
  const [before, after] = [caseAt(draft, draft.phase), caseAt(draft, phase)];
  if (before === after) return;
  const { presenter, chosen } = draft;
  const others = new Map(draft.other_cases).set(before, { presenter, chosen });
  const found = others.get(after);
  others.delete(after);
  const person = draft.people.get(found?.presenter ?? "");
  const stays = person !== undefined && !person.left && !person.declined_in.includes(after);
  draft.presenter = stays ? (found?.presenter ?? null) : null;
  draft.chosen = stays ? (found?.chosen ?? null) : null;
  draft.other_cases = others;
}

function written(draft: Draft, event: Of<"contributed">): Entry {
  const { entry: id, by, slot, phase, text, about = null, hidden = false } = event;
  const { passage, presenter } = draft;
  return { id, by, slot, phase, text, revision: 1, about, hidden, withdrawn: false, passage, presenter };
}

/**
 * Turn the cards over. Those without a name are laid down anew, in the order of the event: the order in which they
 * were written would tell whose they are.
 */
function reveal(draft: Draft, event: Of<"revealed">): void {
  const cards = new Map((event.cards ?? []).map((card) => [card.entry, card]));
  for (const id of event.entries) {
    const entry = draft.entries.get(id);
    const card = cards.get(id);
    if (id.startsWith(STAND_IN)) draft.entries.delete(id);
    else if (entry) {
      if (slotOf(draft, entry)?.named === false) draft.entries.delete(id);
      const { text, revision } = card ?? entry;
      draft.entries.set(id, { ...entry, hidden: false, text, revision });
    } else if (card) draft.entries.set(id, laidDown(card));
  }
}

const laidDown = ({ entry: id, by, slot, phase, text, revision, about, presenter }: Card): Entry => ({
  id,
  by: by ?? "",
  slot,
  phase,
  text,
  revision,
  about: about ?? null,
  hidden: false,
  withdrawn: false,
  passage: 0,
  presenter: presenter ?? null,
});

function setFloor(draft: Draft, floor: FloorNow, at: number): void {
  if (draft.floor.holder !== floor.holder) {
    stopCounting(draft, at);
    const holder = floor.holder === null ? undefined : draft.people.get(floor.holder);
    if (holder) {
      change(draft, holder.id, { turns: holder.turns + 1 });
      const standingStill = draft.clock !== null && draft.clock.stopped !== null;
      draft.holding_since = standingStill ? null : at;
    }
  }
  draft.floor = floor;
}

function stopCounting(draft: Draft, at: number): void {
  const since = draft.holding_since;
  const holder = draft.floor.holder === null ? undefined : draft.people.get(draft.floor.holder);
  draft.holding_since = null;
  if (holder && since !== null)
    change(draft, holder.id, { floor_seconds: holder.floor_seconds + (at - since) / 1000 });
}

function stop(draft: Draft, at: number): void {
  stopCounting(draft, at);
  if (draft.clock) draft.clock = { ...draft.clock, stopped: at };
}

function goOn(draft: Draft, at: number): void {
  if (draft.floor.holder !== null) draft.holding_since = at;
  const { clock } = draft;
  const since = clock?.stopped ?? null;
  if (!clock || since === null) return;
  draft.clock = { ...clock, stopped: null, stood_still: clock.stood_still + (at - since) / 1000 };
}

function notePresenter(draft: Draft): void {
  if (draft.presenter !== null && draft.plan.phases[draft.phase]?.of_method)
    change(draft, draft.presenter, { has_presented: true });
}

function decline(draft: Draft, id: PersonId): void {
  const declined = draft.people.get(id)?.declined_in ?? [];
  change(draft, id, { declined_in: [...declined, caseAt(draft, draft.phase)] });
}

function stopPresenting(draft: Draft, person: PersonId): void {
  if (draft.presenter === person) draft.presenter = draft.chosen = null;
}

function change(draft: Draft, id: PersonId, changes: Partial<Person>): void {
  const person = draft.people.get(id);
  if (person) draft.people.set(id, { ...person, ...changes });
}

function changeEntry(draft: Draft, id: EntryId, changes: Partial<Entry>): void {
  const entry = draft.entries.get(id);
  if (entry) draft.entries.set(id, { ...entry, ...changes });
}

function newcomer(id: PersonId, seat: number): Person {
  return {
    id,
    seat,
    present: true,
    left: false,
    away_since: null,
    introduced: "",
    assented: false,
    observer: false,
    declined_in: [],
    finished: false,
    part: null,
    circle: null,
    has_presented: false,
    turns: 0,
    floor_seconds: 0,
  };
}
