/**
 * A text of a circle as somebody reads it without Kring: Markdown. Records have their steps and cards; whatever else is
 * kept as JSON becomes a list of what people wrote and chose in it.
 */
import type { ArchiveWords } from "./archive-words.ts";
import type { KeptCard, KeptStep } from "./keepsake.ts";

export function readable(text: string, language: "nl" | "en", words: ArchiveWords): string {
  const told = parsed(text);
  if (told === null) return text.trim();
  const { steps, notes } = told as { steps?: readonly KeptStep[]; notes?: string };
  if (!Array.isArray(steps)) return list(told, language, "", words, "");
  const parts = (steps as readonly KeptStep[]).map(
    ({ name, cards }) => `**${name[language]}**\n\n${cards.map(card).join("\n")}`,
  );
  if (notes !== undefined && notes.trim() !== "") parts.push(notes.trim());
  return parts.join("\n\n");
}

/** Only what is a list or a record counts as JSON: a number that somebody wrote is a text. */
export function parsed(text: string): object | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === "object" ? told : null;
  } catch {
    return null;
  }
}

/** A text in both languages in the one that is read, or what it was. */
export function inOne(told: unknown, language: "nl" | "en"): unknown {
  const both = (told ?? {}) as { nl?: unknown; en?: unknown };
  return typeof both.nl === "string" && typeof both.en === "string" ? both[language] : told;
}

function card({ by, text, date, about, labels }: KeptCard): string {
  const name = by === null ? "" : `**${by.name}**: `;
  const more = [...labels, ...(date === null ? [] : [date])];
  const subject = about === null ? "" : `\n  > ${indented(about, "  > ")}`;
  return `- ${name}${indented(text, "  ")}${more.length > 0 ? ` (${more.join(", ")})` : ""}${subject}`;
}

/** `under`: the name under which a row of values stands. */
function list(
  told: object,
  language: "nl" | "en",
  margin: string,
  words: ArchiveWords,
  under: string,
): string {
  const rows = Array.isArray(told)
    ? told.map((one): [string, unknown] => ["", one])
    : Object.entries(told as Record<string, unknown>);
  return rows
    .flatMap(([name, both]) => {
      const head = name === "" ? "" : `${words.name(name)}: `;
      const value = inOne(both, language);
      if (typeof value === "object" && value !== null) {
        const inside = list(value, language, `${margin}  `, words, name === "" ? under : name);
        return inside === "" ? [] : [`${margin}- ${head}`.trimEnd() + `\n${inside}`];
      }
      const said = words.value(name === "" ? under : name, value);
      return said === null ? [] : [`${margin}- ${head}${indented(said, `${margin}  `)}`];
    })
    .join("\n");
}

const indented = (text: string, margin: string): string => text.trim().replace(/\n/g, `\n${margin}`);
