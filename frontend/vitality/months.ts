/** Full months from one day (as in 2026-11-30) to another, never below nothing. */
export function monthsBetween(start: string, end: string): number {
  const [startYear, startMonth, startDay] = parts(start);
  const [endYear, endMonth, endDay] = parts(end);
  const months = 12 * (endYear - startYear) + endMonth - startMonth;
  return Math.max(0, months - (endDay < startDay ? 1 : 0));
}

function parts(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
