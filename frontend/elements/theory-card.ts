import { fetchPage } from "../live/page.ts";
import type { RoomNow } from "../live/seen.ts";
import { RoomElement } from "./room-element.ts";
import { say, show } from "./make.ts";

/**
 * The page of theory that goes with the exercise that is being done. It is fetched when the exercise begins, so that
 * it is there when somebody opens it; the buttons that open it are shown as long as it is about this exercise.
 *
 *     <button data-opens="theory" hidden></button>
 *     <dialog id="theory"><theory-card><p data-part="waiting"></p><div data-part="card"></div></theory-card></dialog>
 */
export class TheoryCard extends RoomElement {
  #shown = "";
  #asked: AbortController | null = null;

  disconnectedCallback(): void {
    this.#asked?.abort();
  }

  showRoom({ phase }: RoomNow): void {
    const exercise = phase?.of_exercise === true ? phase.block : "";
    for (const opens of document.querySelectorAll<HTMLElement>("[data-opens=theory]"))
      show(opens, exercise !== "");
    if (exercise === this.#shown) return;
    this.#shown = exercise;
    if (exercise === "") this.closest("dialog")?.close();
    else void this.#fetch(exercise);
  }

  async #fetch(exercise: string): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    this.piece("card")?.replaceChildren();
    show(this.piece("waiting"), true);
    say(this.piece("waiting"), this.texts.say("theory.waiting"));
    const page = await fetchPage(`/exercises/${exercise}/`, this.#asked.signal);
    if (page === null) return; // another exercise has overtaken this one
    const card = page.querySelector("[data-part=theory]");
    this.piece("card")?.replaceChildren(...(card ? [document.importNode(card, true)] : []));
    if (show(this.piece("waiting"), card === null))
      say(this.piece("waiting"), this.texts.say("theory.failed"));
  }
}

customElements.define("theory-card", TheoryCard);
