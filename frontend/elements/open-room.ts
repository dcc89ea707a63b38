import type { Circle } from "../live/circle.ts";
import { Refused, ask } from "../live/http.ts";
import { newGroup } from "../live/new-group.ts";
import { CircleStore, METHOD } from "../methods/circle-store.ts";
import type { Row } from "../methods/data.ts";
import { OwnParts } from "../methods/own-parts.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { AGENDA, CircleUsual } from "./circle-usual.ts";
import { say, show } from "./make.ts";
import { MeetingForm } from "./meeting-form.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * Opens the circle's room: a group of its own for the evening, whose link is sealed in the circle. The circle's usual
 * meeting and its own methods come out of the circle.
 *
 *     <open-room data-date="…" data-chosen="basis">
 *       <form>… as in meeting-form.ts … <button data-part="send" disabled></button><p data-part="error" hidden></p></form>
 *     </open-room>
 */
export class OpenRoom extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void whenOpen().then((circle) => this.#begin(circle));
  }

  async #begin(circle: Circle): Promise<void> {
    const element = this.querySelector("form");
    if (!element) return;
    const form = new MeetingForm(element);
    const texts = await circle.texts([AGENDA, METHOD]);
    const methods = await new CircleStore(circle).open(texts.filter(({ field }) => field === METHOD));
    const known = methods.flatMap(({ id, method }): [string, Row][] => (method ? [[id, method]] : []));
    const own = new OwnParts(new Map(known), document.documentElement.lang === "en" ? "en" : "nl");
    const usual = await new CircleUsual(circle).open(texts.find(({ field }) => field === AGENDA));
    form.begin(own, usual, this.#chosen(own));
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#open(circle, form, own);
    });
    const send = buttonPart(this, "send");
    if (send) send.disabled = false;
  }

  /** What was chosen elsewhere; a method of the circle may stand in the fragment, and may have been withdrawn since. */
  #chosen(own: OwnParts): string | null {
    const ours = own.all.map(([id]) => `own:${id}`);
    const { chosen = "" } = this.dataset;
    const wished = ours.find((one) => one === `own:${location.hash.slice(1)}`) ?? chosen;
    return wished === "" || (wished.startsWith("own:") && !ours.includes(wished)) ? null : wished;
  }

  async #open(circle: Circle, form: MeetingForm, own: OwnParts): Promise<void> {
    const send = buttonPart(this, "send");
    if (send) send.disabled = true;
    show(part(this, "error"), false);
    try {
      location.assign(await this.#send(circle, form, own));
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      if (send) send.disabled = false;
    }
  }

  async #send(circle: Circle, form: MeetingForm, own: OwnParts): Promise<string> {
    const composed = await form.agenda?.agenda();
    if (!composed) throw new Error("an open-room has an agenda");
    const { meeting, begun, body: group } = await newGroup(circle.acct);
    const { body } = await ask<{ room: string }>("POST", `/circles/${circle.group}/meetings/new/`, {
      ...group,
      date: this.dataset.date ?? null,
      ...(await own.bring(composed, vault, meeting, begun)),
      pace: form.pace,
      link: await circle.seal("meeting.link", meeting, begun.secret),
    });
    return `${body.room}#${begun.secret}`;
  }
}

customElements.define("open-room", OpenRoom);
