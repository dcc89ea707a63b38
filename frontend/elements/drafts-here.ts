/** Where half-written texts of this page are kept, once its keys are there; fields wait for it. */
import type { Drafts } from "../live/drafts.ts";

let opened: ((drafts: Drafts) => void) | undefined;
const drafts = new Promise<Drafts>((resolve) => {
  opened = resolve;
});

export const whenDrafts = (): Promise<Drafts> => drafts;
export const keepDraftsIn = (here: Drafts): void => opened?.(here);
