/** Beginning a meeting: the keys are made here, and the server gets what it may have. */
import type { Begun } from "../vault/keyring.ts";
import { vault } from "../vault/vault.ts";

export interface NewGroup {
  readonly meeting: string;
  readonly begun: Begun;
  /** What the request that begins it always has; same names as `NewGroup` on the server. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A group of one, under an account of one's own or a guest's new one. */
export async function newGroup(acct?: string): Promise<NewGroup> {
  const meeting = crypto.randomUUID();
  const now = new Date().toISOString();
  const begun = await vault.beginGroup({ group: meeting, now, ...(acct === undefined ? {} : { acct }) });
  const { share } = await vault.keep({ group: meeting });
  const { member, statement, grant, box, doorTokenHash } = begun;
  return {
    meeting,
    begun,
    body: { meeting, member, statement, grant, box, door_hash: doorTokenHash, share },
  };
}
