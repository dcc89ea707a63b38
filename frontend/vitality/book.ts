/** The words, limits, reasons and sources of all signals: `core/vitality/signals.yaml`, as the package build knows it. */
import file from "./signals.json" with { type: "json" };

export type Language = "nl" | "en";
export type Text = Readonly<Record<Language, string>>;

export interface Asks {
  readonly id: string;
  /** Whether it rests on what only members can open. */
  readonly sealed: boolean;
  readonly name: Text;
  readonly counts: string;
  readonly limits: Readonly<Record<string, number>>;
  readonly rests_on: Text;
  readonly question: Text;
  readonly try_this: Text;
  readonly why: Text;
  readonly sources: readonly string[];
}

export interface SeriesWords {
  readonly name: Text;
  readonly key: Text;
  readonly columns: readonly Text[];
}

interface Book {
  readonly early: Readonly<Record<string, Text>>;
  readonly signals: readonly Asks[];
  readonly series: Readonly<Record<string, SeriesWords>>;
}

export const book: Book = file;
