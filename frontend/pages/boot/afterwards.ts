/** After a meeting: taking along what is one's own, and what lasts of it in a circle. */
import { make, say } from "../../elements/make.ts";
import type { Evidence, TakingAlong } from "../../elements/taking-along.ts";
import type { Texts } from "../../elements/texts.ts";
import { Refused, ask } from "../../live/http.ts";
import type { Room } from "../../live/room.ts";
import type { RoomNow } from "../../live/seen.ts";
import { vault } from "../../vault/vault.ts";
import type { OfCircle } from "./keeping.ts";

const LOOK_FOR_INVITATION_MS = 5_000;

/** A circle's part is fetched apart: a meeting without one does without. */
export class Afterwards {
  readonly #room: Room;
  readonly #meeting: string;
  readonly #circle: OfCircle | null;
  readonly #texts: Texts;
  #now: RoomNow | null = null;
  #isKeeping = false;
  #isOffering = false;

  constructor(room: Room, meeting: string, circle: OfCircle | null, texts: Texts) {
    this.#room = room;
    this.#meeting = meeting;
    this.#circle = circle;
    this.#texts = texts;
    // Before the end, because a server that was renewed meanwhile no longer has it.
    if (circle) import("./keeping.ts").catch(() => undefined);
  }

  show(room: RoomNow): void {
    this.#now = room;
    this.#offerKeeping();
    void this.#keepInCircle(room);
    void this.#offerCircle(room);
  }

  #offerKeeping(): void {
    const group = this.#meeting;
    document.querySelector<TakingAlong>("taking-along")?.keepWith({
      notes: () => this.#room.drafts.read("note"),
      suggest: () => vault.suggestPassphrase(this.#now?.language ?? "nl"),
      seal: (content, passphrase) => vault.exportAge({ content, passphrase }),
      wipe: async () => {
        const evidence = await sayGoodbye(group);
        this.#room.leave();
        await vault.forget(group);
        // Whoever reloads now finds the evidence, and no door to knock at.
        history.replaceState(null, "", `/m/${group}/closing/`);
        return evidence;
      },
    });
  }

  /** A meeting without accounts may become a circle: one of them begins it, the others find an invitation here. */
  async #offerCircle(room: RoomNow): Promise<void> {
    const place = document.querySelector<HTMLElement>("[data-part=going-on]");
    if (!place || this.#isOffering || room.stage !== "closed" || !room.me) return;
    this.#isOffering = true;
    const me = room.me.id;
    const keeping = import("./keeping.ts");
    place.querySelector("[data-part=keep-circle]")?.addEventListener("click", () => {
      void keeping // listened to at once: a press while it is being fetched would be lost otherwise
        .then(({ leaveForCircle }) => leaveForCircle(this.#meeting, this.#now ?? room))
        .then((page) => location.assign(page));
    });
    const { invitationFor } = await keeping;
    const look = async (): Promise<void> => {
      const link = await invitationFor(this.#meeting, me).catch(() => null);
      if (link === null) return;
      clearInterval(looking);
      if (link === undefined) return;
      const invitation = make(
        "a",
        { class: "button button--main", href: link },
        this.#texts.say("closing.invitation"),
      );
      place.querySelector("[data-part=invitations]")?.replaceChildren(make("li", {}, invitation));
    };
    const looking = setInterval(() => void look(), LOOK_FOR_INVITATION_MS);
    void look();
  }

  /** Once everything that was said is open here; a text that still opens is waited for. */
  async #keepInCircle(room: RoomNow): Promise<void> {
    const of = this.#circle;
    if (!of || this.#isKeeping || room.cards.some(({ text, isBroken }) => text === null && !isBroken)) return;
    this.#isKeeping = true;
    const place = document.querySelector<HTMLElement>("[data-part=in-circle]");
    try {
      const { keepInCircle } = await import("./keeping.ts");
      const notes = await this.#room.drafts.read("note");
      say(place, this.#texts.say(`closing.circle.${await keepInCircle(of, this.#meeting, room, notes)}`));
    } catch (error) {
      console.warn("The record wasn't kept.", String(error));
      say(place, this.#texts.say("closing.circle.failed"));
      this.#isKeeping = false;
    }
  }
}

/** Says that one has what one wants; who left before has no seat any more to say it from. */
async function sayGoodbye(meeting: string): Promise<Evidence> {
  const address = `/m/${meeting}/deletion/`;
  try {
    return (await ask<Evidence>("POST", address, {})).body;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return (await ask<Evidence>("GET", address)).body;
  }
}
