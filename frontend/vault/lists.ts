/** The lists of 2,048 words. Each is a chunk of its own, fetched when somebody first asks for words. */
export type Language = "nl" | "en";

export async function wordList(language: Language): Promise<readonly string[]> {
  if (language === "en") return (await import("@scure/bip39/wordlists/english.js")).wordlist;
  const { default: text } = await import("../../src/kring/client/vault/words/nl.txt");
  return text.trim().split("\n");
}
