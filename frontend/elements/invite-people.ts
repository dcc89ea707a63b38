import { encode } from "uqr";
import { Refused } from "../live/http.ts";
import type { Circle } from "../live/circle.ts";
import { whenOpen } from "./circle-here.ts";
import { handOn } from "./hand-on.ts";
import { draw, say, show } from "./make.ts";
import { buttonPart, inputPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * Makes an invitation of one person, and shows the links of those that are open. With data-back it is for a member who
 * lost every key.
 *
 *     <invite-people data-circle-name="…" data-me="…">
 *       <form data-part="new"><input data-part="note"><input type="hidden" data-part="replaces"><button data-part="make" disabled></form>
 *       <p data-part="error" hidden></p>
 *       <article data-invitation="…"><h3 data-part="for"></h3><input data-part="link" readonly> …</article>
 *     </invite-people>
 */
export class InvitePeople extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const make = buttonPart(this, "make");
    if (make) make.disabled = false;
    part(this, "new")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#invite(circle);
    });
    for (const place of this.querySelectorAll<HTMLElement>("[data-invitation]"))
      await this.#showLink(circle, place);
  }

  async #invite(circle: Circle): Promise<void> {
    const note = inputPart(this, "note")?.value.trim() ?? "";
    const chosen = inputPart(this, "replaces")?.value ?? "";
    const make = buttonPart(this, "make");
    if (make) make.disabled = true;
    try {
      await circle.invite(note, chosen === "" ? null : chosen);
      location.reload();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      if (make) make.disabled = false;
    }
  }

  async #showLink(circle: Circle, place: HTMLElement): Promise<void> {
    const invite = place.dataset.invitation ?? "";
    const sealed = await circle.secretOf(invite);
    show(part(place, "shut"), sealed === null);
    if (!show(part(place, "whole"), sealed !== null) || sealed === null) return;
    if (sealed.note !== "") say(part(place, "for"), sealed.note);
    const link = circle.linkOf(invite, sealed.secret);
    const input = inputPart(place, "link");
    if (input) {
      input.value = link;
      input.addEventListener("focus", () => input.select());
    }
    const back = this.dataset.back === undefined ? "" : ".back";
    const told = { circle: this.dataset.circleName ?? "", me: this.dataset.me ?? "", link };
    const subject = this.#texts.say(`invite.subject${back}`, told);
    const text = this.#texts.say(`invite.message${back}`, told);
    handOn(place, { subject, text, copied: link, says: "link" }, this.#texts);
    this.#drawCode(place, link);
  }

  #drawCode(place: HTMLElement, link: string): void {
    const code = place.querySelector<SVGElement>("[data-part=code]");
    if (!code) return;
    const { data, size } = encode(link, { border: 2 });
    code.setAttribute("viewBox", `0 0 ${size} ${size}`);
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    code.replaceChildren(draw("path", { d: dark.join("") }));
  }
}

customElements.define("invite-people", InvitePeople);
