/** What a signal is: a question to the circle, never a score. The words of `core/vitality/signal.py`. */
import type { History } from "./history.ts";

export type Level = "too_early" | "quiet" | "look";
export type Numbers = Readonly<Record<string, number>>;

export interface Signal {
  readonly id: string;
  readonly level: Level;
  /** What it rests on, by the names that its sentence uses. */
  readonly numbers: Numbers;
}

export interface Measured {
  readonly worthALook: boolean;
  readonly numbers: Numbers;
}

/** Gives the limit of that name; one that the file doesn't have is a mistake of ours. */
export type Limit = (name: string) => number;

/** Null where there is too little to go by. */
export type Measure = (history: History, today: string, limit: Limit) => Measured | null;

/** A share in whole percents, half rounded up. */
export function percent(part: number, whole: number): number {
  return Math.floor((100 * part) / whole + 0.5);
}

/** To one decimal, half up. */
export function tenths(number: number): number {
  return Math.floor(10 * number + 0.5) / 10;
}
