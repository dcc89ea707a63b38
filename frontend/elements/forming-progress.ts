import { ask } from "../live/http.ts";
import { say } from "./make.ts";
import { part } from "./parts.ts";

const EVERY = 1000; // milliseconds

interface HowFar {
  readonly going: boolean;
  readonly percent?: number;
  readonly say?: string;
}

/**
 * Says how far a forming is, until it has ended; then the page shows what came of it.
 *
 *     <forming-progress data-address="/programmes/…/forming/run/progress/">
 *       <progress max="100"></progress><p role="status" data-part="say"></p>
 *     </forming-progress>
 */
export class FormingProgress extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#timer = setInterval(() => void this.#look(), EVERY);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    let told: HowFar;
    try {
      ({ body: told } = await ask<HowFar>("GET", this.dataset.address ?? ""));
    } catch {
      return; // no line for a moment, or signed out: the next look or a reload tells
    }
    if (!this.isConnected) return;
    if (!told.going) {
      clearInterval(this.#timer);
      location.reload();
      return;
    }
    const bar = this.querySelector("progress");
    if (bar) bar.value = told.percent ?? 0;
    say(part(this, "say"), told.say ?? "");
  }
}

customElements.define("forming-progress", FormingProgress);
