/** Days in the language of the page; a day is written as in 2026-11-30. */
export function shortDate(day: string): string {
  return told(day, { day: "numeric", month: "long" });
}

export function dayInFull(day: string): string {
  return told(day, { day: "numeric", month: "long", year: "numeric" });
}

const told = (day: string, how: Intl.DateTimeFormatOptions): string =>
  new Date(`${day}T12:00:00`).toLocaleDateString(document.documentElement.lang, how);
