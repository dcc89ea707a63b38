/** What the signed statements of a circle say of its people through time. */
import type { KeyNews, Member } from "../vault/vault.ts";

export type Roster = readonly Member[];

/** One roster for each epoch. The vault has checked what they are read from. */
export const rostersOf = (chain: KeyNews["chain"]): readonly Roster[] =>
  chain.map(({ body }) => (JSON.parse(body) as { readonly members: Roster }).members);

/** By account, as they were called last; also who has left. */
export const namesOf = (rosters: readonly Roster[]): ReadonlyMap<string, string> =>
  new Map(rosters.flat().map(([acct, , , name]) => [acct, name]));

export const nameOf = (rosters: readonly Roster[], acct: string): string | null =>
  namesOf(rosters).get(acct) ?? null;

/**
 * The names of the others who came back with another key while `me` was there, and with whom no words were compared
 * since. `compared` has members as their four strings with spaces between.
 */
export function renewed(
  rosters: readonly Roster[],
  me: string,
  compared: ReadonlySet<string>,
): readonly string[] {
  const inMyTime = rosters.filter((roster) => roster.some(([acct]) => acct === me)).flat();
  return (rosters.at(-1) ?? [])
    .filter((member) => member[0] !== me && !compared.has(member.join(" ")))
    .filter(([acct, exchange]) => inMyTime.some((one) => one[0] === acct && one[1] !== exchange))
    .map(([, , , name]) => name);
}
