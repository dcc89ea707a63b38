/**
 * The room behind the screen: the vault, the line and the replayed events together, told to whoever listens.
 *
 * Nothing here draws anything, and nothing but the vault knows a key.
 */
import type { Language, Vault } from "../vault/vault.ts";
import type { Arrival } from "./door.ts";
import { Door } from "./door.ts";
import type { Ending, LineState } from "./connection.ts";
import { Connection } from "./connection.ts";
import { Drafts } from "./drafts.ts";
import type { Deed, Outgoing, Words } from "./outbox.ts";
import { WordsOfMethod } from "./method-words.ts";
import { Outbox } from "./outbox.ts";
import { Opening } from "./opening.ts";
import type { ControlWords, RoomNow } from "./seen.ts";
import { seen } from "./seen.ts";
import type { NumberedEvent, Welcome } from "./messages.ts";
import type { State } from "./state.ts";
import { beginning, evolve } from "./state.ts";
import { view } from "./view.ts";

export interface Place {
  readonly meeting: string;
  /** The secret of the link, where this browser has it. */
  readonly secret: string | null;
  readonly language: Language;
  readonly onWall: boolean;
  readonly somebody: string;
  /** The account to come in under, in a circle's own meeting. */
  readonly acct?: string | undefined;
}

const LOOK_AGAIN_MS = 1_000;

export interface Listener {
  /** Something changed. */
  readonly shown: (room: RoomNow) => void;
  /** A deed wasn't done; `say` is a sentence for people. */
  readonly refused: (say: string, outgoing: Outgoing | undefined) => void;
  readonly arrived: (arrival: Arrival) => void;
  readonly ended: (ending: Ending) => void;
}

export class Room {
  readonly drafts: Drafts;
  readonly #vault: Vault;
  readonly #place: Place;
  readonly #listener: Listener;
  readonly #door: Door;
  readonly #outbox: Outbox;
  readonly #connection: Connection;
  readonly #opening: Opening;
  readonly #methodWords: WordsOfMethod;
  readonly #sent = new Set<string>();
  readonly #events: NumberedEvent[] = [];
  readonly #warned = new Map<string, { code: string; acct?: string }>();
  #state: State | null = null;
  #me = "";
  #expires = "";
  #isDoorOpen = false;
  #line: LineState = "opening";
  #words: ControlWords | null = null;
  #epoch = -1;
  #wordsEpoch = -1;
  #wantsWords = false;
  #clockAhead = 0;
  #sending: Promise<void> = Promise.resolve();
  #tellSoon = false;
  #willLook: ReturnType<typeof setTimeout> | undefined;

  constructor(vault: Vault, place: Place, listener: Listener, storage: Storage | null) {
    this.#vault = vault;
    this.#place = place;
    this.#listener = listener;
    this.drafts = new Drafts(vault, place.meeting);
    this.#opening = new Opening(vault, place.meeting, () => this.#tell());
    this.#methodWords = new WordsOfMethod(vault, place.meeting, (plan) => {
      if (this.#state) this.#state = { ...this.#state, plan };
      this.#tell();
    });
    this.#outbox = new Outbox(vault, place.meeting, storage);
    this.#door = new Door(
      vault,
      place.meeting,
      place.secret,
      place.acct,
      () => this.#seatedBefore(),
      ({ epoch, warnings }) => {
        for (const warning of warnings) this.#warned.set(JSON.stringify(warning), warning);
        this.#keysCame(epoch);
      },
      (code) => {
        this.#warned.set(code, { code });
        this.#tell();
      },
    );
    vault.onLocked(() => void this.#wakeUp());
    const address = `${location.origin.replace(/^http/, "ws")}/m/${place.meeting}/live/`;
    this.#connection = new Connection(address, {
      since: () => this.#state?.number ?? 0,
      heard: (message) => this.#hear(message),
      changed: (state, ending) => this.#lineChanged(state, ending),
    });
  }

  /** Through the door and onto the line. */
  async comeIn(): Promise<Arrival> {
    const arrival = await this.#door.comeIn();
    this.#listener.arrived(arrival);
    if (arrival === "no-key" || arrival === "gone") return arrival;
    await this.#outbox.restore();
    this.#connection.open();
    return arrival;
  }

  /** Does something: it is kept sealed on this device until the server has stored it. */
  async do(deed: Deed, words?: Words): Promise<void> {
    await this.#outbox.add(deed, words);
    this.#tell();
    this.#send();
  }

  /** Control words while somebody looks at them: working them out is slow on purpose. */
  showWords(areShown: boolean): void {
    this.#wantsWords = areShown;
    if (areShown) this.#findWords();
  }

  async closeDoor(): Promise<void> {
    await this.#door.close();
  }

  connectAgain(): void {
    this.#connection.open();
  }

  /** Hangs up; the page is going, or everything is over. */
  leave(): void {
    clearTimeout(this.#willLook);
    this.#connection.close();
  }

  /** The room at this moment; null until the first welcome. */
  now(): RoomNow | null {
    const state = this.#state;
    if (!state) return null;
    const now = Date.now() + this.#clockAhead;
    return seen(state, view(state, this.#me, now), {
      me: this.#me,
      now,
      language: this.#place.language,
      events: this.#events,
      expires: this.#expires,
      line: this.#line,
      link: this.#isDoorOpen && this.#place.secret !== null ? this.#linkAddress() : null,
      words: this.#words,
      onWall: this.#place.onWall,
      names: this.#opening.names,
      nameRevisions: this.#opening.nameRevisions,
      texts: this.#opening.texts,
      unsent: this.#outbox.waiting,
      warned: [...this.#warned.values()],
      somebody: this.#place.somebody,
    });
  }

  // What comes in

  #hear(message: Readonly<Record<string, unknown>>): void {
    if ("welcome" in message) this.#welcomed(message.welcome as Welcome);
    else if ("events" in message) this.#happened(message.events as NumberedEvent[]);
    else if ("done" in message) this.#settled(message.done as string);
    else if ("refused" in message)
      this.#refused(message as { refused: string | null; code: string; say: string });
    else if ("keys" in message) this.#door.keysChanged();
    else if ("door" in message) this.#isDoorOpen = message.door === "open";
    this.#tell();
  }

  #welcomed({ you, now, plan, expires, door, words }: Welcome): void {
    this.#me = you;
    this.#clockAhead = Date.parse(now) - Date.now();
    this.#expires = expires;
    this.#isDoorOpen = door === "open";
    this.#state ??= beginning(this.#methodWords.take(plan, words));
    this.#sent.clear();
    this.#door.keysChanged();
  }

  #happened(events: readonly NumberedEvent[]): void {
    const state = this.#state;
    if (!state) return;
    this.#state = evolve(state, events);
    const news = events.filter(({ number }) => number > state.number);
    this.#events.push(...news);
    for (const event of news)
      if (event.event === "introduced") this.#opening.introduced(event.by, event.text);
    this.#opening.openTexts(this.#state);
  }

  #settled(id: string): void {
    this.#sent.delete(id);
    this.#outbox.settle(id);
  }

  #refused({ refused: id, code, say }: { refused: string | null; code: string; say: string }): void {
    if (id === null) {
      this.#listener.refused(say, undefined);
      return;
    }
    this.#sent.delete(id);
    // Sealed under keys of a moment ago: fetch the new ones and send it again.
    if (code === "old_key") {
      this.#door.keysChanged();
      this.#lookAgain();
      return;
    }
    this.#listener.refused(say, this.#outbox.settle(id));
  }

  #lineChanged(state: LineState, ending: Ending | null): void {
    this.#line = state;
    if (state === "waiting") this.#listener.arrived("at-the-door");
    if (state === "open") {
      this.#listener.arrived("inside");
      this.#send();
    }
    if (ending !== null) {
      this.#door.goHome();
      this.#listener.ended(ending);
    }
    this.#tell();
  }

  // What goes out

  /** Sends what waits, in order; each is sealed at the moment of sending. */
  #send(): void {
    this.#sending = this.#sending.then(async () => {
      for (const outgoing of this.#outbox.waiting) {
        if (this.#sent.has(outgoing.id)) continue;
        const message = await this.#sealed(outgoing);
        if (message === null) this.#lookAgain();
        if (message === null || !this.#connection.send(message)) return;
        this.#sent.add(outgoing.id);
      }
    });
  }

  async #sealed({ id, deed, words }: Outgoing): Promise<object | null> {
    if (!words) return { ...deed, id };
    try {
      return { ...deed, id, text: await this.#vault.seal({ group: this.#place.meeting, ...words }) };
    } catch {
      // No key for the newest box yet: it goes when the grant has come.
      return null;
    }
  }

  /** The keys may have come with an answer that was lost; what waits for them must not wait for the next change. */
  #lookAgain(): void {
    this.#willLook ??= setTimeout(() => {
      this.#willLook = undefined;
      if (this.#line === "ended" || this.#outbox.waiting.every(({ id }) => this.#sent.has(id))) return;
      if (this.#line === "open") this.#door.keysChanged();
      this.#lookAgain();
    }, LOOK_AGAIN_MS);
  }

  #keysCame(epoch: number): void {
    this.#opening.keysCame(this.#state);
    this.#methodWords.keysCame();
    this.#send();
    if (epoch !== this.#epoch) this.#words = null;
    this.#epoch = epoch;
    if (this.#wantsWords) this.#findWords();
    this.#tell();
  }

  #findWords(): void {
    const epoch = this.#epoch;
    if (epoch === this.#wordsEpoch || epoch === -1) return;
    this.#wordsEpoch = epoch;
    this.#vault.words(this.#place.meeting, this.#place.language).then(
      (words) => {
        if (this.#epoch === epoch) this.#words = words;
        this.#tell();
      },
      () => {
        this.#wordsEpoch = -1; // looked for again when the keys come back
      },
    );
  }

  /** The vault has been idle for an hour, or another tab locked it: this device takes its seat again. */
  async #wakeUp(): Promise<void> {
    if (this.#connection.state === "ended") return;
    try {
      const arrival = await this.#door.comeIn();
      if (arrival !== "inside") this.#listener.arrived(arrival);
    } catch {
      // No line now; the next change of keys tries again, and what was opened stays on the screen.
    }
  }

  #seatedBefore(): number {
    const people = [...(this.#state?.people.values() ?? [])].filter(({ present, left }) => present && !left);
    const mine = people.find(({ id }) => id === this.#me)?.seat ?? people.length;
    return people.filter(({ seat }) => seat < mine).length;
  }

  #linkAddress(): string {
    return `${location.origin}/m/${this.#place.meeting}/#${this.#place.secret ?? ""}`;
  }

  /** Once for everything that happens in the same turn. */
  #tell(): void {
    if (this.#tellSoon) return;
    this.#tellSoon = true;
    queueMicrotask(() => {
      this.#tellSoon = false;
      const now = this.now();
      if (now) this.#listener.shown(now);
    });
  }
}
