import type { RoomNow, Tag } from "../live/seen.ts";
import { show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/** In a phase with raised hands a free floor is simply taken; while somebody speaks a hand is raised. */
const DEEDS = [
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
    this.want(deed === "next" ? { do: deed, from_phase: this.#phase } : { do: deed });
  }

  showRoom(room: RoomNow): void {
    const { view, stage } = room;
    this.#phase = room.phaseIndex;
    const may = new Set<Tag>(stage === "closed" ? [] : view.may);
    // A hand isn't needed where the floor can simply be taken, nor to finish what isn't written here.
    if (may.has("take_floor")) may.delete("raise_hand");
    for (const deed of DEEDS) {
      const isShown = may.has(deed) && !(deed === "start" && view.now !== "may_start");
      show(this.querySelector<HTMLElement>(`[data-deed="${deed}"]`), isShown);
    }
    show(this.querySelector<HTMLElement>('[data-deed="next"]'), may.has("next") && view.now === "go_on");
    const asks = room.phase?.phase.floor.question_only === true && view.role !== "presenter";
    const take = this.querySelector<HTMLElement>('[data-deed="take_floor"]');
    if (take) take.textContent = this.texts.say(asks ? "deed.ask" : "deed.take_floor");
  }
}

customElements.define("floor-deeds", FloorDeeds);
