/** One method only. */
import { casesOf } from "../history.ts";
import type { Measure } from "../signal.ts";

export const oneMethod: Measure = (history, _today, limit) => {
  const methods = casesOf(history).map(({ method }) => method);
  if (methods.length < limit("least")) return null;
  const latest = methods.at(-1);
  const changes = [...methods].reverse().findIndex((method) => method !== latest);
  const inARow = changes < 0 ? methods.length : changes;
  return { worthALook: inARow >= limit("in_a_row"), numbers: { cases: inARow } };
};
