/** Looking at a circle: every signal, in the order of the file. The twin of `core/vitality/watching.py`. */
import { book } from "./book.ts";
import type { Asks } from "./book.ts";
import type { History } from "./history.ts";
import type { Measure, Signal } from "./signal.ts";
import { adviceTooSoon } from "./signals/advice-too-soon.ts";
import { cancelledMeetings } from "./signals/cancelled-meetings.ts";
import { flatAndPerfect } from "./signals/flat-and-perfect.ts";
import { intentionsForgotten } from "./signals/intentions-forgotten.ts";
import { noCaseAhead } from "./signals/no-case-ahead.ts";
import { oneMethod } from "./signals/one-method.ts";
import { overrun } from "./signals/overrun.ts";
import { rulesOld } from "./signals/rules-old.ts";
import { safetyFalling } from "./signals/safety-falling.ts";
import { sameFew } from "./signals/same-few.ts";
import { shelfLife } from "./signals/shelf-life.ts";
import { shortMeetings } from "./signals/short-meetings.ts";
import { smallTalk } from "./signals/small-talk.ts";
import { turnOut } from "./signals/turn-out.ts";
import { voicesOutOfBalance } from "./signals/voices-out-of-balance.ts";

const MEASURES: Readonly<Record<string, Measure>> = {
  turn_out: turnOut,
  cancelled_meetings: cancelledMeetings,
  no_case_ahead: noCaseAhead,
  same_few: sameFew,
  one_method: oneMethod,
  advice_too_soon: adviceTooSoon,
  voices_out_of_balance: voicesOutOfBalance,
  overrun,
  short_meetings: shortMeetings,
  small_talk: smallTalk,
  flat_and_perfect: flatAndPerfect,
  safety_falling: safetyFalling,
  intentions_forgotten: intentionsForgotten,
  rules_old: rulesOld,
  shelf_life: shelfLife,
};

/** Every signal, whether it has something to say or not. `today` as in 2026-11-30, in the circle's own zone. */
export function watch(history: History, today: string): readonly Signal[] {
  return book.signals.map((asks) => signal(asks, history, today));
}

function signal(asks: Asks, history: History, today: string): Signal {
  const found = MEASURES[asks.id]?.(history, today, (name) => limit(asks, name)) ?? null;
  if (found === null) return { id: asks.id, level: "too_early", numbers: {} };
  return { id: asks.id, level: found.worthALook ? "look" : "quiet", numbers: found.numbers };
}

function limit(asks: Asks, name: string): number {
  const number = asks.limits[name];
  if (number === undefined) throw new Error(`${asks.id} has no limit ${name}`);
  return number;
}
