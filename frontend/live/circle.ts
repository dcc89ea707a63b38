/**
 * A circle as this browser knows it: its keys, entered with one's own; letting in who was invited, making a new key
 * where somebody has left, and the texts that last.
 */
import type { Member } from "../vault/vault.ts";
import { KringError, codeOf, vault } from "../vault/vault.ts";
import type { Box, Entered, Guest, Opened, Placed, Seen } from "../vault/circle.ts";
import { circleVault } from "../vault/circle.ts";
import type { CircleState, InviteSecret, Keys, SealedText } from "./circle-shapes.ts";
import { epochOf, lineOf, placedOf } from "./circle-shapes.ts";
import { Refused, ask } from "./http.ts";
import { openOwn } from "./own.ts";
import { INVITED } from "./coming-in.ts";
import type { Roster } from "./rosters.ts";
import { renewed, rostersOf } from "./rosters.ts";

export type { CircleState, SealedText };

/** Who comes along from another circle, and the link, sealed there. */
type Along = (invite: string, link: string) => Promise<{ circle: string; person: string; link: string }>;

const MOST_TRIES = 5; // of making an epoch while others do the same
const SEEN = "circle.seen";

export class Circle {
  readonly group: string;
  readonly acct: string;
  readonly name: string;
  #entered: Entered | null = null;
  #keys: Keys | null = null;
  #seen: Seen | null = null;
  #isRemembered = true;

  constructor(group: string, acct: string, name: string) {
    this.group = group;
    this.acct = acct;
    this.name = name;
  }

  /** Names and keys as the signed statement has them. */
  get roster(): readonly Member[] {
    return this.#entered?.roster ?? [];
  }

  /** The names of the others who came back with another key, and with whom no words were compared since. */
  get renewed(): readonly string[] {
    return renewed(this.rosters, this.acct, new Set(this.#seen?.compared));
  }

  get rosters(): readonly Roster[] {
    return rostersOf(this.#keys?.epochs ?? []);
  }

  /** Opens one's own vault and takes the seat; refuses with what is wrong where the chain doesn't hold. */
  async open(): Promise<CircleState> {
    const state = await openOwn(this.acct);
    if (state !== "open") return state;
    await circleVault.sit({ group: this.group, name: this.name });
    const invited = await vault.draft({ group: this.group, item: this.group, field: INVITED });
    if (invited !== null)
      await circleVault.sit({
        group: this.group,
        name: this.name,
        invited: JSON.parse(invited) as { invite: string; secret: string },
      });
    if (!(await this.#fetch())) return "waiting";
    vault.dropDraft({ group: this.group, item: this.group, field: INVITED });
    return "open";
  }

  /** Looks again, unless it was opened just now, and does what the circle waits for. Gives back whether anything changed. */
  async tend({ isJustOpened = false } = {}): Promise<boolean> {
    const before = [this.#entered?.epoch, ...this.placed.map(lineOf)].join();
    await this.#untilDone((keys) => this.#doOne(keys), isJustOpened);
    return [this.#entered?.epoch, ...this.placed.map(lineOf)].join() !== before;
  }

  // A place, without a link

  /** Who is at the door with nothing but their place. */
  get placed(): readonly Placed[] {
    return placedOf(this.#keys);
  }

  /** Lets them in with the very keys that they were shown with. Only for somebody's press: nothing else says who they are. */
  async letIn(chosen: readonly Placed[]): Promise<void> {
    await this.tend(); // without who left, before anybody new
    const lines = new Set(chosen.map(lineOf));
    await this.#untilDone(async (keys) => {
      const guests = placedOf(keys).filter((one) => lines.has(lineOf(one)));
      if (guests.length > 0) await this.#send(await circleVault.welcome({ group: this.group, guests }));
      return guests.length > 0;
    });
  }

  // Inviting

  /** A new invitation; gives back the link, which holds what the server must not see. */
  async invite(note: string, replaces: string | null, along?: Along): Promise<string> {
    const { invite, secret } = await circleVault.newInvitation();
    const told: InviteSecret = { secret, note, replaces };
    const text = await this.#seal("invite.secret", invite, 1, JSON.stringify(told));
    const link = this.linkOf(invite, secret);
    const body = { invitation: invite, text, replaces, ...(along && { moves: await along(invite, link) }) };
    await ask("POST", `/circles/${this.group}/invitations/`, body);
    return link;
  }

  linkOf(invite: string, secret: string): string {
    return `${location.origin}/invitation/${this.group}/${invite}/#${secret}`;
  }

  async secretOf(invite: string): Promise<InviteSecret | null> {
    const text = this.#keys?.standing.find(({ field, item }) => field === "invite.secret" && item === invite);
    if (!text) return null;
    const [opened] = await this.read([text]);
    return opened && "text" in opened ? (JSON.parse(opened.text) as InviteSecret) : null;
  }

  // Texts

  async texts(fields: readonly string[], items: readonly string[] = []): Promise<readonly SealedText[]> {
    const asked = new URLSearchParams([
      ...fields.map((field) => ["field", field]),
      ...items.map((item) => ["item", item]),
    ]);
    const { body } = await ask<{ sealed: readonly SealedText[] }>(
      "GET",
      `/circles/${this.group}/sealed/?${asked.toString()}`,
    );
    return body.sealed;
  }

  async read(texts: readonly SealedText[]): Promise<Opened[]> {
    const box = this.#keys?.own_box;
    const [shared, own] = [texts.filter((one) => !one.own), texts.filter((one) => one.own)];
    const [openShared, openOwnTexts] = await Promise.all([
      circleVault.open({ group: this.group, items: shared }),
      box ? circleVault.openOwn({ group: this.group, box, items: own }) : [],
    ]);
    const opened = new Map([
      ...shared.map((one, i) => [one, openShared[i]] as const),
      ...own.map((one, i) => [one, openOwnTexts[i]] as const),
    ]);
    return texts.map((one) => opened.get(one) ?? { error: "box" });
  }

  /** `rev` is one more than what was there; refuses with 409 where somebody wrote meanwhile. */
  async keep(field: string, item: string, rev: number, text: string): Promise<void> {
    const sealed = await this.#seal(field, item, rev, text);
    await ask("POST", `/circles/${this.group}/sealed/`, { item, field, rev, text: sealed });
  }

  /** As `keep`, without one's name in it; other members are told neither who nor at what hour. */
  async keepUnnamed(field: string, item: string, rev: number, text: string): Promise<void> {
    const sealed = await this.sealUnnamed(field, item, rev, text);
    await ask("POST", `/circles/${this.group}/sealed/`, { item, field, rev, text: sealed });
  }

  /** For what goes unnamed along with a deed of its own. */
  async sealUnnamed(field: string, item: string, rev: number, text: string): Promise<string> {
    return circleVault.seal({ group: this.group, item, field, rev, author: "anonymous", text });
  }

  /** Deletes what one wrote oneself. */
  async takeBack(field: string, item: string): Promise<void> {
    await ask("DELETE", `/circles/${this.group}/sealed/`, { item, field });
  }

  async keepOwn(field: string, item: string, rev: number, text: string): Promise<void> {
    const box = await this.#ownBox();
    const sealed = await circleVault.sealOwn({ group: this.group, box, item, field, rev, text });
    await ask("POST", `/circles/${this.group}/sealed/`, { item, field, rev, text: sealed });
  }

  /** Members of now who weren't in it when this was sealed: it doesn't open for them. */
  cameLater({ box }: Pick<SealedText, "box">): readonly string[] {
    const epoch = this.#keys?.boxes.find(({ id }) => id === box)?.epoch;
    const signed = epoch === undefined ? undefined : this.#keys?.epochs[epoch];
    if (!signed) return [];
    const { members } = JSON.parse(signed.body) as { members: readonly Member[] };
    const then = new Set(members.map(([acct]) => acct));
    return this.roster.map(([acct]) => acct).filter((acct) => !then.has(acct));
  }

  /** For what goes along with a deed of its own. */
  async seal(field: string, item: string, text: string): Promise<string> {
    return this.#seal(field, item, 1, text);
  }

  /** The secret of a meeting's link, for who is in the circle. */
  async linkSecret(meeting: string): Promise<string | null> {
    const text = this.#keys?.standing.find(({ field, item }) => field === "meeting.link" && item === meeting);
    const [opened] = text ? await this.read([text]) : [];
    return opened && "text" in opened ? opened.text : null;
  }

  // Words

  /** Whether everybody who is in it now was there when the words were read aloud. */
  get isCompared(): boolean {
    const compared = new Set(this.#seen?.compared);
    return this.roster.every((member) => compared.has(member.join(" ")));
  }

  async compared(): Promise<void> {
    await this.#remember(this.roster.map((member) => member.join(" ")));
  }

  /** Looks and does, until there is nothing left to do; with `isSeen` it has looked the first time. */
  async #untilDone(doOne: (keys: Keys) => Promise<boolean>, isSeen = false): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const isThere = (isSeen && tries === 0) || (await this.#fetch());
      if (!isThere || !this.#keys) return;
      try {
        if (!(await doOne(this.#keys))) return;
      } catch (error) {
        // Another member's vault was first: look again.
        if (!(error instanceof Refused && error.status === 409)) throw error;
      }
    }
  }

  async #doOne(keys: Keys): Promise<boolean> {
    const [gone] = keys.gone;
    if (gone !== undefined) {
      await this.#send(await circleVault.remove({ group: this.group, acct: gone }));
      return true;
    }
    const guests = await this.#guests(keys);
    if (guests.length > 0) {
      try {
        await this.#send(await circleVault.welcome({ group: this.group, guests }));
        return true;
      } catch (error) {
        if (!(error instanceof KringError && error.code === "refused")) throw error;
      }
    }
    await this.#giveBack(keys);
    await this.#sealAnew(keys);
    return false;
  }

  async #send(next: object): Promise<void> {
    await ask("POST", `/circles/${this.group}/epochs/`, { proofs: {}, ...epochOf(next) });
  }

  /** Who waits with an invitation whose secret we can open; the others wait for another member. */
  async #guests({ knocks, invites }: Keys): Promise<Guest[]> {
    const guests: Guest[] = [];
    for (const { acct, member, mac } of knocks) {
      const invite = invites[acct] ?? null;
      const told = invite === null ? null : await this.secretOf(invite);
      if (invite !== null && told)
        guests.push({ acct, member, mac, invite, secret: told.secret, replaces: told.replaces });
    }
    return guests;
  }

  /** Who came back with new keys gets those of the time in which they were a member; nobody else gets earlier ones. */
  async #giveBack({ lacking }: Keys): Promise<void> {
    for (const { acct, epochs } of lacking) {
      if (acct === this.acct) continue;
      const grants = await circleVault.giveBack({ group: this.group, acct, epochs });
      if (Object.keys(grants).length > 0)
        await ask("POST", `/circles/${this.group}/grants/`, { acct, grants });
    }
  }

  /** What has to open for who joined since is sealed anew under the newest key. */
  async #sealAnew({ standing, boxes }: Keys): Promise<void> {
    const newest = boxes.at(-1)?.id;
    for (const text of standing.filter(({ box }) => box !== newest)) {
      const [opened] = await this.read([text]);
      if (opened && "text" in opened) await this.keep(text.field, text.item, text.rev + 1, opened.text);
    }
  }

  async #fetch(): Promise<boolean> {
    const { status, body } = await ask<Keys>("GET", `/circles/${this.group}/keys/`);
    if (status === 202) return false;
    this.#keys = body;
    if (!this.#entered) await this.#recall(body);
    const { epochs, grants, boxes, proofs } = body;
    const news = { chain: epochs, grants, boxes, proofs };
    const before = this.#seen?.pin;
    try {
      this.#entered = await circleVault.enter({ group: this.group, seen: before ?? null, ...news });
    } catch (error) {
      // The server counts us in and the chain doesn't: it has other keys of ours.
      throw codeOf(error) === "not-yet" ? new KringError("taken") : error;
    }
    if (before?.hash !== this.#entered.pin.hash || !this.#isRemembered) await this.#rememberOrLater();
    return true;
  }

  /** The page opens without it: this device knows where the chain is, and keeps it when it looks again. */
  async #rememberOrLater(): Promise<void> {
    try {
      await this.#remember(this.#seen?.compared ?? []);
      this.#isRemembered = true;
    } catch (error) {
      console.warn("Where the circle's chain is wasn't kept; once more at the next look.", String(error));
      this.#isRemembered = false;
    }
  }

  /** What the server keeps for us alone: where the chain was when we last looked. */
  async #recall({ seen, own_box }: Keys): Promise<void> {
    const [text] = seen;
    if (!text || !own_box) return;
    const [opened] = await circleVault.openOwn({ group: this.group, box: own_box, items: [text] });
    if (opened && "text" in opened) this.#seen = JSON.parse(opened.text) as Seen;
  }

  async #remember(compared: readonly string[]): Promise<void> {
    const pin = this.#entered?.pin;
    if (!pin) return;
    this.#seen = { pin, compared };
    const [kept] = await this.texts([SEEN], [this.group]);
    try {
      await this.keepOwn(SEEN, this.group, (kept?.rev ?? 0) + 1, JSON.stringify(this.#seen));
    } catch (error) {
      // Another tab of ours was first, with the same.
      if (!(error instanceof Refused && error.status === 409)) throw error;
    }
  }

  async #ownBox(): Promise<Box> {
    if (this.#keys?.own_box) return this.#keys.own_box;
    const { body } = await ask<Box>("POST", `/circles/${this.group}/own-box/`, circleVault.newBox());
    if (this.#keys) this.#keys = { ...this.#keys, own_box: body };
    return body;
  }

  async #seal(field: string, item: string, rev: number, text: string): Promise<string> {
    return circleVault.seal({ group: this.group, item, field, rev, text });
  }
}
