/**
 * Times are meant in the zone of whoever plans; what was planned keeps its own, wherever it is changed from.
 *
 *     <input type="hidden" name="zone" value="">
 */
export function fillZone(page: ParentNode): void {
  const zone = page.querySelector<HTMLInputElement>("input[type=hidden][name=zone]");
  if (zone?.value === "") zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
