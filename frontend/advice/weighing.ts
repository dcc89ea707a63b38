/** The soft rules: what speaks for a method that can be done, and what to know about it. Twin of `advice/weighing.py`. */
import { goesInward, harder, isBroad, minutesOf, opensMore } from "./character.ts";
import type { Arguments, Caution, Favour, Reason, Situation, Suitcase, Traits } from "./shapes.ts";
import {
  currentMethod,
  feelsUnsafe,
  isBeginning,
  levelOf,
  meetingsSince,
  stayedShallow,
  timesDone,
} from "./standing.ts";

export type Consideration = Reason<Favour | Caution>;

type Rule = (situation: Situation, method: Traits, suitcase: Suitcase) => Generator<Consideration>;

/** How much one reason counts. */
export function weight({ code, args }: Consideration, { weights, measures }: Suitcase): number {
  const { among } = args;
  return weights[code] + (typeof among === "number" ? Math.floor(measures.own_alone / among) : 0);
}

/** Everything that holds for this method now. */
export function considerations(situation: Situation, method: Traits, suitcase: Suitcase): Consideration[] {
  return [learning, question, variation, lastTime, today].flatMap((rule) => [
    ...rule(situation, method, suitcase),
  ]);
}

const learning: Rule = function* (situation, method, suitcase) {
  if (!isBeginning(situation, suitcase.measures)) return;
  const current = currentMethod(situation);
  if (current === method.id) {
    yield because("stay", { name: method.name, times: timesDone(situation, current) });
    return;
  }
  const learned = known(current, suitcase);
  if (learned) yield because("while_learning", { name: learned.name });
  if (suitcase.first_methods.includes(method.id)) yield because("first_steps");
  // A success is an evening of its own; whatever the circle stays with comes after it.
  if (isBroad(method, suitcase) && situation.kinds[0] !== "success") yield because("broad");
};

const question: Rule = function* (situation, { suits, gives_distance: givesDistance }, { measures }) {
  for (const [number, kind] of [...new Set(situation.kinds)].entries()) {
    if (!suits.includes(kind)) {
      if (number === 0) yield because("not_made_for", { kind });
    } else if (number > 0) yield because("suits_too", { kind });
    else if (new Set(suits).size === 1) yield because("made_for", { kind });
    else yield because("suits", { kind, among: new Set(suits).size });
  }
  const touches = situation.kinds.includes("emotion") && suits.includes("emotion");
  if (touches && givesDistance && !isBeginning(situation, measures) && !feelsUnsafe(situation, measures))
    yield because("distance");
};

const variation: Rule = function* (situation, method, suitcase) {
  const { measures } = suitcase;
  if (isBeginning(situation, measures)) return;
  const current = known(currentMethod(situation), suitcase);
  if (situation.familiarity === "most" && current && current.id !== method.id)
    yield because("time_for_other", { name: current.name, times: timesDone(situation, current.id) });
  if (method.level !== "beginner" && method.level === levelOf(situation, measures))
    yield because("ready_for");
  const since = meetingsSince(situation, method.id);
  if (since === null) yield because("never_done");
  else if (since === 1) yield because("just_done");
  else if (since === 2) yield because("done_lately");
  else if (since >= measures.long_ago) yield because("long_ago", { meetings: since });
};

/** Safety goes before depth: nobody is asked to show more where they couldn't speak freely. */
const lastTime: Rule = function* (situation, method, suitcase) {
  if (feelsUnsafe(situation, suitcase.measures)) {
    yield because(method.exposure === "low" ? "safe" : "opens_some");
  } else if (stayedShallow(situation, suitcase.measures)) {
    const last = known(currentMethod(situation), suitcase);
    if (last && opensMore(method.exposure, last.exposure)) yield because("opens_more");
    if (goesInward(method, suitcase)) yield because("goes_inward");
  } else if (method.exposure === "high" && !situation.kinds.includes("emotion")) {
    yield because("opens_much");
  }
};

const today: Rule = function* ({ minutes, people, facilitator, setting }, method) {
  const { usual, most } = minutesOf(method, people);
  if (minutes !== null) {
    if (usual <= minutes) yield because("unhurried", { minutes });
    else yield because("hurried", { minutes, usual });
    if (2 * most <= minutes) yield because("short", { minutes, most });
  }
  if (harder(method.level, facilitator)) yield because("asks_of_facilitator");
  else if (method.level === "beginner" && facilitator === "beginner") yield because("easy_to_lead");
  if (setting === "online" && method.has_role_play) yield because("role_play_online");
  if (setting === "days" && method.writes_much) yield because("in_writing");
};

const known = (id: string | null, { methods }: Suitcase): Traits | undefined =>
  methods.find((method) => method.id === id);

const because = (code: Favour | Caution, args: Arguments = {}): Consideration => ({ code, args });
