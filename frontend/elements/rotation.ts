/** Where everybody presents in turn: whether somebody still waits for theirs. The engine says who it is. */
import type { RoomNow } from "../live/seen.ts";

export function someoneWaitsToPresent({ phase, people }: RoomNow): boolean {
  const way = phase?.phase.next_presenter;
  if (!way) return false;
  const most = way.presenters ?? people.length;
  if (people.filter(({ hasPresented }) => hasPresented).length >= most) return false;
  return people.some(
    ({ hasAssented, hasDeclined, hasLeft, hasPresented, isAway, isObserver }) =>
      hasAssented && !hasDeclined && !hasLeft && !hasPresented && !isAway && !isObserver,
  );
}

/** What the button that goes on is called. */
export function nextStep(room: RoomNow): string {
  if (someoneWaitsToPresent(room)) return "panel.next_presenter";
  return room.phaseIndex === room.plan.phases.length - 1 ? "panel.close" : "panel.next";
}
