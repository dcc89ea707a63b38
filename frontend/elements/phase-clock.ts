import type { RoomNow } from "../live/seen.ts";
import { clockFace } from "./clock.ts";
import { say } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * The time of this phase in words, where there is room with a quiet ring: the edge of the table. It warns, never cuts.
 *
 *     <phase-clock class="turn-ring__table">
 *       <svg class="phase-clock__ring" viewBox="0 0 40 40" aria-hidden="true">
 *         <circle cx="20" cy="20" r="19"/>
 *         <circle class="phase-clock__left" cx="20" cy="20" r="19" pathLength="100" data-part="left"/>
 *       </svg>
 *       <span data-part="words"></span>
 *     </phase-clock>
 */
export class PhaseClock extends RoomElement {
  showRoom(room: RoomNow): void {
    const { words, left } = clockFace(room, this.texts);
    say(this.piece("words"), words);
    const edge = this.querySelector("[data-part=left]");
    edge?.toggleAttribute("hidden", words === "");
    edge?.setAttribute("stroke-dashoffset", String(Math.round(100 - left)));
    this.classList.toggle("phase-clock--nearly", room.view.clock === "nearly");
    this.classList.toggle("phase-clock--up", room.view.clock === "up");
  }
}

customElements.define("phase-clock", PhaseClock);
