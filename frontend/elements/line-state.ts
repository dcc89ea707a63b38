import type { RoomNow } from "../live/seen.ts";
import { say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * How the line to the room is, said kindly, and only when there is something to say.
 *
 *     <line-state role="status" hidden><span data-part="words"></span><button data-part="again">Try again</button></line-state>
 */
export class LineState extends RoomElement {
  connectedCallback(): void {
    this.piece("again")?.addEventListener("click", () =>
      this.dispatchEvent(new CustomEvent("connect-again", { bubbles: true })),
    );
  }

  showRoom({ line, unsent }: RoomNow): void {
    const words = line === "lost" ? this.texts.say(unsent > 0 ? "line.lost.unsent" : "line.lost") : "";
    if (show(this, words !== "")) say(this.piece("words"), words);
    show(this.piece("again"), line === "lost");
  }
}

customElements.define("line-state", LineState);
