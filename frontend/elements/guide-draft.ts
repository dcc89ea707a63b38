/** What the guide to learning goals keeps on this device, sealed, until it lies in the circle. */
import type { Mirror, Quadrant } from "../live/goal-shapes.ts";

export const GUIDE_DRAFT = "draft.learning";
/** At a time: whoever learns everything learns nothing. */
export const MOST_GOALS = 3;

export interface GoalInHand {
  readonly id: string;
  readonly capabilities: readonly string[];
  readonly themes: readonly string[];
  readonly own_view: string;
  readonly wish: string;
  readonly differently: string;
  readonly mark: number | null;
}

/** What isn't there hasn't been changed since it was kept. */
export interface GuideDraft {
  readonly step: string;
  readonly mirror?: Mirror;
  readonly quadrant?: Quadrant;
  readonly goal?: GoalInHand;
}
