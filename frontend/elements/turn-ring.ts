import type { Deed } from "../live/outbox.ts";
import type { RoomNow, Seated } from "../live/seen.ts";
import { draw, keepRows, make, say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";
import { marksOf, tapOn } from "./seats.ts";

/** More than sit around a table: their names would lie over each other. */
const A_HALL = 16;

/**
 * The people around the table: who has the floor is lit, who only listens is turned away, an empty chair is empty.
 * Where a tap on a person means something now, the person is a button. In a hall only who leads, who speaks and oneself
 * bear a name.
 *
 *     <turn-ring class="turn-ring">
 *       <ol class="turn-ring__circle" data-part="circle" aria-label="In the circle"></ol>
 *       <p class="turn-ring__row" data-part="row"></p>
 *     </turn-ring>
 */
export class TurnRing extends RoomElement {
  showRoom(room: RoomNow): void {
    const circle = this.piece("circle");
    if (!circle) return;
    const people = room.people.filter(({ hasLeft }) => !hasLeft);
    const seats = Math.max(people.length, 3);
    this.classList.toggle("turn-ring--hall", people.length > A_HALL);
    // Who looks at it sits nearest, at the bottom; on the wall the first seat does.
    const mine = Math.max(
      0,
      people.findIndex(({ isMe }) => isMe),
    );
    keepRows(
      circle,
      people,
      ({ id }) => id,
      () => make("li", { class: "turn-ring__seat" }),
      (row, person) => {
        const turn = (people.indexOf(person) - mine + seats / 2) % seats;
        row.style.setProperty("--seat", String(turn));
        row.style.setProperty("--seats", String(seats));
        this.#fill(row, person, room);
      },
    );
    const waiting = room.view.floor.queue.map((id) => people.find((person) => person.id === id)?.name ?? "");
    const row = this.piece("row");
    if (show(row, waiting.length > 0 && room.stage === "meeting"))
      say(row, this.texts.say("ring.row", { names: waiting.join(" · ") }));
  }

  #fill(row: HTMLElement, person: Seated, room: RoomNow): void {
    const tap = room.onWall ? null : tapOn(person, room);
    const wanted = tap ? "BUTTON" : "DIV";
    let body = row.firstElementChild as HTMLElement | null;
    if (body?.tagName !== wanted) {
      body = this.#body(wanted === "BUTTON", person.id);
      row.replaceChildren(body);
    }
    row.classList.toggle("turn-ring__seat--me", person.isMe);
    row.classList.toggle("turn-ring__seat--leads", person.isFacilitator);
    row.classList.toggle("turn-ring__seat--holder", person.holdsFloor);
    row.classList.toggle("turn-ring__seat--turned", person.isTurnedAway);
    row.classList.toggle("turn-ring__seat--away", person.isAway || person.isOut);
    say(body.querySelector("[data-part=initials]"), person.initials);
    say(body.querySelector("[data-part=name]"), person.name);
    const { sign, mark } = marksOf(person, room, this.texts);
    say(body.querySelector("[data-part=sign]"), sign);
    const shown = body.querySelector<SVGElement>("[data-part=mark]");
    if (shown && shown.dataset.mark !== mark) {
      shown.dataset.mark = mark;
      shown.replaceChildren(...(mark === "" ? [] : [draw("path", { d: MARKS[mark], ...MARK_LOOK })]));
      shown.parentElement?.toggleAttribute("hidden", mark === "");
    }
    if (tap) {
      body.setAttribute("aria-label", `${this.texts.say(tap.say, { name: person.name })}. ${sign}`.trim());
      body.dataset.deed = JSON.stringify(tap.deed);
    }
  }

  #body(isButton: boolean, id: string): HTMLElement {
    const disc = make(
      "span",
      { class: "turn-ring__disc" },
      make("span", { "data-part": "initials", "aria-hidden": "true" }),
      make(
        "span",
        { class: "turn-ring__mark", hidden: true, "aria-hidden": "true" },
        draw("svg", { viewBox: "0 0 16 16", "data-part": "mark", focusable: "false" }),
      ),
    );
    const inside = [
      disc,
      make(
        "span",
        { class: "turn-ring__words" },
        make("span", { class: "turn-ring__name", "data-part": "name" }),
        make("span", { class: "turn-ring__sign", "data-part": "sign" }),
      ),
    ];
    if (!isButton) return make("div", { class: "turn-ring__person" }, ...inside);
    const button = make(
      "button",
      { class: "turn-ring__person", type: "button", "data-person": id },
      ...inside,
    );
    button.addEventListener("click", () => {
      const deed = button.dataset.deed;
      if (deed !== undefined) this.want(JSON.parse(deed) as Deed);
    });
    return button;
  }
}

const MARK_LOOK = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": 1.8,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};
const MARKS: Readonly<Record<string, string>> = {
  hand: "M5 9V4.5M7.3 8V3M9.6 8V3.6M11.9 9V5.5v4.2c0 2.6-1.6 4.3-4 4.3-2 0-3-1-3.9-2.6L2.8 9.2",
  done: "M3.5 8.5l3 3 6-7",
};

customElements.define("turn-ring", TurnRing);
