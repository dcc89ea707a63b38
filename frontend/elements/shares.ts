/** Who had the floor how long: counted from the floor passing on, never from microphones. */
import type { RoomNow } from "../live/seen.ts";

export interface Share {
  readonly id: string;
  readonly name: string;
  /** Of all the time in which somebody had the floor. */
  readonly percent: number;
  readonly turns: number;
  readonly seconds: number;
}

/** In the order of the circle: a mirror, not a ranking. */
export function shares({ people }: Pick<RoomNow, "people">): Share[] {
  const all = people.reduce((sum, { floorSeconds }) => sum + floorSeconds, 0);
  return people.map(({ id, name, turns, floorSeconds }) => ({
    id,
    name,
    turns,
    seconds: floorSeconds,
    percent: all > 0 ? Math.round((100 * floorSeconds) / all) : 0,
  }));
}
