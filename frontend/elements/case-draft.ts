import type { Circle } from "../live/circle.ts";
import type { CaseWords, OfferedCase } from "../live/cases.ts";
import { OWN, offered, wordsOf } from "../live/cases.ts";
import { Drafts } from "../live/drafts.ts";
import { Refused } from "../live/http.ts";
import { vault } from "../vault/vault.ts";

const NEW = "draft.case"; // the one that has no address yet; a new one goes on where the last was left
const TRY_AGAIN_MS = 8_000;

/** `kept`: with the server, sealed for us alone. `here`: on this device only. `newer`: another device wrote on. */
export type Kept = "kept" | "here" | "newer";

interface Left {
  readonly id: string;
  readonly rev: number;
  readonly words: CaseWords;
}

export const NOTHING: CaseWords = { kind: "trouble", title: "", parts: {}, question: "", urgency: "next" };

/**
 * A case in the making: each letter is kept sealed on this device at once, and goes sealed for oneself to the server
 * whenever there is a moment. Nothing is overwritten that another device of ours wrote meanwhile.
 */
export class CaseDraft {
  readonly #circle: Circle;
  readonly #drafts: Drafts;
  readonly #tell: (kept: Kept) => void;
  #id: string | null;
  #isNew: boolean;
  #rev = 0;
  #words = NOTHING;
  #isDirty = false;
  #keeping: Promise<void> | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  #newer: { readonly rev: number; readonly words: CaseWords } | null = null;
  #offered: OfferedCase | null = null;

  constructor(circle: Circle, id: string | null, tell: (kept: Kept) => void) {
    this.#circle = circle;
    this.#drafts = new Drafts(vault, circle.group);
    this.#id = id;
    this.#isNew = id === null;
    this.#tell = tell;
  }

  /** Of the case; a new one has it from the beginning. */
  get id(): string {
    return (this.#id ??= crypto.randomUUID());
  }

  /** Whether the server has it under an address of its own. */
  get hasAddress(): boolean {
    return !this.#isNew;
  }

  get words(): CaseWords {
    return this.#words;
  }

  /** As it lies with the circle, if it does. */
  get offered(): OfferedCase | null {
    return this.#offered;
  }

  /** What was written so far. */
  async open(): Promise<void> {
    const left = leftIn(await this.#drafts.read(this.#place));
    if (this.#isNew) {
      this.#id = left?.id ?? this.id;
      this.#take(left?.words ?? NOTHING, left !== null);
      return;
    }
    const there = await this.#there();
    this.#offered =
      (await offered(this.#circle)).cases.find(({ id, isMine }) => isMine && id === this.id) ?? null;
    this.#rev = there?.rev ?? 0;
    if (left) {
      this.#take(left.words, true);
      if (there && left.rev !== there.rev) this.#meet(there);
    } else this.#take(there?.words ?? this.#offered ?? NOTHING, false);
  }

  /** Keeps what was just typed. */
  change(words: Partial<CaseWords>): void {
    this.#take({ ...this.#words, ...words }, true);
    const left: Left = { id: this.id, rev: this.#rev, words: this.#words };
    this.#drafts.write(this.#place, JSON.stringify(left));
  }

  /** Takes it to the server now, where there is something to take. */
  async keep(): Promise<void> {
    while (this.#keeping) await this.#keeping;
    if (!this.#isDirty || this.#newer || (this.#rev === 0 && isEmpty(this.#words))) return;
    this.#keeping = this.#send().finally(() => (this.#keeping = null));
    await this.#keeping;
  }

  /** Where another device wrote on: go on with its text, or with what stands here. */
  async settle(takes: "theirs" | "mine"): Promise<void> {
    const newer = this.#newer;
    if (!newer) return;
    this.#newer = null;
    this.#rev = newer.rev;
    if (takes === "theirs") {
      this.#drafts.drop(this.#place);
      this.#take(newer.words, false);
      this.#tell("kept");
    } else {
      this.#isDirty = true;
      await this.keep();
    }
  }

  async #send(): Promise<void> {
    clearTimeout(this.#again);
    const words = this.#words;
    const text = packed(words);
    try {
      await this.#circle.keepOwn(OWN, this.id, this.#rev + 1, text);
      this.#rev += 1;
    } catch (error) {
      const there = isTaken(error) ? await this.#there().catch(() => null) : null;
      if (there && packed(there.words) === text)
        this.#rev = there.rev; // it had arrived, and the answer hadn't
      else if (there) {
        this.#meet(there);
        return;
      } else {
        this.#tell("here");
        this.#again = setTimeout(() => void this.keep(), TRY_AGAIN_MS);
        return;
      }
    }
    this.#isDirty = packed(this.#words) !== text;
    const place = this.#place;
    this.#isNew = false;
    this.#drafts.drop(place);
    if (this.#isDirty) this.change({});
    this.#tell("kept");
  }

  #meet(there: { rev: number; words: CaseWords }): void {
    if (packed(there.words) === packed(this.#words)) {
      this.#rev = there.rev;
      this.#isDirty = false;
      this.#drafts.drop(this.#place);
      return;
    }
    this.#newer = there;
    this.#tell("newer");
  }

  async #there(): Promise<{ rev: number; words: CaseWords } | null> {
    const [text] = await this.#circle.texts([OWN], [this.id]);
    if (!text) return null;
    const [opened] = await this.#circle.read([text]);
    const words = opened && "text" in opened ? wordsOf(JSON.parse(opened.text)) : null;
    return words && { rev: text.rev, words };
  }

  #take(words: CaseWords, isDirty: boolean): void {
    this.#words = words;
    this.#isDirty = isDirty;
  }

  get #place(): string {
    return this.#isNew ? NEW : `${NEW}.${this.id}`;
  }
}

/** What a new case that never reached the server says so far, if there is one on this device. */
export async function unsentIn(circle: Circle): Promise<CaseWords | null> {
  return leftIn(await new Drafts(vault, circle.group).read(NEW))?.words ?? null;
}

export const isEmpty = ({ title, question, parts }: CaseWords): boolean =>
  [title, question, ...Object.values(parts)].every((text) => text.trim() === "");

const isTaken = (error: unknown): boolean => error instanceof Refused && error.code === "newer";

/** One way to write it down, so that two can be compared. */
function packed({ kind, title, parts, question, urgency }: CaseWords): string {
  const sorted = Object.fromEntries(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));
  return JSON.stringify({ v: 1, kind, title, parts: sorted, question, urgency });
}

function leftIn(text: string): Left | null {
  if (text === "") return null;
  const left = JSON.parse(text) as Left;
  return wordsOf(left.words) === null ? null : left;
}
