import type { RoomNow } from "../live/seen.ts";
import { keepRows, make, say } from "./make.ts";
import { RoomElement } from "./room-element.ts";
import { shares } from "./shares.ts";

/**
 * How the turns were shared, as bars with words: for the facilitator during, for everybody at the end.
 *
 *     <share-bars class="share-bars"></share-bars>
 */
export class ShareBars extends RoomElement {
  showRoom(room: RoomNow): void {
    keepRows(
      this,
      shares(room),
      ({ id }) => id,
      () =>
        make(
          "div",
          { class: "share-bars__row" },
          make("span", { class: "share-bars__name", "data-part": "name" }),
          make("meter", { min: 0, max: 100, "data-part": "bar" }),
          make("span", { class: "share-bars__words", "data-part": "words" }),
        ),
      (row, { name, percent, turns, seconds }) => {
        const time =
          seconds < 60
            ? this.texts.say("share.under_a_minute")
            : this.texts.count("minutes", Math.round(seconds / 60));
        const words =
          turns === 0 ? this.texts.say("share.none") : this.texts.count("share.turns", turns, { time });
        say(row.querySelector("[data-part=name]"), name);
        say(row.querySelector("[data-part=words]"), words);
        const bar = row.querySelector("meter");
        if (bar) bar.value = percent;
        bar?.setAttribute("aria-label", `${name}: ${words}`);
      },
    );
  }
}

customElements.define("share-bars", ShareBars);
