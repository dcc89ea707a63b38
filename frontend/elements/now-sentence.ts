import type { RoomNow } from "../live/seen.ts";
import { sentence } from "./now.ts";
import { say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * What to do now, in one large sentence for this person in this role.
 *
 * What changes is told to a screen reader by two quiet regions, so that 'it is your turn' can come before
 * everything else.
 *
 *     <now-sentence class="now-sentence">
 *       <p class="now-sentence__step" data-part="step"></p>
 *       <h1 class="now-sentence__say" data-part="say"></h1>
 *       <p class="now-sentence__more" data-part="more"></p>
 *       <p class="now-sentence__aside" data-part="aside"></p>
 *       <p class="unseen" data-part="polite" role="status"></p>
 *       <p class="unseen" data-part="at-once" role="alert"></p>
 *     </now-sentence>
 */
export class NowSentence extends RoomElement {
  #heard = "";

  showRoom(room: RoomNow): void {
    const { tone, step, say: largest, more, aside, atOnce } = sentence(room, this.texts);
    this.classList.toggle("now-sentence--turn", tone === "turn");
    this.classList.toggle("now-sentence--listen", tone === "listen");
    for (const [name, text] of Object.entries({ step, say: largest, more, aside })) {
      say(this.piece(name), text);
      show(this.piece(name), text !== "");
    }
    const heard = [step, largest, more].join(" ");
    if (heard === this.#heard) return;
    this.#heard = heard;
    say(this.piece("polite"), atOnce ? "" : heard);
    say(this.piece("at-once"), atOnce ? `${largest} ${more}` : "");
  }
}

customElements.define("now-sentence", NowSentence);
