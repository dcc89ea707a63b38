import type { RoomNow, Writing } from "../live/seen.ts";
import { keepRows, make, say, show } from "./make.ts";
import { pick } from "./picking.ts";
import { RoomElement } from "./room-element.ts";
import { whoSees } from "./sees.ts";
import { openSlots, ownAbout, wayOf } from "./slots.ts";

/**
 * Labels to pick one from, where the label isn't about another card: a figure on a scale, a yes or a no, a vote.
 *
 *     <label-choice class="flow--wide" hidden></label-choice>
 */
export class LabelChoice extends RoomElement {
  showRoom(room: RoomNow): void {
    const open = openSlots(room)
      .map(({ writing }) => writing)
      .filter((writing) => wayOf(writing) !== "words" && writing.about === null);
    show(this, open.length > 0 && !room.onWall);
    keepRows(
      this,
      open,
      ({ id }) => id,
      ({ id }) =>
        make(
          "section",
          { class: "writing-box", role: "group", "aria-labelledby": `pick-${id}` },
          make("p", { class: "writing-box__label", id: `pick-${id}`, "data-part": "prompt" }),
          make("p", { class: "writing-box__who", "data-part": "who" }),
          make("div", { class: "choice-row", "data-part": "labels" }),
        ),
      (row, writing) => this.#fill(row, writing, room),
    );
  }

  #fill(row: HTMLElement, writing: Writing, room: RoomNow): void {
    say(row.querySelector("[data-part=prompt]"), writing.prompt[room.language]);
    say(row.querySelector("[data-part=who]"), this.texts.say(whoSees(writing, room)));
    const given = ownAbout(room, writing.id, null);
    const labels = row.querySelector("[data-part=labels]");
    if (!labels) return;
    keepRows(
      labels,
      writing.choices,
      ({ id }) => id,
      () => make("button", { class: "button", type: "button" }),
      (button, choice) => {
        say(button, choice.name[room.language]);
        button.setAttribute("aria-pressed", String(given?.text === choice.id));
        button.onclick = () => {
          if (given?.text !== choice.id) this.want(...pick(writing, choice.id, given));
        };
      },
    );
  }
}

customElements.define("label-choice", LabelChoice);
