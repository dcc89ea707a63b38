/** Mail addresses. */
import type { Finder } from "./finding.ts";
import { matches } from "./finding.ts";

const ADDRESS =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;

export const mail: Finder = (text) => matches(text, ADDRESS);
