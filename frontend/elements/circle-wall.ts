import type { Card, RoomNow } from "../live/seen.ts";
import type { OfCircle, Question } from "./by-circle.ts";
import { heapsOf, sitsByCircle } from "./by-circle.ts";
import { keepRows, make, say, sayOpened, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";
import { cardText } from "./table.ts";

/**
 * The cards by circle, without names: on a phone one's own circle, and the others behind a fold; on the wall all of them.
 *
 *     <circle-wall class="circle-wall" hidden>
 *       <p data-part="few" hidden>Fewer than three of your circle wrote…</p>
 *       <div class="circle-wall__heaps" data-part="near"></div>
 *       <details data-part="fold"><summary>…</summary><div class="circle-wall__heaps" data-part="far"></div></details>
 *     </circle-wall>
 */
export class CircleWall extends RoomElement {
  #room: RoomNow | null = null;

  showRoom(room: RoomNow): void {
    this.#room = room;
    if (!show(this, sitsByCircle(room) && room.heaps.length > 0)) return;
    const all = heapsOf(room, this.texts.say("circle.others"));
    const mine = all.filter(({ isMine }) => isMine);
    const sits = !room.onWall && (room.me?.circle ?? "") !== "";
    const near = sits ? mine : all;
    show(this.piece("few"), sits && mine.length === 0);
    this.#fill("near", near);
    const far = all.filter((heap) => !near.includes(heap));
    show(this.piece("fold"), far.length > 0);
    this.#fill("far", far);
  }

  #fill(part: string, heaps: readonly OfCircle[]): void {
    const place = this.piece(part);
    if (!place) return;
    keepRows(
      place,
      heaps,
      ({ circle }) => circle || "others",
      () =>
        make(
          "section",
          { class: "circle-wall__heap" },
          make("h2"),
          make("div", { class: "flow", "data-part": "questions" }),
        ),
      (row, heap) => this.#fillHeap(row, heap),
    );
  }

  #fillHeap(row: HTMLElement, { circle, name, isMine, questions }: OfCircle): void {
    const heading = row.querySelector("h2");
    if (heading) heading.id = `heap-${circle || "others"}`;
    row.setAttribute("aria-labelledby", `heap-${circle || "others"}`);
    row.classList.toggle("circle-wall__heap--mine", isMine);
    say(heading, isMine ? this.texts.say("circle.mine", { circle: name }) : name);
    const place = row.querySelector("[data-part=questions]");
    if (!place) return;
    keepRows(
      place,
      questions,
      ({ slot }) => slot,
      () =>
        make(
          "div",
          { class: "circle-wall__question" },
          make("h3", { "data-part": "prompt" }),
          make("ul", { class: "circle-wall__cards", "data-part": "cards" }),
        ),
      (part, question) => this.#fillQuestion(part, question),
    );
  }

  #fillQuestion(row: HTMLElement, { writing, cards }: Question): void {
    const language = this.#room?.language ?? "nl";
    say(row.querySelector("[data-part=prompt]"), writing.prompt[language]);
    const list = row.querySelector("[data-part=cards]");
    if (list)
      keepRows(
        list,
        cards,
        ({ id }) => id,
        () => make("li", { class: "card" }, make("p", { class: "card__text", "data-part": "text" })),
        (item, card: Card) => {
          item.classList.toggle("card--mine", card.isMine);
          sayOpened(item.querySelector("[data-part=text]"), cardText(card, this.texts, language));
        },
      );
  }
}

customElements.define("circle-wall", CircleWall);
