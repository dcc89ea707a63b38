/**
 * Dragging the rows of a list by their handles, with mouse, pen or finger. Whoever uses a keyboard has buttons.
 *
 *     <ol><li>…<span data-part="handle"></span></li></ol>
 */
const EDGE = 72; // pixels from the edge of the window where the page begins to move along
const STEP = 10; // pixels a movement

export function dragRows(list: HTMLElement, dropped: (from: number, to: number) => void): void {
  let lifted: { row: HTMLElement; from: number; grip: number } | null = null;
  const placeOf = (row: Element): number => [...list.children].indexOf(row);

  list.addEventListener("pointerdown", (event) => {
    const handle = (event.target as Element).closest("[data-part=handle]");
    const row = handle?.closest<HTMLElement>("li");
    if (!row || event.button !== 0) return;
    event.preventDefault();
    // The list, not the handle: a row that changes its place would let go of the pointer.
    list.setPointerCapture(event.pointerId);
    const { top, height } = row.getBoundingClientRect();
    lifted = { row, from: placeOf(row), grip: event.clientY - top - height / 2 };
    row.dataset.lifted = "";
  });

  list.addEventListener("pointermove", (event) => {
    if (!lifted) return;
    const middle = event.clientY - lifted.grip;
    swap(lifted.row, middle);
    lifted.row.style.translate = "";
    const { top, height } = lifted.row.getBoundingClientRect();
    lifted.row.style.translate = `0 ${String(Math.round(middle - top - height / 2))}px`;
    if (event.clientY < EDGE) scrollBy({ top: -STEP, behavior: "instant" });
    if (event.clientY > innerHeight - EDGE) scrollBy({ top: STEP, behavior: "instant" });
  });

  const letGo = (): void => {
    if (!lifted) return;
    const { row, from } = lifted;
    lifted = null;
    row.style.translate = "";
    delete row.dataset.lifted;
    if (placeOf(row) !== from) dropped(from, placeOf(row));
  };
  list.addEventListener("pointerup", letGo);
  list.addEventListener("pointercancel", letGo);
}

function swap(row: HTMLElement, middle: number): void {
  const [before, after] = [row.previousElementSibling, row.nextElementSibling];
  if (before && middle < middleOf(before)) before.before(row);
  else if (after && middle > middleOf(after)) after.after(row);
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
