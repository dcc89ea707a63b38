/** What somebody wrote after a meeting for themselves. The forms are those of `kring.core.growth.reflection`. */
import type { Circle } from "./circle.ts";
import { kept, words } from "./kept.ts";

export const REFLECTION = "reflection.text";

/** Version 1; the text of `reflection.text`, whose item is the meeting. */
export interface Reflection {
  readonly meeting: string;
  readonly rev: number;
  /** The id of the form that was chosen. */
  readonly form: string;
  /** By the id of the question; those of another form stay, so that choosing anew loses nothing. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface Reflections {
  /** The one that was written last comes last. */
  readonly all: readonly Reflection[];
  /** Meetings about which something was written that doesn't open here, with its revision. */
  readonly shut: ReadonlyMap<string, number>;
}

export async function reflectionsIn(circle: Circle): Promise<Reflections> {
  const texts = await kept(circle, [REFLECTION]);
  const all = texts.flatMap(({ item, rev, says }) =>
    says ? [{ meeting: item, rev, form: words(says.form), answers: answersOf(says.answers) }] : [],
  );
  const shut = new Map(texts.filter(({ says }) => says === null).map(({ item, rev }) => [item, rev]));
  return { all, shut };
}

export async function keepReflection(
  circle: Circle,
  { meeting, rev, form, answers }: Reflection,
): Promise<void> {
  await circle.keepOwn(REFLECTION, meeting, rev, JSON.stringify({ v: 1, form, answers }));
}

export const answersOf = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([prompt, answer]) => [prompt, words(answer)]))
    : {};
