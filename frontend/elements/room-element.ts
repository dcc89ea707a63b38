/** What the elements of the room have in common: they show the room as it is now, and say what somebody wants done. */
import type { RoomNow } from "../live/seen.ts";
import type { Deed, Words } from "../live/outbox.ts";
import { Texts } from "./texts.ts";

/** Something a person wants done; bubbles up to the page, which sends it. */
export interface Wanted {
  readonly deed: Deed;
  readonly words?: Words;
}

/** A text in the making: `text` undefined asks for what was kept, "" drops it. */
export interface DraftWanted {
  readonly name: string;
  readonly text?: string;
  readonly restore?: (text: string) => void;
}

declare global {
  interface HTMLElementEventMap {
    deed: CustomEvent<Wanted>;
    draft: CustomEvent<DraftWanted>;
  }
}

export abstract class RoomElement extends HTMLElement {
  #texts: Texts | undefined;

  /** Shows the room; called after everything that happens, so it changes only what changed. */
  abstract showRoom(room: RoomNow): void;

  get texts(): Texts {
    return (this.#texts ??= Texts.ofPage());
  }

  want(deed: Deed, words?: Words): void {
    const detail: Wanted = { deed, ...(words ? { words } : {}) };
    this.dispatchEvent(new CustomEvent("deed", { bubbles: true, detail }));
  }

  draft(detail: DraftWanted): void {
    this.dispatchEvent(new CustomEvent("draft", { bubbles: true, detail }));
  }

  piece(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}
