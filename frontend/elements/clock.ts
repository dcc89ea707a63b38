/** The clock in words: how much is left, said as one would say it, and never a cut. */
import type { RoomNow } from "../live/seen.ts";
import type { Texts } from "./texts.ts";

const HOUR = 3600; // seconds

export interface ClockFace {
  readonly words: string;
  /** How much of the ring is left, 0 to 100. */
  readonly left: number;
}

export function clockFace({ view, plan, clockSeconds }: RoomNow, texts: Texts): ClockFace {
  const remaining = view.remaining_seconds;
  if (remaining === null || view.clock === "none") return { words: "", left: 0 };
  const left = clockSeconds > 0 ? Math.max(0, Math.min(100, (100 * remaining) / clockSeconds)) : 0;
  if (view.clock === "stopped") return { words: texts.say("clock.stopped"), left };
  return {
    words: plan.pace === "days" ? inDays(remaining, texts) : inMinutes(remaining, view.clock, texts),
    left,
  };
}

function inMinutes(seconds: number, clock: string, texts: Texts): string {
  if (clock === "up") {
    const over = Math.floor(-seconds / 60);
    return over < 1 ? texts.say("clock.up") : texts.count("clock.over", over);
  }
  // Rounded up: 'one more minute' is kinder than 'none', and true until it isn't.
  const minutes = Math.ceil(seconds / 60);
  return clock === "nearly" ? texts.count("clock.nearly", minutes) : texts.count("clock.minutes", minutes);
}

function inDays(seconds: number, texts: Texts): string {
  if (seconds <= 0) return texts.say("clock.days.up");
  const hours = Math.round(seconds / HOUR);
  if (hours >= 24) return texts.count("clock.days", Math.floor(hours / 24));
  return hours >= 1 ? texts.count("clock.hours", hours) : texts.say("clock.hour");
}
