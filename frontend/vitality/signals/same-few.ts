/** The same few bring their cases, and the others only help. */
import { last, presentersOf, sum } from "../history.ts";
import type { Measure } from "../signal.ts";
import { percent } from "../signal.ts";

const FEW = 2;

export const sameFew: Measure = (history, _today, limit) => {
  const lately = last(limit("last"), presentersOf(history));
  if (lately.length < limit("least") || history.members.length <= FEW) return null;
  const brought = new Map<string, number>();
  for (const presenter of lately) brought.set(presenter, (brought.get(presenter) ?? 0) + 1);
  const most = sum([...brought.values()].sort((one, other) => other - one).slice(0, FEW));
  // Of four people any two bring half; one case above even turns is chance.
  const even = (FEW * lately.length) / history.members.length;
  return {
    worthALook: most > limit("share") * lately.length && most > even + limit("above_even"),
    numbers: { cases: lately.length, most, percent: percent(most, lately.length) },
  };
};
