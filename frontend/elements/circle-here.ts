/** The circle of this page, once its keys are there; elements wait for it. */
import type { Circle } from "../live/circle.ts";

let opened: ((circle: Circle) => void) | undefined;
const circle = new Promise<Circle>((resolve) => {
  opened = resolve;
});

export const whenOpen = (): Promise<Circle> => circle;
export const isOpen = (here: Circle): void => opened?.(here);
