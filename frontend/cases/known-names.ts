/** The names of the circle's own members: they are known here, so nobody is given away by them. */
import type { Finding } from "./pii/finding.ts";

/** What was found, without the names that consist of nothing but a member's own. */
export function besides(
  findings: readonly Finding[],
  text: string,
  members: readonly string[],
): readonly Finding[] {
  const names = members.map((name) => new Set(wordsIn(name)));
  return findings.filter(({ kind, start, end }) => {
    const found = wordsIn(text.slice(start, end));
    return kind !== "name" || !names.some((name) => found.every((word) => name.has(word)));
  });
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
