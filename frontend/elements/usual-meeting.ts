/** A circle's usual meeting, and where it is kept. Of one's own device that is no secret: an agenda is nobody's content. */
import type { Part } from "../live/agenda.ts";

const NAME = "kring.usual-meeting";

export interface UsualMeeting {
  readonly start: string;
  readonly parts: readonly Part[];
}

/** Where it is kept. */
export interface UsualPlace {
  readonly kept: UsualMeeting | null;
  /** Whether it could be kept. */
  keep(usual: UsualMeeting): Promise<boolean>;
  forget(): Promise<void>;
}

/** Out of what was kept; null where nobody can read it as one. */
export function usualIn(text: string | null): UsualMeeting | null {
  try {
    const kept = JSON.parse(text ?? "null") as Partial<UsualMeeting> | null;
    return typeof kept?.start === "string" && Array.isArray(kept.parts)
      ? { start: kept.start, parts: kept.parts }
      : null;
  } catch {
    return null;
  }
}

/** For who has no circle that lasts: this device. */
export const ofDevice: UsualPlace = {
  get kept() {
    try {
      return usualIn(localStorage.getItem(NAME));
    } catch {
      return null; // a browser that keeps nothing
    }
  },
  keep(usual) {
    try {
      localStorage.setItem(NAME, JSON.stringify(usual));
      return Promise.resolve(true);
    } catch {
      return Promise.resolve(false);
    }
  },
  forget() {
    localStorage.removeItem(NAME);
    return Promise.resolve();
  },
};
