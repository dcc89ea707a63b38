/**
 * What a page uses: it asks, the worker holds the keys and answers with envelopes and opened text.
 *
 * Every refusal is a `KringError` with a code from errors.ts; `open` and `openSelf` give the code per text instead.
 */
import type { Member, Pin } from "./chain.ts";
import { connectWorker, scriptUrl } from "./connect.ts";
import { KringError, refuse } from "./errors.ts";
import type { Delivery, Order } from "./export.ts";
import type { Begun, Knocked } from "./keyring.ts";
import type { KeptKey } from "./keys.ts";
import type { Language } from "./lists.ts";
import { wordList } from "./lists.ts";
import { base64url, isUuid, random } from "./primitives.ts";
import type { Bytes } from "./primitives.ts";
import type {
  Admission,
  Box,
  Candidate,
  Entered,
  KeyNews,
  NextEpoch,
  Opened,
  Sealed,
  Warning,
  Written,
} from "./shapes.ts";
import type { Shelved } from "./shelf.ts";
import { Shelf, ownStorage } from "./shelf.ts";
import type { Caller } from "./wire.ts";
import { randomPlaces } from "./words.ts";

export type {
  Admission,
  Begun,
  Candidate,
  Entered,
  KeyNews,
  Knocked,
  Language,
  Member,
  NextEpoch,
  Opened,
  Sealed,
  Warning,
  Written,
};
export type { Code } from "./errors.ts";
export { workerScripts } from "./connect.ts";
export { KringError, codeOf } from "./errors.ts";

/** Control words for reading aloud: the first four for everyone, all eight on demand, digits for any language. */
export interface Words {
  readonly four: readonly string[];
  readonly eight: readonly string[];
  readonly digits: string;
}

interface Draft {
  readonly group: string;
  readonly field: string;
  readonly item: string;
}

/** How a page reaches the keys; a test reaches them without a worker. */
export type Connect = (onLocked: () => void) => Promise<Caller>;

export class Vault {
  readonly #connect: Connect;
  readonly #shelf: Shelf;
  readonly #whenLocked = new Set<() => void>();
  #caller: Promise<Caller> | undefined;

  constructor(connect: Connect, shelf: Shelf) {
    this.#connect = connect;
    this.#shelf = shelf;
  }

  // Coming in

  /** Opens a new group; `group` is the meeting's id, `now` an ISO time in UTC. The secret belongs in the fragment. */
  async beginGroup(asked: { group: string; now: string; acct?: string }): Promise<Begun> {
    const begun = await (await this.#ask()).ask("beginGroup", asked);
    this.#shelf.write(asked.group, "acct", begun.acct);
    return begun;
  }

  /**
   * What to show at the door. As long as the keys live it is the same every time;
   * after that it is a new key under the account of before, and the old seat is taken over.
   * `acct` is given where people sign in: the circle's own meetings.
   */
  async knock({ group, secret, acct }: { group: string; secret: string; acct?: string }): Promise<Knocked> {
    const before = acct ?? this.#shelf.read(group, "acct");
    const known = before !== null && isUuid(before) ? { acct: before } : {};
    const knocked = await (await this.#ask()).ask("knock", { group, secret, ...known });
    this.#shelf.write(group, "acct", knocked.acct);
    return knocked;
  }

  /** The account of the seat whose keys are in memory, or null: then `resume` or `knock`. */
  async seat(group: string): Promise<string | null> {
    return (await this.#ask()).ask("seat", { group });
  }

  /**
   * Checks the chain and takes in grants and boxes; call it again with everything, or only what is new.
   *
   * Refuses with `not-yet` as long as nobody has let us in, `taken` or `removed` when the seat is gone.
   */
  async enter({ group, ...news }: { group: string } & KeyNews): Promise<Entered> {
    const entered = await (await this.#ask()).ask("enter", { group, ...news, pin: this.#pin(group) });
    const pinned = this.#pin(group);
    if (!pinned || pinned.epoch < entered.pin.epoch)
      this.#shelf.write(group, "pin", JSON.stringify(entered.pin));
    return entered;
  }

  // Letting others in

  /**
   * Signs the next epoch with those at the door who know the secret. Send it, then `enter` it like everyone else.
   * Refuses with `refused` when none of them does.
   */
  async admit(asked: {
    group: string;
    secret: string;
    candidates: readonly Candidate[];
  }): Promise<Admission> {
    return (await this.#ask()).ask("admit", { ...asked, now: new Date().toISOString() });
  }

  /** Signs the next epoch without somebody who left. */
  async remove(asked: { group: string; acct: string }): Promise<NextEpoch> {
    return (await this.#ask()).ask("remove", { ...asked, now: new Date().toISOString() });
  }

  /** Grants of earlier epochs for a late comer, by epoch: all that we can open, or only those named. */
  async regrant(asked: {
    group: string;
    acct: string;
    epochs?: readonly number[];
  }): Promise<Record<string, string>> {
    return (await this.#ask()).ask("regrant", asked);
  }

  // Texts

  /** Seals under the newest epoch's box. `author` is oneself unless it is "anonymous". */
  async seal(asked: { group: string; author?: string; text: string } & Written): Promise<string> {
    return (await this.#ask()).ask("seal", asked);
  }

  /** Opens many texts with one question; each gives its text or the code of why not. */
  async open(asked: { group: string; items: readonly Sealed[] }): Promise<Opened[]> {
    return (await this.#ask()).ask("open", asked);
  }

  /** Seals for oneself alone: private notes. The salt of their box lies on this device and dies with `forget`. */
  async sealSelf(asked: { group: string; text: string } & Written): Promise<string> {
    return (await this.#ask()).ask("sealSelf", { ...asked, box: this.#selfBox(asked.group) });
  }

  async openSelf(asked: {
    group: string;
    items: readonly (Written & { envelope: string })[];
  }): Promise<Opened[]> {
    return (await this.#ask()).ask("openSelf", { ...asked, box: this.#selfBox(asked.group) });
  }

  /** Keeps a half-written text on this device, sealed. */
  async keepDraft({ text, ...draft }: Draft & { text: string }): Promise<void> {
    const envelope = await this.sealSelf({ ...draft, rev: 1, text });
    this.#shelf.write(draft.group, shelvedAs(draft), envelope);
  }

  /** The draft as it was left, or null when there is none or it can't be opened any more. */
  async draft(draft: Draft): Promise<string | null> {
    const envelope = this.#shelf.read(draft.group, shelvedAs(draft));
    if (envelope === null) return null;
    const [opened] = await this.openSelf({ group: draft.group, items: [{ ...draft, rev: 1, envelope }] });
    return opened && "text" in opened ? opened.text : null;
  }

  dropDraft(draft: Draft): void {
    this.#shelf.remove(draft.group, shelvedAs(draft));
  }

  // One's own, on this device

  /** Keeps something on this device, sealed; `id` is a random one. False where the browser keeps it no longer than the page. */
  async keepOwn({ id, text }: { id: string; text: string }): Promise<boolean> {
    const envelope = await (await this.#ask()).ask("sealOwn", { item: id, text });
    return this.#shelf.write(DEVICE, `own:${id}`, envelope);
  }

  /** All that is kept, by id; null for what can't be opened any more. */
  async owns(): Promise<ReadonlyMap<string, string | null>> {
    const items = this.#shelf
      .list(DEVICE, "own:")
      .map((item) => ({ item, envelope: this.#shelf.read(DEVICE, `own:${item}`) ?? "" }));
    const opened = items.length === 0 ? [] : await (await this.#ask()).ask("openOwn", { items });
    return new Map(
      items.map(({ item }, at) => {
        const one = opened[at];
        return [item, one && "text" in one ? one.text : null];
      }),
    );
  }

  dropOwn(id: string): void {
    this.#shelf.remove(DEVICE, `own:${id}`);
  }

  // Words

  async words(group: string, language: Language): Promise<Words> {
    const [{ places, digits }, list] = await Promise.all([
      this.#ask().then((caller) => caller.ask("words", { group })),
      wordList(language),
    ]);
    const eight = pick(list, places);
    return { four: eight.slice(0, 4), eight, digits };
  }

  /** Six random words, 66 bits: a passphrase nobody guesses. */
  async suggestPassphrase(language: Language): Promise<string> {
    return pick(await wordList(language), randomPlaces()).join(" ");
  }

  /** An archive that `age -d` opens with the passphrase; takes some two seconds, beside the page. */
  async exportAge({ content, passphrase }: { content: string | Bytes; passphrase: string }): Promise<Bytes> {
    const worker = new Worker(scriptUrl("export.js"));
    try {
      return await new Promise<Bytes>((resolve, reject) => {
        worker.onerror = () => reject(new KringError("protocol"));
        worker.onmessage = ({ data }: MessageEvent<Delivery>) => {
          if ("archive" in data) resolve(data.archive);
          else reject(new KringError("passphrase"));
        };
        worker.postMessage({ content, lock: { passphrase } } satisfies Order);
      });
    } finally {
      worker.terminate();
    }
  }

  // Staying and going

  /** Leaves half of the locked vault key on this device; the other half, `share`, is for the server to keep. */
  async keep({ group }: { group: string }): Promise<{ share: string }> {
    const { deviceSecret, wrapped, serverShare } = await (await this.#ask()).ask("keep", { group });
    this.#shelf.write(group, "kept", JSON.stringify({ deviceSecret, wrapped }));
    return { share: serverShare };
  }

  /** Whether `resume` could work on this device. */
  isKept(group: string): boolean {
    return this.#shelf.read(group, "kept") !== null;
  }

  /**
   * Takes the seat again with the half on this device and the server's; null when this device has no half.
   * With the secret of the link, where it is still known, a chain that was never seen before is checked by its proof.
   */
  async resume({
    group,
    share,
    secret,
  }: {
    group: string;
    share: string;
    secret?: string;
  }): Promise<{ acct: string } | null> {
    const half = this.#shelf.read(group, "kept");
    if (half === null) return null;
    const kept = { ...(JSON.parse(half) as Omit<KeptKey, "serverShare">), serverShare: share };
    return (await this.#ask()).ask("resume", { group, kept, ...(secret === undefined ? {} : { secret }) });
  }

  /** Drops the keys of a group and everything of it on this device: drafts, notes, pin. */
  async forget(group: string): Promise<void> {
    this.#shelf.clear(group);
    await (await this.#ask()).ask("forget", { group });
  }

  /** Drops every key, in all tabs. */
  async lock(): Promise<void> {
    (await this.#ask()).lock();
  }

  /** Told when the keys are gone, whoever asked for it; gives back how to stop listening. */
  onLocked(tell: () => void): () => void {
    this.#whenLocked.add(tell);
    return () => this.#whenLocked.delete(tell);
  }

  #ask(): Promise<Caller> {
    this.#caller ??= this.#connect(() => {
      for (const tell of this.#whenLocked) tell();
    });
    return this.#caller;
  }

  #pin(group: string): Pin | null {
    const text = this.#shelf.read(group, "pin");
    return text === null ? null : (JSON.parse(text) as Pin);
  }

  #selfBox(group: string): Box {
    const kept = this.#shelf.read(group, "self-box");
    if (kept !== null) return JSON.parse(kept) as Box;
    const box = { id: globalThis.crypto.randomUUID(), salt: base64url(random(32)) };
    this.#shelf.write(group, "self-box", JSON.stringify(box));
    return box;
  }
}

const DEVICE = "device"; // where a group's id stands for what belongs to a meeting

const shelvedAs = ({ field, item }: Draft): Shelved => `draft:${field}:${item}`;

const pick = (list: readonly string[], places: readonly number[]): string[] =>
  places.map((place) => list[place] ?? refuse("context"));

/** The one vault of this page. */
export const vault = new Vault(connectWorker, new Shelf(ownStorage()));
