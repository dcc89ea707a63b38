import type { RoomNow } from "../live/seen.ts";
import { show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * One's own notes: sealed on this device while typing, never sent, in the download at the end.
 *
 *     <private-notes><textarea data-part="notes"></textarea></private-notes>
 */
export class PrivateNotes extends RoomElement {
  #isRestored = false;

  connectedCallback(): void {
    this.#area?.addEventListener("input", () => this.draft({ name: "note", text: this.#area?.value ?? "" }));
  }

  showRoom({ stage, isOver }: RoomNow): void {
    show(this, stage === "meeting" && !isOver);
    if (this.#isRestored) return;
    this.#isRestored = true;
    this.draft({
      name: "note",
      restore: (text) => {
        if (this.#area?.value === "") this.#area.value = text;
      },
    });
  }

  get #area(): HTMLTextAreaElement | null {
    return this.querySelector("textarea");
  }
}

customElements.define("private-notes", PrivateNotes);
