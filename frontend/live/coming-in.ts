/** At the door of a circle: with the link of an invitation, or with nothing but a place. A member lets one in. */
import { circleVault } from "../vault/circle.ts";
import { vault } from "../vault/vault.ts";
import { ask } from "./http.ts";

/** Under which this device keeps the secret of the link, until somebody's vault has looked. */
export const INVITED = "draft.invited";

interface Comer {
  readonly group: string;
  readonly name: string;
}

/** Shows the link; gives back the page of the circle. Until then what the link said stays sealed on this device. */
export async function accept({ group, name }: Comer, invite: string, secret: string): Promise<string> {
  await circleVault.sit({ group, name, invited: { invite, secret } });
  const { member, mac } = await circleVault.accept({ group, invite, secret });
  const { body } = await ask<{ circle: string }>("POST", `/invitation/${group}/${invite}/`, { member, mac });
  const text = JSON.stringify({ invite, secret });
  await vault.keepDraft({ group, item: group, field: INVITED, text });
  return body.circle;
}

/** Comes to a circle in which one has a place; gives back its page. */
export async function takePlace({ group, name }: Comer): Promise<string> {
  await circleVault.sit({ group, name });
  const member = await circleVault.entry({ group });
  return (await ask<{ circle: string }>("POST", `/circles/${group}/place/`, { member })).body.circle;
}
