/** Whether a case question is about whoever asks it: only then can the circle help them to act differently. */

const ABOUT_ME =
  /(?<![\p{L}\d'’])(?:ik|ikzelf|mij|mijzelf|mezelf|mijn|m['’]n|'k|me|my|myself|mine)(?![\p{L}\d])/iu;
const I = /(?<![\p{L}\d.'’])I(?![\p{L}\d.])/u;

/** By a word for oneself, in Dutch or English. A rule of thumb: it only ever nudges. */
export function isAboutMe(question: string): boolean {
  return ABOUT_ME.test(question) || I.test(question);
}
