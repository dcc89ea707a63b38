/** Days as they stand in sealed texts, as in 2026-11-30, and as people read them in the language of the page. */

/** '12 maart'. */
export function shortDate(day: string): string {
  return told(day, { day: "numeric", month: "long" });
}

/** '12 maart 2026'. */
export function dayInFull(day: string): string {
  return told(day, { day: "numeric", month: "long", year: "numeric" });
}

function told(day: string, how: Intl.DateTimeFormatOptions): string {
  const language = document.documentElement.lang === "en" ? "en-GB" : "nl"; // day first, as the rest of the site
  return new Date(`${day}T12:00:00`).toLocaleDateString(language, how);
}
