/** Which method now: those that can be done, the best first, each with its reasons. Twin of `advice/advise.py`. */
import { whyNot } from "./obstacles.ts";
import { FAVOURS, LEVELS } from "./shapes.ts";
import type { Advice, Caution, Favour, Hindered, Reason, Situation, Suggestion, Suitcase } from "./shapes.ts";
import type { Traits } from "./shapes.ts";
import { isBeginning } from "./standing.ts";
import type { Consideration } from "./weighing.ts";
import { considerations, weight } from "./weighing.ts";

/**
 * Ranks the methods of the suitcase for this situation.
 *
 * The same as the adviser of the craft, word for word and weight for weight: `tests/vectors/advice.json` says so.
 */
export function advise(situation: Situation, suitcase: Suitcase): Advice {
  const ranked: Suggestion[] = [];
  const hindered: Hindered[] = [];
  for (const method of [...suitcase.methods].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const obstacle = whyNot(situation, method, suitcase.measures);
    if (obstacle) hindered.push({ method, obstacle });
    else ranked.push(suggestion(method, considerations(situation, method, suitcase), suitcase));
  }
  const begins = isBeginning(situation, suitcase.measures);
  const order = new Map(ranked.map((one) => [one, placeOf(one, begins, suitcase)]));
  // They come by id, and sorting leaves that order where everything else is equal.
  ranked.sort((one, other) => compare(order.get(one) ?? [], order.get(other) ?? []));
  return { ranked, hindered };
}

/** Whether it is the method that a beginning circle is learning. */
export const isToStay = ({ reasons }: Suggestion): boolean => reasons.some(({ code }) => code === "stay");

function suggestion(method: Traits, found: readonly Consideration[], suitcase: Suitcase): Suggestion {
  // What isn't weighed is a remark on the circle, and is said first.
  const place = (reason: Consideration): number[] => {
    const counts = weight(reason, suitcase);
    return [counts === 0 ? 0 : 1, -Math.abs(counts)];
  };
  const byWeight = [...found].sort((one, other) => compare(place(one), place(other)));
  return { method, reasons: byWeight.filter(isFavour), cautions: byWeight.filter(isCaution) };
}

function placeOf(one: Suggestion, begins: boolean, suitcase: Suitcase): number[] {
  const { method } = one;
  const first = suitcase.first_methods.indexOf(method.id);
  const sum = [...one.reasons, ...one.cautions].reduce((total, each) => total + weight(each, suitcase), 0);
  return [
    isToStay(one) ? 0 : 1,
    -sum,
    begins ? (first < 0 ? suitcase.first_methods.length : first) : 0,
    LEVELS.indexOf(method.level),
    method.usual_minutes,
  ];
}

/** By the first number in which they differ. */
function compare(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((number, index) => number !== other[index]);
  return differs < 0 ? 0 : (one[differs] ?? 0) - (other[differs] ?? 0);
}

const isFavour = (reason: Consideration): reason is Reason<Favour> =>
  (FAVOURS as readonly string[]).includes(reason.code);

const isCaution = (reason: Consideration): reason is Reason<Caution> => !isFavour(reason);
