/** Which exercises serve somebody's learning goals. The same rules as `kring.core.growth.suggest`. */
export interface ForGoals {
  readonly mainly: readonly string[];
  readonly also: readonly string[];
}

/**
 * Those that serve a goal, the most fitting first: by how many goals, then by how many they were made for, then by
 * the goal that was chosen earliest, then as they stood.
 */
export function fitting<Thing>(
  things: readonly Thing[],
  goals: readonly string[],
  goalsOf: (thing: Thing) => ForGoals,
): Thing[] {
  const ranked = things.map((thing) => {
    const { mainly, also } = goalsOf(thing);
    const madeFor = goals.filter((goal) => mainly.includes(goal));
    const shared = goals.filter((goal) => mainly.includes(goal) || also.includes(goal));
    const first = goals.indexOf(madeFor[0] ?? shared[0] ?? "");
    return { thing, rank: [-shared.length, -madeFor.length, first], serves: shared.length > 0 };
  });
  return ranked
    .filter(({ serves }) => serves)
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ thing }) => thing);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
