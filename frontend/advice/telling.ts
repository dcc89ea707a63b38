/** Reasons as sentences. Twin of `advice/telling.py`. */
import type { Language, Reason, Sentences, Suggestion } from "./shapes.ts";

export const AT_A_GLANCE = 3; // sentences; as many as one reads before choosing

/** A reason as one would say it. */
export function sentence(reason: Reason, sentences: Sentences, language: Language): string {
  const all = { ...sentences.favours, ...sentences.cautions, ...sentences.obstacles };
  return filled(all[reason.code][language], (name) => word(reason, name, sentences, language));
}

/** The weightiest reasons for a suggestion, one after the other. */
export function told({ reasons }: Suggestion, sentences: Sentences, language: Language): string {
  return reasons
    .slice(0, AT_A_GLANCE)
    .map((reason) => sentence(reason, sentences, language))
    .join(" ");
}

function word({ args }: Reason, name: string, sentences: Sentences, language: Language): string {
  const value = args[name];
  if (typeof value === "string") return sentences.kinds[value][language];
  if (typeof value === "object") return filled(sentences.quoted[language], () => value[language]);
  if (value === undefined) throw new Error(`the sentence asks for ${name}, which the reason doesn't have`);
  if (name !== "times") return String(value);
  return (
    sentences.times[value - 1]?.[language] ?? filled(sentences.many_times[language], () => String(value))
  );
}

const filled = (text: string, fill: (name: string) => string): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => fill(name));
