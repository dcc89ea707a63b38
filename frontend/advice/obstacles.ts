/** The hard rules: when a method isn't suggested at all, whatever speaks for it. Twin of `advice/obstacles.py`. */
import { harder, isForSuccessAlone, minutesOf } from "./character.ts";
import type { Arguments, Measures, Obstacle, Reason, Situation, Traits } from "./shapes.ts";
import { currentMethod, feelsUnsafe, isBeginning, levelOf } from "./standing.ts";

/** The first thing that stands in the way of a method now; null where it can be done. */
export function whyNot(situation: Situation, method: Traits, measures: Measures): Reason<Obstacle> | null {
  return (
    ofToday(situation, method) ??
    ofTheQuestion(situation, method) ??
    ofTheCircle(situation, method, measures) ??
    (situation.refused.includes(method.id) ? because("refused") : null)
  );
}

function ofToday(situation: Situation, method: Traits): Reason<Obstacle> | null {
  const { people, minutes, setting } = situation;
  const { least, most } = method.group;
  if (people < least) return because("too_few", { people, least });
  if (people > most) return because("too_many", { people, most });
  const shortest = minutesOf(method, people).least;
  if (minutes !== null && minutes < shortest) return because("too_long", { minutes, least: shortest });
  return setting === "days" && method.has_role_play ? because("not_in_writing") : null;
}

function ofTheQuestion({ kinds }: Situation, method: Traits): Reason<Obstacle> | null {
  return kinds.length > 0 && !kinds.includes("success") && isForSuccessAlone(method)
    ? because("only_for_success")
    : null;
}

function ofTheCircle(situation: Situation, method: Traits, measures: Measures): Reason<Obstacle> | null {
  // A circle that somebody started on a harder method may finish learning it, but an advanced one is never for beginners.
  const isLearned = method.id === currentMethod(situation) && method.level !== "advanced";
  if (harder(method.level, levelOf(situation, measures)) && !isLearned) return because("circle_too_new");
  if (method.level === "advanced" && situation.facilitator === "beginner")
    return because("facilitator_too_new");
  if (method.exposure !== "high") return null;
  if (feelsUnsafe(situation, measures)) return because("safety_first");
  return isBeginning(situation, measures) && !isLearned ? because("trust_first") : null;
}

const because = (code: Obstacle, args: Arguments = {}): Reason<Obstacle> => ({ code, args });
