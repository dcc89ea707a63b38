/** Counting a self-check where its sealed answers are opened. The twin of `core/growth/self_check.py`. */

export const LEAST_ANSWERS = 4; // with three, two who talk to each other know what the third said
const LOW = 3; // a mean below the middle is worth talking about
const APART = 3; // marks between the lowest and the highest: people live in different circles

/** What one person answered: criterion to mark from 1 to 5; what was left open isn't in it. */
export type Sheet = Readonly<Record<string, number>>;

export interface Outcome {
  readonly id: string;
  readonly answers: number;
  /** Null, as `lowest` and `highest`, where fewer than four gave a mark. */
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly worth_talking: boolean;
}

/**
 * What the circle said, in the order of the criteria; null while it may not be shown.
 *
 * Shown once, when the round is closed: who saw it with four answers and again with five would know the fifth.
 */
export function outcomes(
  criteria: readonly string[],
  sheets: readonly Sheet[],
  closed: boolean,
): readonly Outcome[] | null {
  if (sheets.some((sheet) => Object.values(sheet).some((mark) => !isMark(mark)))) {
    throw new RangeError("a mark runs from 1 to 5");
  }
  if (!closed || sheets.length < LEAST_ANSWERS) return null;
  return criteria.map((id) =>
    outcome(
      id,
      sheets.map((sheet) => sheet[id]).filter((mark) => mark !== undefined),
    ),
  );
}

function isMark(mark: number): boolean {
  return Number.isInteger(mark) && mark >= 1 && mark <= 5;
}

function outcome(id: string, marks: readonly number[]): Outcome {
  const answers = marks.length;
  if (answers < LEAST_ANSWERS) {
    return { id, answers, mean: null, lowest: null, highest: null, worth_talking: false };
  }
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / answers;
  const lowest = Math.min(...marks);
  const highest = Math.max(...marks);
  return {
    id,
    answers,
    mean: Math.floor(10 * mean + 0.5) / 10,
    lowest,
    highest,
    worth_talking: mean < LOW || highest - lowest >= APART,
  };
}
