/** Ground rules that are old, or that not everybody has assented to. */
import { monthsBetween } from "../months.ts";
import type { Measure } from "../signal.ts";

export const rulesOld: Measure = (history, today, limit) => {
  if (history.meetings.length < limit("least")) return null;
  const { agreed_on: agreedOn, everyone } = history.rules;
  const months = monthsBetween(agreedOn ?? history.started_on, today);
  return { worthALook: agreedOn === null || !everyone || months >= limit("months"), numbers: { months } };
};
