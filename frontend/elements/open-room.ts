import { Refused, ask } from "../live/http.ts";
import type { Circle } from "../live/circle.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * Opens the circle's room: a group of its own for the evening, whose link is sealed in the circle.
 *
 *     <open-room data-date="…"><form>…<button data-part="send" disabled></button><p data-part="error" hidden></p></form></open-room>
 */
export class OpenRoom extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void whenOpen().then((circle) => {
      const send = buttonPart(this, "send");
      if (send) send.disabled = false;
      const form = this.querySelector("form");
      form?.addEventListener("submit", (event) => {
        event.preventDefault();
        void this.#open(circle, form);
      });
    });
  }

  async #open(circle: Circle, form: HTMLFormElement): Promise<void> {
    const send = buttonPart(this, "send");
    if (send) send.disabled = true;
    try {
      location.assign(await this.#send(circle, new FormData(form)));
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      if (send) send.disabled = false;
    }
  }

  async #send(circle: Circle, data: FormData): Promise<string> {
    const meeting = crypto.randomUUID();
    const begun = await vault.beginGroup({
      group: meeting,
      now: new Date().toISOString(),
      acct: circle.acct,
    });
    const { share } = await vault.keep({ group: meeting });
    const { member, statement, grant, box, doorTokenHash, secret } = begun;
    const { body } = await ask<{ room: string }>("POST", `/circles/${circle.group}/meetings/new/`, {
      meeting,
      date: this.dataset.date ?? null,
      method: data.get("method"),
      minutes: Number(data.get("minutes")),
      pace: data.get("pace") ?? "live",
      member,
      statement,
      grant,
      box,
      door_hash: doorTokenHash,
      share,
      link: await circle.seal("meeting.link", meeting, secret),
    });
    return `${body.room}#${secret}`;
  }
}

/**
 * The way into the room that is open, for a member: the secret comes out of the circle.
 *
 *     <walk-in data-meeting="…"><a data-part="in" href="/m/…/" hidden></a><p data-part="shut" hidden></p></walk-in>
 */
export class WalkIn extends HTMLElement {
  connectedCallback(): void {
    void whenOpen().then(async (circle) => {
      const meeting = this.dataset.meeting ?? "";
      const secret = await circle.linkSecret(meeting);
      const way = this.querySelector<HTMLAnchorElement>("[data-part=in]");
      if (way && secret !== null) way.href = `/m/${meeting}/#${secret}`;
      show(way, secret !== null);
      show(part(this, "shut"), secret === null);
    });
  }
}

customElements.define("open-room", OpenRoom);
customElements.define("walk-in", WalkIn);
