/** What a page of a circle uses: a group that lasts, entered with the keys of one's own account. */
import type { Member, Pin } from "./chain.ts";
import { connectWorker } from "./connect.ts";
import type { Accepted, BegunCircle } from "./keyring.ts";
import { base64url, random } from "./primitives.ts";
import type {
  Admission,
  Box,
  Entered,
  Guest,
  KeyNews,
  NextEpoch,
  Opened,
  Placed,
  Sealed,
  Written,
} from "./shapes.ts";
import { Shelf, ownStorage } from "./shelf.ts";
import type { Caller } from "./wire.ts";

export type {
  Accepted,
  Admission,
  BegunCircle,
  Box,
  Entered,
  Guest,
  KeyNews,
  NextEpoch,
  Opened,
  Pin,
  Placed,
  Sealed,
};

const shelf = new Shelf(ownStorage());
let caller: Promise<Caller> | undefined;
const ask = (): Promise<Caller> => (caller ??= connectWorker(() => undefined));
const moment = (): string => new Date().toISOString();

/** The newest epoch that this device has seen, and who read the control words when. */
export interface Seen {
  readonly pin: Pin;
  /** The members, as four strings each, whose words were read aloud; empty before the first time. */
  readonly compared: readonly string[];
}

export const circleVault = {
  /** Takes a seat; `invited` where one hasn't been let in yet. Refuses with `locked` where one's own vault is shut. */
  async sit(asked: {
    group: string;
    name: string;
    invited?: { invite: string; secret: string };
  }): Promise<{ acct: string }> {
    return (await ask()).ask("sit", asked);
  },

  async begin(asked: { group: string; name: string }): Promise<BegunCircle> {
    return (await ask()).ask("beginCircle", { ...asked, now: moment() });
  },

  async newInvitation(): Promise<{ invite: string; secret: string }> {
    return (await ask()).ask("newInvitation", undefined);
  },

  async accept(asked: { group: string; invite: string; secret: string }): Promise<Accepted> {
    return (await ask()).ask("accept", asked);
  },

  /** The own line of the roster, to show where one has a place and no link. */
  async entry(asked: { group: string }): Promise<Member> {
    return (await ask()).ask("entry", asked);
  },

  async welcome(asked: { group: string; guests: readonly (Guest | Placed)[] }): Promise<Admission> {
    return (await ask()).ask("welcome", { ...asked, now: moment() });
  },

  async remove(asked: { group: string; acct: string }): Promise<NextEpoch> {
    return (await ask()).ask("remove", { ...asked, now: moment() });
  },

  /** Keys of the epochs in which somebody was a member already, sealed to their new keys. */
  async giveBack(asked: {
    group: string;
    acct: string;
    epochs: readonly number[];
  }): Promise<Record<string, string>> {
    return (await ask()).ask("regrant", { ...asked, whileMember: true });
  },

  /** `seen` is what the server keeps for us, opened; what this device remembers counts as well. */
  async enter({ group, seen, ...news }: { group: string; seen: Pin | null } & KeyNews): Promise<Entered> {
    const kept = shelf.read(group, "pin");
    const here = kept === null ? null : (JSON.parse(kept) as Pin);
    const pin = here && (!seen || seen.epoch < here.epoch) ? here : seen;
    const entered = await (await ask()).ask("enter", { group, ...news, pin });
    shelf.write(group, "pin", JSON.stringify(entered.pin));
    return entered;
  },

  async seal(asked: { group: string; author?: string; text: string } & Written): Promise<string> {
    return (await ask()).ask("seal", asked);
  },

  async open(asked: { group: string; items: readonly Sealed[] }): Promise<Opened[]> {
    return (await ask()).ask("open", asked);
  },

  newBox: (): Box => ({ id: globalThis.crypto.randomUUID(), salt: base64url(random(32)) }),

  /** Seals for oneself alone; the salt of `box` lies with the server, and goes when one leaves. */
  async sealOwn(asked: { group: string; box: Box; text: string } & Written): Promise<string> {
    return (await ask()).ask("sealSelf", asked);
  },

  async openOwn(asked: {
    group: string;
    box: Box;
    items: readonly (Written & { envelope: string })[];
  }): Promise<Opened[]> {
    return (await ask()).ask("openSelf", asked);
  },

  /** The account whose vault is open, or null. */
  async holder(): Promise<string | null> {
    return (await ask()).ask("holder", undefined);
  },
};
