/** How strong a passphrase of one's own is, in a word; the sentences stand in the page. */
export type Strength = "short" | "weak" | "fair" | "strong";

export const LEAST_CHARACTERS = 14;
const FAIR_BITS = 44; // four such words
const STRONG_BITS = 66; // as six words of a list of 2,048
const BITS_A_WORD = 11; // at most: words that people choose come from a list no longer than that
const BITS_A_CHARACTER = 2.5; // of writing that isn't random; Shannon measured 1 to 2 in running text

/**
 * A cautious guess: words count as words, repeats and rows of neighbours count for nothing.
 * No list of leaked passwords is fetched, because nothing that is typed may leave the page.
 */
export function strengthOf(passphrase: string): Strength {
  const text = passphrase.normalize("NFKC").trim();
  if (text.length < LEAST_CHARACTERS) return "short";
  const bits = Math.min(bitsOfWords(text), bitsOfCharacters(text));
  return bits >= STRONG_BITS ? "strong" : bits >= FAIR_BITS ? "fair" : "weak";
}

function bitsOfWords(text: string): number {
  const words = new Set(text.toLowerCase().split(/[\s\-_.,;:!?]+/u));
  let bits = 0;
  for (const word of words)
    bits += /^\p{L}+$/u.test(word) ? Math.min(BITS_A_WORD, bitsOfCharacters(word)) : bitsOfCharacters(word);
  return bits;
}

function bitsOfCharacters(text: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u].filter((kind) => kind.test(text)).length;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const surprising = codes.filter((code, i) => i === 0 || Math.abs(code - (codes[i - 1] ?? 0)) > 1).length;
  const distinct = new Set(codes).size;
  return Math.min(surprising, distinct * 2) * (BITS_A_CHARACTER + 0.5 * (kinds - 1));
}
