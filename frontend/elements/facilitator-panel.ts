import type { Deed } from "../live/outbox.ts";
import type { RoomNow, Seated, Tag } from "../live/seen.ts";
import { keepRows, make, say, show } from "./make.ts";
import { moreTime } from "./more-time.ts";
import { RoomElement } from "./room-element.ts";
import { nextStep, someoneWaitsToPresent } from "./rotation.ts";

const MOST_NAMED = 7; // in a hall of sixty a row of names is no sentence

/**
 * What the facilitator steers with, what is whispered to them, and how the turns are shared.
 *
 * Going on while people are still writing asks once more; nothing else asks.
 *
 *     <facilitator-panel class="facilitator-panel" hidden>
 *       <button data-part="next">…</button> …
 *       <div data-part="sure"><p data-part="sure-words"></p><button data-part="sure-yes"></button>…</div>
 *       <ul data-part="whispers"></ul> <ul data-part="people"></ul>
 *     </facilitator-panel>
 */
export class FacilitatorPanel extends RoomElement {
  #room: RoomNow | null = null;
  #askedIn = -1;

  connectedCallback(): void {
    const on = (name: string, run: (room: RoomNow) => void): void =>
      this.piece(name)?.addEventListener("click", () => {
        if (this.#room) run(this.#room);
      });
    on("next", (room) => this.#next(room));
    on("no-more-cases", ({ phaseIndex }) =>
      this.want({ do: "next", from_phase: phaseIndex, no_more_cases: true }),
    );
    on("sure-yes", ({ phaseIndex }) => this.#goOn(phaseIndex));
    on("sure-no", () => this.#notYet());
    on("back", ({ phaseIndex }) => this.want({ do: "back", from_phase: phaseIndex }));
    on("loop", ({ phaseIndex }) => this.want({ do: "loop", from_phase: phaseIndex }));
    on("more-time", (room) => this.want({ do: "give_time", seconds: moreTime(room).seconds }));
    on("pause", () => this.want({ do: "pause" }));
    on("resume", () => this.want({ do: "resume" }));
    on("skip", ({ view }) =>
      this.want({ do: "skip", person: view.floor.holder ?? view.floor.queue[0] ?? "" }),
    );
  }

  showRoom(room: RoomNow): void {
    this.#room = room;
    const { view, stage, me, phase } = room;
    if (!show(this, stage === "meeting" && me?.isFacilitator === true)) return;
    const may = new Set(view.may);
    for (const deed of ["next", "back", "loop", "pause", "resume"] as const)
      show(this.piece(deed), may.has(deed));
    if (show(this.piece("more-time"), may.has("give_time")))
      say(this.piece("more-time"), this.texts.say(moreTime(room).say));
    say(this.piece("next"), this.texts.say(nextStep(room)));
    show(this.piece("no-more-cases"), may.has("next") && someoneWaitsToPresent(room));
    this.#showSkip(room);
    const wantsBreak = room.people.filter(({ asksBreak }) => asksBreak).map(({ name }) => name);
    if (show(this.piece("break"), wantsBreak.length > 0))
      say(this.piece("break"), this.texts.say("panel.break", { names: this.texts.list(wantsBreak) }));
    if (this.#askedIn !== room.phaseIndex) show(this.piece("sure"), false);
    const cues = phase?.phase.cues.map((cue) => cue[room.language]) ?? [];
    show(this.piece("whispering"), cues.length > 0);
    const list = this.piece("whispers");
    if (list)
      keepRows(
        list,
        cues,
        (cue) => cue,
        (cue) => make("li", {}, cue),
        () => undefined,
      );
    this.#showPeople(room);
  }

  #next(room: RoomNow): void {
    const waiting = room.people.filter(({ id, isMe }) => !isMe && room.view.people_to_wait_for.includes(id));
    if (waiting.length === 0) {
      this.#goOn(room.phaseIndex);
      return;
    }
    this.#askedIn = room.phaseIndex;
    say(
      this.piece("sure-words"),
      waiting.length > MOST_NAMED
        ? this.texts.say("panel.sure.hall", { count: waiting.length })
        : this.texts.say(waiting.length === 1 ? "panel.sure.one" : "panel.sure.many", {
            names: this.texts.list(waiting.map(({ name }) => name)),
          }),
    );
    show(this.piece("sure"), true);
    this.piece("sure-yes")?.focus();
  }

  #goOn(phaseIndex: number): void {
    this.#notYet();
    this.want({ do: "next", from_phase: phaseIndex });
  }

  #notYet(): void {
    this.#askedIn = -1;
    const hadFocus = this.piece("sure")?.contains(document.activeElement) === true;
    show(this.piece("sure"), false);
    if (hadFocus) this.piece("next")?.focus();
  }

  #showSkip({ view, people }: RoomNow): void {
    const turn = view.floor.holder ?? view.floor.queue[0];
    const person = people.find(({ id }) => id === turn);
    const isShown = view.may.includes("skip") && person !== undefined && !person.isMe;
    if (show(this.piece("skip"), isShown) && person)
      say(this.piece("skip"), this.texts.say("panel.skip", { name: person.name }));
  }

  #showPeople(room: RoomNow): void {
    const list = this.piece("people");
    if (!list) return;
    keepRows(
      list,
      room.people.filter(({ hasLeft }) => !hasLeft),
      ({ id }) => id,
      () =>
        make(
          "li",
          {},
          make("span", { "data-part": "name" }),
          make("span", { class: "button-row", "data-part": "deeds" }),
        ),
      (row, person) => {
        say(
          row.querySelector("[data-part=name]"),
          person.isMe ? this.texts.say("you", { name: person.name }) : person.name,
        );
        const deeds = row.querySelector("[data-part=deeds]");
        if (deeds) this.#fillDeeds(deeds, person, room);
      },
    );
  }

  #fillDeeds(place: Element, person: Seated, { view }: RoomNow): void {
    const may = (deed: Tag): boolean => view.may.includes(deed) && !person.isAway;
    const all: { name: string; isShown: boolean; deed: Deed }[] = [
      {
        name: "give_floor",
        isShown: may("give_floor") && !person.holdsFloor,
        deed: { do: "give_floor", to: person.id },
      },
      {
        name: "choose_presenter",
        isShown: may("choose_presenter") && !person.isPresenter && !person.hasDeclined,
        deed: { do: "choose_presenter", person: person.id },
      },
      {
        name: "hand_over",
        isShown: may("hand_over") && !person.isMe,
        deed: { do: "hand_over", to: person.id },
      },
    ];
    keepRows(
      place,
      all.filter(({ isShown }) => isShown),
      ({ name }) => name,
      () => make("button", { class: "button button--quiet", type: "button" }),
      (button, { name, deed }) => {
        say(button, this.texts.say(`person.${name}`));
        button.setAttribute("aria-label", `${this.texts.say(`person.${name}`)}: ${person.name}`);
        button.onclick = () => this.want(deed);
      },
    );
  }
}

customElements.define("facilitator-panel", FacilitatorPanel);
