/** The courses of a circle's meetings, as far as its members sealed them. */
import type { Circle } from "./circle.ts";
import type { Course } from "./course.ts";
import { kept } from "./kept.ts";

export const COURSE = "meeting.course"; // item: the meeting

/** By meeting. One that was closed with nobody's page open has none, nor has one from before we came. */
export async function readCourses(circle: Circle): Promise<ReadonlyMap<string, Course>> {
  const found = (await kept(circle, [COURSE])).filter(({ says }) => says !== null);
  return new Map(found.map(({ item, says }) => [item, says as unknown as Course]));
}
