/** What somebody does without reaching for a button: Alt with a letter. */
import type { Tag } from "../../live/seen.ts";

const SHORTCUTS: Readonly<Record<string, readonly Tag[]>> = {
  KeyS: ["take_floor", "yield_floor"],
  KeyH: ["raise_hand", "lower_hand"],
  KeyP: ["pass"],
  KeyR: ["finish", "unfinish"],
  KeyN: ["next"],
};

/** The first deed of these keys that this person may do now. */
export function wantedBy({ code, altKey, ctrlKey, metaKey }: KeyboardEvent, may: readonly Tag[]): Tag | null {
  if (!altKey || ctrlKey || metaKey) return null;
  return SHORTCUTS[code]?.find((deed) => may.includes(deed)) ?? null;
}
