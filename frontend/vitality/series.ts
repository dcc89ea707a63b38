/** What a circle can see at a glance: plain rows, to draw or to read as a table. The twin of `core/vitality/series.py`. */
import type { SeriesWords } from "./book.ts";
import { book } from "./book.ts";
import type { History, Rating } from "./history.ts";
import { casesOf, present, presentersOf, sum } from "./history.ts";
import { tenths } from "./signal.ts";

const LEAST_ANSWERS = 4; // with fewer one would see who said it

export interface Row {
  /** A date, the id of a member, or the id of a method, as the series says. */
  readonly key: string;
  /** One for each column; null where too few gave an answer. */
  readonly values: readonly (number | null)[];
}

export interface Series extends SeriesWords {
  readonly id: string;
  readonly rows: readonly Row[];
}

/** All series, in the order of the file. One without rows has nothing to draw yet. */
export function drawings(history: History): readonly Series[] {
  return Object.entries(book.series).map(([id, words]) => ({
    id,
    ...words,
    rows: ROWS[id]?.(history) ?? [],
  }));
}

const ROWS: Readonly<Record<string, (history: History) => readonly Row[]>> = {
  turn_out: ({ meetings }) =>
    meetings
      .filter(({ presences }) => presences.length > 0)
      .map((meeting) => ({ key: meeting.on, values: [present(meeting), meeting.presences.length] })),

  methods: (history) =>
    counted(casesOf(history).map(({ method }) => method))
      .sort((one, other) => other.times - one.times)
      .map(row),

  voices: ({ meetings, members }) => {
    const voices = meetings.flatMap((meeting) => meeting.voices);
    if (voices.length === 0) return [];
    return everyone(
      members,
      voices.map(({ member }) => member),
    ).map((member) => {
      const own = voices.filter((voice) => voice.member === member);
      const minutes = Math.floor(sum(own.map(({ seconds }) => seconds)) / 60 + 0.5);
      return { key: member, values: [minutes, sum(own.map(({ turns }) => turns))] };
    });
  },

  cases: (history) => {
    const presenters = presentersOf(history);
    if (presenters.length === 0) return [];
    return everyone(history.members, presenters).map((member) => ({
      key: member,
      values: [presenters.filter((presenter) => presenter === member).length],
    }));
  },

  depth_and_safety: ({ meetings }) =>
    meetings
      .filter(({ ratings }) => ratings.length > 0)
      .map(({ on, ratings }) => ({ key: on, values: meansOf(ratings) })),
};

/** Who is in the circle, and after them who left. */
function everyone(members: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...members, ...others])];
}

function counted(words: readonly string[]): { word: string; times: number }[] {
  return [...new Set(words)].map((word) => ({ word, times: words.filter((other) => other === word).length }));
}

function row({ word, times }: { word: string; times: number }): Row {
  return { key: word, values: [times] };
}

/** Of depth and of safety; null where too few answered. */
export function meansOf(ratings: readonly Rating[]): readonly (number | null)[] {
  if (ratings.length < LEAST_ANSWERS) return [null, null];
  return [mean(ratings.map(({ depth }) => depth)), mean(ratings.map(({ safety }) => safety))];
}

function mean(answers: readonly number[]): number {
  return tenths(sum(answers) / answers.length);
}
