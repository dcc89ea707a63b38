/** The courses of a circle's meetings, as far as its members sealed them. */
import type { Circle } from "./circle.ts";
import type { Course } from "./course.ts";

export const COURSE = "meeting.course"; // item: the meeting

/** By meeting. One that was closed with nobody's page open has none, nor has one from before we came. */
export async function readCourses(circle: Circle): Promise<ReadonlyMap<string, Course>> {
  const texts = await circle.texts([COURSE]);
  const opened = await circle.read(texts);
  const courses = new Map<string, Course>();
  for (const [i, { item }] of texts.entries()) {
    const one = opened[i];
    if (one && "text" in one) courses.set(item, JSON.parse(one.text) as Course);
  }
  return courses;
}
