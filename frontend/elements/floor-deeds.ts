import type { RoomNow, Tag } from "../live/seen.ts";
import { say, show } from "./make.ts";
import { moreTime } from "./more-time.ts";
import { RoomElement } from "./room-element.ts";
import { nextStep } from "./rotation.ts";

/** In a phase with raised hands a free floor is simply taken; while somebody speaks a hand is raised. */
const DEEDS = [
  "loop",
  "give_time",
  "start",
  "take_over",
  "yield_floor",
  "take_floor",
  "raise_hand",
  "lower_hand",
  "pass",
  "finish",
  "unfinish",
  "end_time_out",
  "resume",
] as const;

/**
 * The big buttons: what this person can do with the floor and with being ready. Each is written in the page and
 * shown while the engine would accept it.
 *
 *     <floor-deeds class="floor-deeds" aria-label="Your turn">
 *       <button class="button button--main" type="button" data-deed="yield_floor" hidden>Done speaking</button>
 *       …
 *       <button class="button button--main" type="button" data-deed="next" hidden>Go on</button>
 *     </floor-deeds>
 */
export class FloorDeeds extends RoomElement {
  #phase = -1;
  #moreSeconds = 0;

  connectedCallback(): void {
    this.addEventListener("click", this);
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this);
  }

  handleEvent(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-deed]");
    const deed = button?.dataset.deed as Tag | undefined;
    if (deed === undefined) return;
    if (deed === "next" || deed === "loop") this.want({ do: deed, from_phase: this.#phase });
    else this.want(deed === "give_time" ? { do: deed, seconds: this.#moreSeconds } : { do: deed });
  }

  showRoom(room: RoomNow): void {
    const { view } = room;
    this.#phase = room.phaseIndex;
    const more = moreTime(room);
    this.#moreSeconds = more.seconds;
    say(this.querySelector('[data-deed="give_time"]'), this.texts.say(more.say));
    const may = new Set<Tag>(room.isOver ? [] : view.may);
    // A hand isn't needed where the floor can simply be taken, nor to finish what isn't written here.
    if (may.has("take_floor")) may.delete("raise_hand");
    // Where the method lets others decide they find it here; the facilitator has a panel for it.
    const leads = room.me?.isFacilitator === true;
    if (leads) for (const deed of ["loop", "give_time"] as const) may.delete(deed);
    for (const deed of DEEDS) {
      const isShown = may.has(deed) && !(deed === "start" && view.now !== "may_start");
      show(this.querySelector<HTMLElement>(`[data-deed="${deed}"]`), isShown);
    }
    const goesOn = may.has("next") && (view.now === "go_on" || !leads);
    show(this.querySelector<HTMLElement>('[data-deed="next"]'), goesOn);
    say(this.querySelector('[data-deed="next"]'), this.texts.say(nextStep(room)));
    const asks = room.phase?.phase.floor.question_only === true && view.role !== "presenter";
    const take = this.querySelector<HTMLElement>('[data-deed="take_floor"]');
    say(take, this.texts.say(asks ? "deed.ask" : "deed.take_floor"));
    // Loud only where the largest sentence asks for it.
    take?.classList.toggle("button--main", view.now === "may_speak");
  }
}

customElements.define("floor-deeds", FloorDeeds);
