/** What is filled in in the guide to learning goals, read from its fields and put back into them. */
import type { Mirror, Quadrant } from "../live/goal-shapes.ts";
import { quadrantOf } from "../live/goal-shapes.ts";
import type { GoalInHand } from "./guide-draft.ts";
import type { MarkScale } from "./mark-scale.ts";
import { scaleIn } from "./mark-scale.ts";

export function mirrorIn(guide: ParentNode): Mirror {
  const told = capabilitySteps(guide).map((step) => {
    const [now, wish] = scalesIn(step);
    const words = step.querySelector("textarea")?.value.trim() ?? "";
    return [step.dataset.word ?? "", { now: now?.mark ?? null, wish: wish?.mark ?? null, words }] as const;
  });
  return Object.fromEntries(
    told.filter(([, { now, wish, words }]) => now !== null || wish !== null || words !== ""),
  );
}

export function fillMirror(guide: ParentNode, mirror: Mirror): void {
  for (const step of capabilitySteps(guide)) {
    const told = mirror[step.dataset.word ?? ""];
    const [now, wish] = scalesIn(step);
    if (now) now.mark = told?.now ?? null;
    if (wish) wish.mark = told?.wish ?? null;
    const area = step.querySelector("textarea");
    if (area) area.value = told?.words ?? "";
  }
}

export function quadrantIn(guide: ParentNode): Quadrant {
  const told = areas(guide, "data-corner").map((area) => [area.dataset.corner, area.value.trim()]);
  return quadrantOf(Object.fromEntries(told) as Readonly<Record<string, unknown>>);
}

export function fillQuadrant(guide: ParentNode, quadrant: Quadrant): void {
  for (const area of areas(guide, "data-corner"))
    area.value = quadrant[area.dataset.corner as keyof Quadrant];
}

export function goalIn(guide: ParentNode, id: string): GoalInHand {
  const words = (question: string): string =>
    areas(guide, "data-question")
      .find(({ dataset }) => dataset.question === question)
      ?.value.trim() ?? "";
  const touches = (kind: string): string[] =>
    boxes(guide)
      .filter((box) => box.checked && box.dataset.touches === kind)
      .map(({ value }) => value);
  return {
    id,
    capabilities: touches("capabilities"),
    themes: touches("themes"),
    own_view: words("own_view"),
    wish: words("wish"),
    differently: words("differently"),
    mark: goalScale(guide)?.mark ?? null,
  };
}

export function fillGoal(guide: ParentNode, goal: GoalInHand): void {
  const touched = new Set([...goal.capabilities, ...goal.themes]);
  for (const box of boxes(guide)) box.checked = touched.has(box.value);
  for (const area of areas(guide, "data-question"))
    area.value = goal[area.dataset.question as "own_view" | "wish" | "differently"];
  const scale = goalScale(guide);
  if (scale) scale.mark = goal.mark;
}

/** Whether anything is filled in on a screen. */
export const isFilled = (step: ParentNode): boolean =>
  step.querySelector("input:checked") !== null ||
  [...step.querySelectorAll("textarea")].some(({ value }) => value.trim() !== "");

export const hasWords = ({ own_view, wish, differently }: GoalInHand): boolean =>
  [own_view, wish, differently].some((words) => words !== "");

const capabilitySteps = (guide: ParentNode): HTMLElement[] => [
  ...guide.querySelectorAll<HTMLElement>("[data-of=mirror]"),
];
const scalesIn = (step: ParentNode): MarkScale[] => [...step.querySelectorAll<MarkScale>("mark-scale")];
const goalScale = (guide: ParentNode): MarkScale | null => scaleIn(guide, "[data-of=goal] mark-scale");
const areas = (guide: ParentNode, kind: string): HTMLTextAreaElement[] => [
  ...guide.querySelectorAll<HTMLTextAreaElement>(`textarea[${kind}]`),
];
const boxes = (guide: ParentNode): HTMLInputElement[] => [
  ...guide.querySelectorAll<HTMLInputElement>("input[data-touches]"),
];
