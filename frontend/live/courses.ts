/** The courses of a circle's meetings, as far as its members sealed them. */
import type { Circle } from "./circle.ts";
import type { Course } from "./course.ts";
import { readAll } from "./read-all.ts";

export const COURSE = "meeting.course"; // item: the meeting

/** By meeting. One that was closed with nobody's page open has none, nor has one from before we came. */
export async function readCourses(circle: Circle): Promise<ReadonlyMap<string, Course>> {
  return readAll<Course>(circle, COURSE);
}
