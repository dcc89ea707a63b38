/** Days as they stand in sealed texts, as in 2026-11-30, and as people read them. */

/** On this person's own calendar. */
export const today = (): string => new Date().toLocaleDateString("en-CA"); // the locale that writes year, month, day

/** '12 maart 2026'. */
export function writtenOut(day: string): string {
  const on = new Date(`${day}T12:00:00`);
  const language = document.documentElement.lang === "en" ? "en-GB" : "nl"; // day first, as the rest of the site
  return on.toLocaleDateString(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
