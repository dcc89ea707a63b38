/** Having a method checked while somebody writes: the rules at once, the walks once there is nothing to remark. */
import { Refused, ask } from "../live/http.ts";
import type { Path, Row } from "./data.ts";
import type { Skeleton } from "./skeleton.ts";
import { placeOf, sizesOf, skeletonOf } from "./skeleton.ts";

export interface Fault {
  readonly path: Path;
  readonly wrong: string;
  readonly mend: string;
}

export interface Bar {
  readonly number: string;
  readonly sound: string;
  readonly apart: boolean;
  readonly left: string;
  readonly middle: string;
  readonly width: string;
  readonly top: string;
  readonly height: string;
}

/** What is known so far. `walked`: sizes of circles that got through; `failed`: why nothing is known. */
export interface Checked {
  readonly skeleton: Skeleton;
  readonly faults: readonly Fault[];
  readonly minutes: number;
  readonly facts: string;
  readonly tools: string;
  readonly bars: readonly Bar[];
  readonly walked: readonly number[];
  readonly isDone: boolean;
}

interface Told {
  readonly place: readonly string[];
  readonly wrong: string;
  readonly mend: string;
}

interface Remarks extends Omit<Checked, "skeleton" | "faults" | "walked" | "isDone"> {
  readonly faults: readonly Told[];
}

const CALM_MS = 300; // the pause after which somebody wants to know
const WALK_AFTER_MS = 900; // a walk costs the server more than a look
const AGAIN_AFTER_MS = 5_000;

export class Checking {
  readonly #tell: (checked: Checked) => void;
  readonly #fail: (say: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(tell: (checked: Checked) => void, fail: (say: string) => void) {
    this.#tell = tell;
    this.#fail = fail;
  }

  /** Something changed; what was asked before doesn't count any more. */
  changed(method: Row): void {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(method, this.#turn), CALM_MS);
  }

  async #look(method: Row, turn: number): Promise<void> {
    const skeleton = skeletonOf(method);
    const body = { method: skeleton.method };
    try {
      const { faults: told, ...facts } = (await ask<Remarks>("POST", "/methods/own/check/", body)).body;
      if (turn !== this.#turn) return;
      const faults = placed(told, skeleton);
      const known = { ...facts, skeleton, walked: [] };
      this.#tell({ ...known, faults, isDone: faults.length > 0 });
      if (faults.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, WALK_AFTER_MS));
      const walked: number[] = [];
      for (const people of sizesOf(method)) {
        if (turn !== this.#turn) return;
        const walk = await ask<{ faults: Told[] }>("POST", "/methods/own/walk/", { ...body, people });
        if (turn !== this.#turn) return;
        const stumbles = placed(walk.body.faults, skeleton);
        if (stumbles.length > 0) {
          this.#tell({ ...known, walked: [...walked], faults: stumbles, isDone: true });
          return;
        }
        walked.push(people);
        this.#tell({ ...known, walked: [...walked], faults: [], isDone: people === sizesOf(method).at(-1) });
      }
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#fail(error instanceof Refused ? error.message : "");
      this.#timer = setTimeout(() => void this.#look(method, turn), AGAIN_AFTER_MS);
    }
  }
}

const placed = (told: readonly Told[], skeleton: Skeleton): Fault[] =>
  told.map(({ place, wrong, mend }) => ({ path: placeOf(place, skeleton), wrong, mend }));
