import type { RoomNow } from "../live/seen.ts";
import { circleName, isAfterTheWall } from "./by-circle.ts";
import { say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * Where several circles gather: with which of them one sits, and the way to it. Whose place the server knows sits there
 * by itself, and can still say otherwise.
 *
 *     <circle-choice data-own="…" hidden>
 *       <form data-part="ask"><select id="my-table"><option value="…">Circle 3</option></select></form>
 *       <p data-part="sits"><span data-part="words"></span><button data-part="change"></button></p>
 *       <section data-way="…"><a href="…">To your circle</a></section>
 *     </circle-choice>
 */
export class CircleChoice extends RoomElement {
  #isAsking = false;
  #hasSat = false;
  #room: RoomNow | null = null;

  connectedCallback(): void {
    this.piece("ask")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#sit(this.#select?.value ?? "");
    });
    this.piece("change")?.addEventListener("click", () => {
      this.#isAsking = true;
      if (this.#room) this.showRoom(this.#room);
      this.#select?.focus();
    });
  }

  showRoom(room: RoomNow): void {
    this.#room = room;
    const { me, view } = room;
    const isIn = me !== null && me.isIntroduced && me.hasAssented;
    const may = view.may.includes("sit_with");
    const { own = "" } = this.dataset;
    if (isIn && may && me.circle === null && own !== "" && !this.#hasSat) this.#sit(own);
    const mustSay = view.now === "sit" && !this.#hasSat;
    const asks = isIn && may && (mustSay || this.#isAsking);
    const circle = me?.circle ?? null;
    const name = circle === null ? null : circleName(room, circle);
    show(this.piece("ask"), asks);
    if (show(this.piece("sits"), isIn && !asks && (circle !== null || (me.isFacilitator && may))))
      say(
        this.piece("words"),
        name === null ? this.texts.say("circle.none") : this.texts.say("circle.sits", { circle: name }),
      );
    if (show(this.piece("change"), may))
      say(this.piece("change"), this.texts.say(name === null ? "circle.choose" : "circle.change"));
    for (const way of this.querySelectorAll<HTMLElement>("[data-way]"))
      show(way, way.dataset.way === circle && circle !== "" && isAfterTheWall(room));
    show(this, isIn);
  }

  get #select(): HTMLSelectElement | null {
    return this.querySelector("select");
  }

  #sit(circle: string): void {
    this.#hasSat = true;
    this.#isAsking = false;
    const now = this.#room?.me?.circle ?? null;
    if (circle !== now) this.want({ do: "sit_with", circle });
    if (this.#room) this.showRoom(this.#room);
  }
}

customElements.define("circle-choice", CircleChoice);
