import type { RoomNow } from "../live/seen.ts";
import { keepRows, make, say, sayOpened, show } from "./make.ts";
import { asText, fileName } from "./record.ts";
import { RoomElement } from "./room-element.ts";
import { save } from "./save-file.ts";
import { cardText } from "./table.ts";

const LEAST_PASSPHRASE = 16; // characters; six words of the list have some thirty

/** What the page does for this element: the keys are in the vault and the server is asked by the page. */
export interface Keeping {
  readonly notes: () => Promise<string>;
  readonly suggest: () => Promise<string>;
  readonly seal: (text: string, passphrase: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly wipe: () => Promise<Evidence>;
}

/** What `GET /m/<meeting>/deletion/` answers. */
export interface Evidence {
  readonly meeting: string;
  readonly destroyed: boolean;
  readonly due_at: string | null;
  readonly destroyed_at: string | null;
}

/**
 * After the meeting: what one takes along, the files to keep, how the turns were shared, and what remains where.
 *
 *     <taking-along hidden>
 *       <div data-part="mine"></div> … <button data-part="readable"></button>
 *       <form data-part="archive"><p data-part="suggested"></p><input id="passphrase"></form>
 *       <button data-part="wipe"></button><dl data-part="facts"></dl>
 *     </taking-along>
 */
export class TakingAlong extends RoomElement {
  #room: RoomNow | null = null;
  #keeping: Keeping | null = null;

  connectedCallback(): void {
    this.piece("readable")?.addEventListener(
      "click",
      () => void this.#keepReadable().catch(() => this.#failed()),
    );
    this.piece("archive")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#keepSealed().catch(() => this.#failed());
    });
    this.piece("archive")
      ?.closest("details")
      ?.addEventListener("toggle", () => void this.#suggest());
    this.piece("wipe")?.addEventListener("click", () => void this.#wipe().catch(() => this.#failed()));
  }

  keepWith(keeping: Keeping): void {
    this.#keeping = keeping;
  }

  showRoom(room: RoomNow): void {
    if (!show(this, room.isOver)) return;
    this.#room = room;
    const mine = room.cards.filter(
      ({ isMine, kind }) => isMine && (kind === "intention" || kind === "insight"),
    );
    show(this.piece("nothing"), mine.length === 0);
    const quotes = this.piece("mine");
    if (quotes)
      keepRows(
        quotes,
        mine,
        ({ id }) => id,
        () => make("blockquote", {}),
        (row, card) => sayOpened(row, cardText(card, this.texts, room.language)),
      );
    this.#showAdvice(room);
    say(this.piece("remains"), this.texts.say("closing.remains"));
  }

  #failed(): void {
    say(this.piece("kept"), this.texts.say("closing.failed"));
  }

  /** All advice is the presenter's whose case it was. */
  #showAdvice(room: RoomNow): void {
    const advice = room.cards.filter(
      ({ kind, isMine, presenter }) => kind === "advice" && !isMine && presenter === room.me?.id,
    );
    if (!show(this.piece("for-presenter"), advice.length > 0)) return;
    const list = this.piece("advice");
    if (list)
      keepRows(
        list,
        advice,
        ({ id }) => id,
        () =>
          make(
            "li",
            { class: "card" },
            make("p", { class: "card__text" }),
            make("p", { class: "card__foot" }),
          ),
        (row, card) => {
          sayOpened(row.querySelector(".card__text"), cardText(card, this.texts, room.language));
          say(row.querySelector(".card__foot"), room.people.find(({ id }) => id === card.by)?.name ?? "");
        },
      );
  }

  async #record(): Promise<string> {
    const notes = (await this.#keeping?.notes()) ?? "";
    return this.#room ? asText(this.#room, this.texts, notes) : "";
  }

  async #keepReadable(): Promise<void> {
    if (!this.#room) return;
    save(await this.#record(), "text/markdown", fileName(this.#room, "md"));
    say(this.piece("kept"), this.texts.say("closing.kept"));
  }

  async #suggest(): Promise<void> {
    const input = this.querySelector<HTMLInputElement>("#passphrase");
    if (input?.value !== "" || !this.#keeping) return;
    const words = await this.#keeping.suggest();
    say(this.piece("suggested"), words);
    input.value = words;
  }

  async #keepSealed(): Promise<void> {
    const passphrase = this.querySelector<HTMLInputElement>("#passphrase")?.value ?? "";
    if (show(this.piece("passphrase-error"), passphrase.length < LEAST_PASSPHRASE)) {
      this.querySelector<HTMLInputElement>("#passphrase")?.focus();
      return;
    }
    if (!this.#keeping || !this.#room) return;
    say(this.piece("kept"), this.texts.say("closing.sealing"));
    const archive = await this.#keeping.seal(await this.#record(), passphrase);
    save(archive, "application/octet-stream", fileName(this.#room, "md.age"));
    say(this.piece("kept"), this.texts.say("closing.kept.sealed"));
  }

  async #wipe(): Promise<void> {
    if (!this.#keeping) return;
    const evidence = await this.#keeping.wipe();
    this.piece("wipe")?.toggleAttribute("disabled", true);
    const lines: [string, string][] = [
      [this.texts.say("evidence.meeting"), evidence.meeting],
      [this.texts.say("evidence.device"), this.texts.say("evidence.device.gone")],
      evidence.destroyed_at !== null
        ? [
            this.texts.say("evidence.server"),
            this.texts.say("evidence.server.gone", { at: this.#moment(evidence.destroyed_at) }),
          ]
        : [
            this.texts.say("evidence.server"),
            this.texts.say("evidence.server.due", { at: this.#moment(evidence.due_at ?? "") }),
          ],
    ];
    this.piece("facts")?.replaceChildren(
      ...lines.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]),
    );
    show(this.piece("evidence"), true);
    say(this.piece("remains"), this.texts.say(evidence.destroyed ? "closing.gone" : "closing.wiped"));
  }

  #moment(at: string): string {
    return new Date(at).toLocaleString(this.#room?.language, { dateStyle: "long", timeStyle: "short" });
  }
}

customElements.define("taking-along", TakingAlong);
