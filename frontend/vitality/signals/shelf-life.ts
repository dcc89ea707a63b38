/** Age beyond its shelf life: a circle that went on because it always did. */
import { monthsBetween } from "../months.ts";
import type { Measure } from "../signal.ts";

export const shelfLife: Measure = (history, today, limit) => {
  if (history.meetings.length < limit("least")) return null;
  const months = monthsBetween(history.started_on, today);
  const ended = history.agreed_until !== null && today > history.agreed_until;
  return { worthALook: months >= limit("months") || ended, numbers: { months } };
};
