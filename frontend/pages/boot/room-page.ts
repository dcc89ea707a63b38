/** Ties the elements of a room page to the room: what happens is shown, what somebody wants is done. */
import { keepDraftsIn } from "../../elements/drafts-here.ts";
import { warningSentence } from "../../elements/four-walls.ts";
import { say, show } from "../../elements/make.ts";
import { RoomElement } from "../../elements/room-element.ts";
import { Texts } from "../../elements/texts.ts";
import type { WhatIBring } from "../../elements/what-i-bring.ts";
import { trustOwnScripts } from "../../elements/trusted.ts";
import type { Ending } from "../../live/connection.ts";
import type { Arrival } from "../../live/door.ts";
import { Refused } from "../../live/http.ts";
import { Room } from "../../live/room.ts";
import type { Now, RoomNow } from "../../live/seen.ts";
import { vault } from "../../vault/vault.ts";
import type { Language } from "../../vault/vault.ts";
import { Afterwards } from "./afterwards.ts";
import type { OfCircle } from "./keeping.ts";
import { wantedBy } from "./shortcuts.ts";
import { canSeal, inviteCompanions } from "./start.ts";

/** Moments in which the hands are on the table. */
const AT_THE_DESK: ReadonlySet<string> = new Set<Now>([
  "write",
  "rate",
  "vote",
  "choose",
  "look",
  "ready",
  "in_group",
]);
const SAID_FOR_MS = 8_000;
const TICK_MS = 1_000;

export function openRoom({ onWall }: { onWall: boolean }): void {
  trustOwnScripts();
  const place = document.querySelector<HTMLElement>("[data-room]");
  const meeting = place?.dataset.room;
  if (!place || meeting === undefined) return;
  void new RoomPage(place, meeting, onWall).open();
}

class RoomPage {
  readonly #place: HTMLElement;
  readonly #texts = Texts.ofPage();
  readonly #room: Room;
  #said: ReturnType<typeof setTimeout> | undefined;
  #isInside = false;
  #hasTakenName = false;
  #warnedOf = 0;
  #now: RoomNow | null = null;
  readonly #circle: OfCircle | null;
  readonly #afterwards: Afterwards;

  constructor(place: HTMLElement, meeting: string, onWall: boolean) {
    this.#place = place;
    const { circle, acct, name } = place.dataset;
    this.#circle =
      circle !== undefined && acct !== undefined && name !== undefined ? { circle, acct, name } : null;
    const secret = location.hash.length > 1 ? location.hash.slice(1) : null;
    const language: Language = document.documentElement.lang === "en" ? "en" : "nl";
    this.#room = new Room(
      vault,
      { meeting, secret, language, onWall, somebody: this.#texts.say("somebody"), acct },
      {
        shown: (room) => this.#show(room),
        refused: (sentence) => this.#tell(sentence),
        arrived: (arrival) => this.#arrived(arrival),
        ended: (ending) => this.#ended(ending),
      },
      ownStorage(),
    );
    this.#afterwards = new Afterwards(this.#room, meeting, this.#circle, this.#texts);
  }

  async open(): Promise<void> {
    this.#listen();
    if (!(await canSeal())) {
      show(document.querySelector<HTMLElement>("[data-part=too-old]"), true);
      this.#first(this.#texts.say("arrival.too_old"), "");
      return;
    }
    try {
      await this.#room.comeIn();
    } catch (error) {
      const why =
        error instanceof Refused && error.message !== ""
          ? error.message
          : this.#texts.say("arrival.failed.more");
      this.#first(this.#texts.say("arrival.failed"), why);
    }
  }

  #listen(): void {
    document.addEventListener("deed", (event) => {
      const { deed, words } = (event as HTMLElementEventMap["deed"]).detail;
      void this.#room.do(deed, words);
    });
    document.addEventListener("draft", (event) => {
      const { name, text, restore } = (event as HTMLElementEventMap["draft"]).detail;
      if (restore) void this.#room.drafts.read(name).then(restore);
      else if (text === "" || text === undefined) this.#room.drafts.drop(name);
      else this.#room.drafts.write(name, text);
    });
    document.addEventListener("close-door", () => void this.#closeDoor());
    document.addEventListener("connect-again", () => this.#room.connectAgain());
    document.addEventListener("click", (event) => {
      const opens = (event.target as Element).closest<HTMLElement>("[data-opens]")?.dataset.opens;
      if (opens === undefined) return;
      document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
      document.querySelector<HTMLDialogElement>(`dialog#${opens}`)?.showModal();
      if (opens === "walls") this.#room.showWords(true);
    });
    document.querySelector("dialog#walls")?.addEventListener("close", () => this.#room.showWords(false));
    document.addEventListener("keydown", (event) => this.#pressed(event));
    setInterval(() => {
      const now =
        this.#now?.stage === "meeting" && document.visibilityState === "visible" ? this.#room.now() : null;
      if (now) this.#show(now);
    }, TICK_MS);
  }

  #show(room: RoomNow): void {
    this.#now = room;
    if (!this.#isInside) return;
    for (const element of document.querySelectorAll("*"))
      if (element instanceof RoomElement) element.showRoom(room);
    show(document.querySelector<HTMLElement>("turn-ring"), !room.isOver);
    for (const invite of document.querySelectorAll<HTMLElement>("[data-opens=invite]"))
      show(invite, room.link !== null && !room.isOver);
    this.#place.classList.toggle("room-main--closed", room.isOver);
    this.#place.classList.toggle("room-main--writing", AT_THE_DESK.has(room.view.now));
    this.#warn(room);
    if (room.isOver) this.#afterwards.show(room);
    this.#bring();
    if (room.view.now === "introduce" && room.me) void this.#takeName(room.me.id);
  }

  /** A member of a lasting circle has something with them; the others aren't burdened with it. */
  #bring(): void {
    const of = this.#circle;
    if (of)
      document
        .querySelector<WhatIBring>("what-i-bring")
        ?.bringWith(() => import("./bringing.ts").then(({ bring }) => bring(of)));
  }

  /** Something about the keys is said once, and the sign of the four walls keeps standing out. */
  #warn({ warnings }: RoomNow): void {
    document
      .querySelector("[data-opens=walls]")
      ?.classList.toggle("four-walls__sign--warned", warnings.length > 0);
    const newest = warnings.at(-1);
    if (newest && warnings.length > this.#warnedOf) this.#tell(warningSentence(newest, this.#texts));
    this.#warnedOf = warnings.length;
  }

  #arrived(arrival: Arrival): void {
    this.#isInside = arrival === "inside" && this.#room.now() !== null;
    if (this.#isInside) keepDraftsIn(this.#room.drafts);
    if (arrival === "at-the-door")
      this.#first(this.#texts.say("arrival.door"), this.#texts.say("arrival.door.more"));
    if (arrival === "no-key")
      this.#first(this.#texts.say("arrival.no_key"), this.#texts.say("arrival.no_key.more"));
    const now = this.#room.now();
    if (now) this.#show(now);
  }

  #ended(ending: Ending): void {
    // What one takes along stays on the screen, after the meeting and after leaving it.
    if (this.#now?.isOver) return;
    this.#isInside = false;
    this.#first(this.#texts.say(`ended.${ending}`), this.#texts.say(`ended.${ending}.more`));
  }

  /** Before there is a room to show, the largest sentence says how far it is. */
  #first(sentence: string, more: string): void {
    const now = document.querySelector("now-sentence");
    say(now?.querySelector("[data-part=say]"), sentence);
    const under = now?.querySelector<HTMLElement>("[data-part=more]");
    if (show(under, more !== "")) say(under, more);
    // The page for afterwards has its own words: there is no room to come into any more.
    const notHere = document.querySelector<HTMLElement>("[data-part=not-here]");
    if (show(notHere, true)) say(notHere, this.#texts.say("closing.not_here"));
  }

  /** Whoever began the meeting filled in a name already. */
  async #takeName(item: string): Promise<void> {
    if (this.#hasTakenName) return;
    this.#hasTakenName = true;
    const { drafts } = this.#room;
    const text = this.#circle?.name ?? (await drafts.read("draft.chosen-name"));
    if (text !== "") {
      drafts.drop("draft.chosen-name");
      await this.#room.do({ do: "introduce" }, { text, item, field: "member.name", rev: 1 });
      await this.#bringCompanions();
      return;
    }
    const typed = await drafts.read("draft.name");
    const input = document.querySelector<HTMLInputElement>("#my-name");
    if (input?.value === "") input.value = typed;
  }

  async #bringCompanions(): Promise<void> {
    const { drafts } = this.#room;
    if ((await drafts.read("draft.practice")) === "") return;
    drafts.drop("draft.practice");
    const companions = this.#place.dataset.companions ?? "";
    try {
      await inviteCompanions(companions, location.href);
    } catch {
      this.#tell(this.#texts.say("practice.failed"));
    }
  }

  async #closeDoor(): Promise<void> {
    try {
      await this.#room.closeDoor();
      document.querySelector<HTMLDialogElement>("dialog#invite")?.close();
    } catch (error) {
      this.#tell(error instanceof Refused ? error.message : this.#texts.say("line.lost"));
    }
  }

  #pressed(event: KeyboardEvent): void {
    const wanted = this.#now === null ? null : wantedBy(event, this.#now.view.may);
    if (wanted === null) return;
    event.preventDefault();
    if (wanted === "next") document.querySelector<HTMLElement>("facilitator-panel [data-part=next]")?.click();
    else void this.#room.do({ do: wanted });
  }

  #tell(sentence: string): void {
    const said = document.querySelector<HTMLElement>("[data-part=said]");
    say(said, sentence);
    clearTimeout(this.#said);
    this.#said = setTimeout(() => say(said, ""), SAID_FOR_MS);
  }
}

function ownStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
