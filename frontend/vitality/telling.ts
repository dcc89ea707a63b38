/** A signal in words, for the circle. The twin of `core/vitality/telling.py`. */
import type { Language } from "./book.ts";
import { book } from "./book.ts";
import type { Signal } from "./signal.ts";

export interface Told {
  readonly name: string;
  /** The numbers in a sentence; while it is too early, what it waits for. */
  readonly restsOn: string;
  /** Blank, as `tryThis`, unless it is worth a look. */
  readonly question: string;
  readonly tryThis: string;
  readonly why: string;
  readonly sources: readonly string[];
}

export function told(signal: Signal, language: Language): Told {
  const asks = book.signals.find(({ id }) => id === signal.id);
  if (asks === undefined) throw new Error(`no signal ${signal.id}`);
  const early = signal.level === "too_early";
  const sentence = early ? book.early[asks.counts]?.[language] : asks.rests_on[language];
  const numbers = early ? asks.limits : signal.numbers;
  const look = signal.level === "look";
  return {
    name: asks.name[language],
    restsOn: (sentence ?? "").replace(/\{(\w+)\}/g, (place, name: string) =>
      figure(numbers[name], language, place),
    ),
    question: look ? asks.question[language] : "",
    tryThis: look ? asks.try_this[language] : "",
    why: asks.why[language],
    sources: asks.sources,
  };
}

function figure(number: number | undefined, language: Language, place: string): string {
  if (number === undefined) return place;
  return language === "nl" ? String(number).replace(".", ",") : String(number);
}
