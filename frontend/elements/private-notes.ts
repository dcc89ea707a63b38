import type { RoomNow } from "../live/seen.ts";
import { show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * One's own notes: sealed on this device while typing, never sent, in the download at the end.
 *
 *     <private-notes><sealed-field data-draft="note"><textarea></textarea></sealed-field></private-notes>
 */
export class PrivateNotes extends RoomElement {
  showRoom({ stage, isOver }: RoomNow): void {
    show(this, stage === "meeting" && !isOver);
  }
}

customElements.define("private-notes", PrivateNotes);
