import { Refused, ask } from "../live/http.ts";
import { newGroup } from "../live/new-group.ts";
import { vault } from "../vault/vault.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * Opens the room of a kick-off, or leads back into it on the device that opened it: the secret of its link lies sealed
 * there and nowhere else.
 *
 *     <kick-off-room data-programme="…" data-name="…" data-meeting="…">
 *       <button data-part="send" disabled></button><p data-part="error" hidden></p>
 *       <p data-part="ways" hidden><a data-part="room"></a><a data-part="wall"></a></p><p data-part="elsewhere" hidden></p>
 *     </kick-off-room>
 */
export class KickOffRoom extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    const { meeting } = this.dataset;
    if (meeting !== undefined) void this.#leadBack(meeting);
    const send = buttonPart(this, "send");
    send?.addEventListener("click", () => void this.#open(send));
    if (send) send.disabled = false;
  }

  async #leadBack(meeting: string): Promise<void> {
    const secret = await vault.draft(linkOf(meeting)).catch(() => null);
    for (const name of ["room", "wall"])
      part(this, name)?.setAttribute(
        "href",
        `/m/${meeting}/${name === "wall" ? "wall/" : ""}#${secret ?? ""}`,
      );
    show(part(this, "ways"), secret !== null);
    show(part(this, "elsewhere"), secret === null);
  }

  async #open(send: HTMLButtonElement): Promise<void> {
    send.disabled = true;
    show(part(this, "error"), false);
    try {
      location.assign(await this.#send());
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("kick-off.failed") : sentence);
      show(part(this, "error"), true);
      send.disabled = false;
    }
  }

  async #send(): Promise<string> {
    const { meeting, begun, body: group } = await newGroup();
    // For the room, which tells the others the name; and for the way back.
    const name = { group: meeting, item: meeting, field: "draft.chosen-name" };
    await vault.keepDraft({ ...name, text: this.dataset.name ?? "" });
    await vault.keepDraft({ ...linkOf(meeting), text: begun.secret });
    const address = `/programmes/${this.dataset.programme ?? ""}/kick-off/room/`;
    const { body } = await ask<{ room: string }>("POST", address, group);
    return `${body.room}#${begun.secret}`;
  }
}

const linkOf = (meeting: string): { group: string; item: string; field: string } => ({
  group: meeting,
  item: meeting,
  field: "draft.link",
});

customElements.define("kick-off-room", KickOffRoom);
