import type { RoomNow } from "../live/seen.ts";
import type { Choice, Offer } from "./choice.ts";
import { choice, isChoosing, isDeciding, withoutOffer } from "./choice.ts";
import { keepRows, make, say, sayOpened, show } from "./make.ts";
import { pick } from "./picking.ts";
import { RoomElement } from "./room-element.ts";
import { cardText } from "./table.ts";

/**
 * Whose case it will be: everybody sees what is offered, votes blind, may refuse the own case, and sees the count
 * when all ballots are open. The facilitator then says whose it is.
 *
 *     <case-choice class="case-choice" hidden>
 *       <h2>…</h2>
 *       <ul class="choice-list" data-part="offers"></ul>
 *       <div data-part="without-offer" hidden><p>…</p><ul data-part="people"></ul></div>
 *       <button type="button" class="button button--decide" data-part="decline">Not my case this time</button>
 *     </case-choice>
 */
export class CaseChoice extends RoomElement {
  connectedCallback(): void {
    this.piece("decline")?.addEventListener("click", () => this.want({ do: "decline" }));
  }

  showRoom(room: RoomNow): void {
    if (!show(this, isChoosing(room))) return;
    const now = choice(room);
    show(
      this.piece("decline"),
      !room.onWall && room.view.may.includes("decline") && now.offers.some(({ isOwn }) => isOwn),
    );
    this.#fillPeople(room);
    const list = this.piece("offers");
    if (!list) return;
    keepRows(
      list,
      now.offers,
      ({ card }) => card.id,
      () =>
        make(
          "li",
          { class: "card" },
          make("p", { class: "card__text", "data-part": "text" }),
          make(
            "div",
            { class: "card__foot" },
            make("span", { "data-part": "by" }),
            make("span", { class: "card__label", "data-part": "count", hidden: true }),
            make("span", { class: "card__deeds", "data-part": "deeds" }),
          ),
        ),
      (row, offer) => this.#fill(row, offer, now, room),
    );
  }

  #fillPeople(room: RoomNow): void {
    const mayChoose = isDeciding(room) && room.view.may.includes("choose_presenter") && !room.onWall;
    const people = mayChoose ? withoutOffer(room) : [];
    show(this.piece("without-offer"), people.length > 0);
    const list = this.piece("people");
    if (!list) return;
    keepRows(
      list,
      people,
      ({ id }) => id,
      () => make("li", {}, make("button", { class: "button", type: "button" })),
      (row, person) => {
        const button = row.querySelector("button");
        if (!button) return;
        say(button, this.texts.say("choice.person", { name: person.name }));
        button.onclick = () => this.want({ do: "choose_presenter", person: person.id });
      },
    );
  }

  #fill(row: HTMLElement, offer: Offer, now: Choice, room: RoomNow): void {
    row.classList.toggle("card--chosen", offer.isChosen);
    row.classList.toggle("card--mine", offer.isOwn);
    sayOpened(row.querySelector("[data-part=text]"), cardText(offer.card, this.texts, room.language));
    const by = offer.isOwn ? this.texts.say("card.mine") : offer.name;
    say(
      row.querySelector("[data-part=by]"),
      offer.hasDeclined ? this.texts.say("choice.declined", { name: by }) : by,
    );
    const count = row.querySelector<HTMLElement>("[data-part=count]");
    if (show(count, now.isCounted)) say(count, this.texts.count("choice.ballots", offer.ballots));
    const deeds = row.querySelector("[data-part=deeds]");
    if (deeds) this.#fillDeeds(deeds, offer, now, room);
  }

  #fillDeeds(place: Element, offer: Offer, { ballot, given }: Choice, room: RoomNow): void {
    const deeds: { name: string; say: string; pressed: boolean | null; run: () => void }[] = [];
    if (room.onWall) return;
    if (ballot && !offer.hasDeclined)
      deeds.push({
        name: "ballot",
        say: this.texts.say("choice.vote"),
        pressed: given?.text === offer.card.id,
        run: () => this.want(...pick(ballot, offer.card.id, given)),
      });
    if (
      isDeciding(room) &&
      room.view.may.includes("choose_presenter") &&
      !offer.hasDeclined &&
      offer.card.by !== null
    )
      deeds.push({
        name: "choose",
        say: this.texts.say("choice.choose"),
        pressed: null,
        run: () => this.want({ do: "choose_presenter", person: offer.card.by ?? "", entry: offer.card.id }),
      });
    keepRows(
      place,
      deeds,
      ({ name }) => name,
      () => make("button", { class: "button", type: "button" }),
      (button, deed) => {
        say(button, deed.say);
        button.onclick = deed.run;
        button.setAttribute("aria-label", `${deed.say}: ${offer.name}`);
        button.classList.toggle("button--decide", deed.name === "choose");
        if (deed.pressed !== null) button.setAttribute("aria-pressed", String(deed.pressed));
      },
    );
  }
}

customElements.define("case-choice", CaseChoice);
