/**
 * A text of a circle as somebody reads it without Kring: Markdown. Records have their steps and cards; whatever else is
 * kept as JSON becomes a list in which nothing is left out.
 */
import type { KeptCard, KeptStep } from "./keepsake.ts";

export function readable(text: string, language: "nl" | "en"): string {
  const told = parsed(text);
  if (told === null) return text.trim();
  const { steps, notes } = told as { steps?: readonly KeptStep[]; notes?: string };
  if (!Array.isArray(steps)) return list(told, language, "");
  const parts = (steps as readonly KeptStep[]).map(
    ({ name, cards }) => `**${name[language]}**\n\n${cards.map(card).join("\n")}`,
  );
  if (notes !== undefined && notes.trim() !== "") parts.push(notes.trim());
  return parts.join("\n\n");
}

/** Only what is a list or a record counts as JSON: a number that somebody wrote is a text. */
function parsed(text: string): object | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === "object" ? told : null;
  } catch {
    return null;
  }
}

function card({ by, text, date, about, labels }: KeptCard): string {
  const name = by === null ? "" : `**${by.name}**: `;
  const more = [...labels, ...(date === null ? [] : [date])];
  const subject = about === null ? "" : `\n  > ${indented(about, "  > ")}`;
  return `- ${name}${indented(text, "  ")}${more.length > 0 ? ` (${more.join(", ")})` : ""}${subject}`;
}

function list(told: object, language: "nl" | "en", margin: string): string {
  const both = told as { nl?: unknown; en?: unknown };
  if (typeof both.nl === "string" && typeof both.en === "string")
    return `${margin}- ${both[language] as string}`;
  const rows = Array.isArray(told)
    ? told.map((one): [string, unknown] => ["", one])
    : Object.entries(told as Record<string, unknown>);
  return rows
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => {
      const head = name === "" ? "" : `${name}: `;
      return typeof value === "object" && value !== null
        ? `${margin}- ${head}\n${list(value, language, `${margin}  `)}`.replace(/ +\n/g, "\n")
        : `${margin}- ${head}${indented(String(value), `${margin}  `)}`;
    })
    .join("\n");
}

const indented = (text: string, margin: string): string => text.trim().replace(/\n/g, `\n${margin}`);
