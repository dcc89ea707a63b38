import type { RoomNow } from "../live/seen.ts";
import { clockFace } from "./clock.ts";
import { say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * The time of this phase in words, with a quiet ring. It warns and never cuts.
 *
 *     <phase-clock class="phase-clock">
 *       <svg class="phase-clock__ring" viewBox="0 0 40 40" aria-hidden="true">
 *         <circle cx="20" cy="20" r="16"/>
 *         <circle class="phase-clock__left" cx="20" cy="20" r="16" pathLength="100" data-part="left"/>
 *       </svg>
 *       <span data-part="words"></span>
 *     </phase-clock>
 */
export class PhaseClock extends RoomElement {
  showRoom(room: RoomNow): void {
    const { words, left } = clockFace(room, this.texts);
    if (!show(this, words !== "")) return;
    say(this.piece("words"), words);
    this.querySelector("[data-part=left]")?.setAttribute("stroke-dashoffset", String(Math.round(100 - left)));
    this.classList.toggle("phase-clock--nearly", room.view.clock === "nearly");
    this.classList.toggle("phase-clock--up", room.view.clock === "up");
  }
}

customElements.define("phase-clock", PhaseClock);
