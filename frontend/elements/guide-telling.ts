/** What a screen of the guide to learning goals tells of the ones around it. */
import type { Mirror } from "../live/goal-shapes.ts";
import { widestGaps } from "../live/goal-shapes.ts";
import { make, opened, say, show } from "./make.ts";
import { part } from "./parts.ts";
import type { Texts } from "./texts.ts";

type Steps = readonly HTMLElement[];

/** How far one is: in this part in words, on the whole way as a bar. */
export function tellWhere(guide: ParentNode, now: HTMLElement, steps: Steps, texts: Texts): void {
  const { of = "" } = now.dataset;
  if (!show(part(guide, "progress"), of !== "start" && of !== "done")) return;
  const inPart = steps.filter(({ dataset }) => dataset.of === of);
  say(part(guide, "where"), texts.say(`guide.${of}`, { at: inPart.indexOf(now) + 1, of: inPart.length }));
  const asking = steps.filter(({ dataset }) => dataset.of !== "start" && dataset.of !== "done");
  const progress = guide.querySelector("progress");
  if (progress) [progress.max, progress.value] = [asking.length, asking.indexOf(now) + 1];
}

/** The corners of the quadrant that were filled in on the screens before: one follows from the other. */
export function tellBefore(now: HTMLElement, steps: Steps): void {
  const before = part(now, "before");
  if (!before) return;
  const told = steps
    .slice(0, steps.indexOf(now))
    .filter(({ dataset }) => dataset.of === now.dataset.of)
    .flatMap((step) => {
      const words = step.querySelector("textarea")?.value.trim() ?? "";
      const name = step.querySelector("h2")?.textContent.trim() ?? "";
      return words === ""
        ? []
        : [make("div", {}, make("dt", {}, name), make("dd", {}, opened("span", {}, words)))];
    });
  before.replaceChildren(...told);
  show(before, told.length > 0);
}

/** Where a goal is chosen: in what one wishes to grow most. */
export function tellWidestGaps(now: HTMLElement, mirror: Mirror, texts: Texts): void {
  const names = widestGaps(mirror).map((word) => texts.say(`touches.${word}`));
  if (show(part(now, "from-mirror"), names.length > 0)) say(part(now, "most"), names.join(", "));
}
