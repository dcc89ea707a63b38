/** A circle's usual meeting, kept on this device alone. An agenda is nobody's content, so it needn't be sealed. */
import type { Part } from "../live/agenda.ts";

const NAME = "kring.usual-meeting";

export interface UsualMeeting {
  readonly start: string;
  readonly parts: readonly Part[];
}

export function keptUsual(): UsualMeeting | null {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? "null") as Partial<UsualMeeting> | null;
    return typeof kept?.start === "string" && Array.isArray(kept.parts)
      ? { start: kept.start, parts: kept.parts }
      : null;
  } catch {
    return null; // unreadable, or a browser that keeps nothing
  }
}

/** Whether it could be kept. */
export function keepUsual(usual: UsualMeeting): boolean {
  try {
    localStorage.setItem(NAME, JSON.stringify(usual));
    return true;
  } catch {
    return false;
  }
}

export function forgetUsual(): void {
  localStorage.removeItem(NAME);
}
