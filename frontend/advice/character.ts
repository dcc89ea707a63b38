/** What can be read off a method. Twin of `advice/character.py`; what isn't here comes ready in its traits. */
import { EXPOSURES, LEVELS } from "./shapes.ts";
import type { Exposure, Level, Minutes, Suitcase, Traits } from "./shapes.ts";

/** Whether one level asks more than another. */
export const harder = (one: Level, other: Level): boolean => LEVELS.indexOf(one) > LEVELS.indexOf(other);

/** Whether a presenter lays open more with one than with another. */
export const opensMore = (one: Exposure, other: Exposure): boolean =>
  EXPOSURES.indexOf(one) > EXPOSURES.indexOf(other);

/** How long the whole takes; what is repeated with each next presenter counts once for everybody. */
export function minutesOf({ once, each }: Traits, people: number): Minutes {
  return {
    least: once.least + people * each.least,
    usual: once.usual + people * each.usual,
    most: once.most + people * each.most,
  };
}

/** Whether it asks for feelings, images or values, or is for nothing but what touches and what is torn. */
export const goesInward = (method: Traits, { inner_questions: inner }: Suitcase): boolean =>
  method.asks_inward || method.suits.every((kind) => inner.includes(kind));

/** Whether it serves many kinds of question. */
export const isBroad = ({ suits }: Traits, { measures }: Suitcase): boolean => suits.length >= measures.broad;

/** Whether there has to be a success to tell. */
export const isForSuccessAlone = ({ suits }: Traits): boolean =>
  suits.length > 0 && suits.every((kind) => kind === "success");
