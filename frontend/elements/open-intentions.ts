import type { Intention } from "../live/intentions.ts";
import { openOfMine } from "../live/intentions.ts";
import { today } from "../live/kept.ts";
import { whenOpen } from "./circle-here.ts";
import { byWhen } from "./intention-words.ts";
import { make, opened, say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

const MOST = 3; // on the circle's page; the rest a link away

let read: Promise<Intention[]> | undefined;
const openHere = (): Promise<Intention[]> => (read ??= whenOpen().then(openOfMine));

/**
 * One's own open intentions, in short.
 *
 *     <open-intentions><p data-part="none" hidden>…</p><ul data-part="open"></ul><p data-part="more" hidden></p></open-intentions>
 */
export class OpenIntentions extends HTMLElement {
  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const intentions = await openHere();
    const texts = Texts.ofPage();
    const rows = intentions
      .slice(0, MOST)
      .map(({ told: { text, date } }) =>
        make(
          "li",
          {},
          opened("p", { class: "intention__text" }, text),
          date !== null && make("p", { class: "intention__facts" }, byWhen(date, texts)),
        ),
      );
    part(this, "open")?.replaceChildren(...rows);
    show(part(this, "none"), rows.length === 0);
    const more = intentions.length - rows.length;
    if (show(part(this, "more"), more > 0)) say(part(this, "more"), texts.count("intentions.more", more));
    this.dataset.state = "open";
  }
}

/**
 * Shown once the day of an open intention of one's own is there.
 *
 *     <intention-waits hidden><a href="…">…</a></intention-waits>
 */
export class IntentionWaits extends HTMLElement {
  connectedCallback(): void {
    void this.#look();
  }

  async #look(): Promise<void> {
    const now = today();
    show(
      this,
      (await openHere()).some(({ told: { date } }) => date !== null && date <= now),
    );
  }
}

customElements.define("open-intentions", OpenIntentions);
customElements.define("intention-waits", IntentionWaits);
