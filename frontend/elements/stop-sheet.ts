import type { RoomNow } from "../live/seen.ts";
import { say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * The meeting stands still for everybody: a break, or talk about the talk.
 *
 *     <stop-sheet class="stop-sheet" hidden><h2 data-part="heading"></h2><p data-part="words"></p></stop-sheet>
 */
export class StopSheet extends RoomElement {
  showRoom({ timeOutBy, paused, people, stage }: RoomNow): void {
    const kind = timeOutBy !== null ? "time_out" : paused ? "pause" : null;
    if (!show(this, kind !== null && stage === "meeting") || kind === null) return;
    const name = people.find(({ id }) => id === timeOutBy)?.name ?? "";
    say(this.piece("heading"), this.texts.say(`stop.${kind}`, { name }));
    say(this.piece("words"), this.texts.say(`stop.${kind}.words`));
  }
}

customElements.define("stop-sheet", StopSheet);
