/** Days as they stand in sealed texts, as in 2026-11-30, and as people read them. */

/** On this person's own calendar. */
export const today = (): string => new Date().toLocaleDateString("en-CA"); // the locale that writes year, month, day

/** '12 maart 2026'. */
export function writtenOut(day: string): string {
  const on = new Date(`${day}T12:00:00`);
  return on.toLocaleDateString(document.documentElement.lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
