/** The clock of a phase, worked out from the times of events. */
import type { State } from "./state.ts";

export type ClockWords = "none" | "plenty" | "nearly" | "up" | "stopped";

/** Whole seconds left of this phase, negative when over; null where nothing runs. `now` in milliseconds. */
export function remainingSeconds(state: State, now: number): number | null {
  const clock = state.clock;
  if (!clock) return null;
  const gone = (clock.stopped ?? now) - clock.started - Math.round(clock.stood_still * 1000);
  return Math.floor((clock.seconds * 1000 - gone) / 1000);
}

/** The clock as one would say it. */
export function clockWords(state: State, now: number): ClockWords {
  const left = remainingSeconds(state, now);
  if (!state.clock || left === null) return "none";
  if (state.clock.stopped !== null) return "stopped";
  if (left <= 0) return "up";
  return left * 5 > state.clock.seconds ? "plenty" : "nearly";
}
