import type { Circle } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import type { OwnRating, Ratings } from "../live/ratings.ts";
import { keepRating, readRatings } from "../live/ratings.ts";
import type { Rating } from "../vitality/history.ts";
import { meansOf } from "../vitality/series.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

const QUESTIONS = ["depth", "safety"] as const;

/**
 * Two questions after a meeting, answered without a name, and what the circle thought of it from four answers on.
 *
 *     <meeting-rating data-meeting="…" data-may-answer>
 *       <form data-part="form" hidden><fieldset>… <input type="radio" name="depth" value="1"> …</fieldset>
 *         <p data-part="empty" role="alert" hidden></p><p data-part="error" role="alert" hidden></p><button data-part="send"></form>
 *       <div data-part="answered" hidden><p data-part="mine"></p><button data-part="change" type="button"></div>
 *       <p data-part="means" role="status"></p>
 *     </meeting-rating>
 */
export class MeetingRating extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #before: OwnRating | undefined;

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    this.#show(await readRatings(circle));
    part(this, "form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(circle);
    });
    buttonPart(this, "change")?.addEventListener("click", () => {
      this.#ask(true);
      this.querySelector<HTMLInputElement>("input:checked")?.focus();
    });
  }

  #show({ given, mine }: Ratings): void {
    const meeting = this.dataset.meeting ?? "";
    const all = given.get(meeting) ?? [];
    this.#before = mine.get(meeting);
    this.#ask(this.dataset.mayAnswer !== undefined && this.#before === undefined);
    if (show(part(this, "answered"), this.#before !== undefined)) this.#fillIn(this.#before);
    const [depth, safety] = meansOf(all);
    const language = document.documentElement.lang;
    const said = (mean: number): string => mean.toLocaleString(language, { minimumFractionDigits: 1 });
    const sentence =
      depth === null || safety === null || depth === undefined || safety === undefined
        ? this.#texts.count("rating.few", all.length)
        : this.#texts.say("rating.means", { depth: said(depth), safety: said(safety), answers: all.length });
    say(part(this, "means"), sentence);
  }

  #ask(asked: boolean): void {
    show(part(this, "form"), asked);
    if (asked) show(part(this, "answered"), false);
  }

  #fillIn(own: OwnRating | undefined): void {
    for (const question of QUESTIONS) {
      const mark = own?.[question] ?? 0;
      const input = this.querySelector<HTMLInputElement>(`input[name=${question}][value="${mark}"]`);
      if (input) input.checked = true;
      say(part(this, `mine-${question}`), input?.closest("label")?.textContent.trim() ?? "");
    }
  }

  async #send(circle: Circle): Promise<void> {
    const rating = this.#chosen();
    if (show(part(this, "empty"), rating === null) || rating === null) return;
    const send = buttonPart(this, "send");
    if (send) send.disabled = true;
    show(part(this, "error"), false);
    try {
      await keepRating(circle, this.dataset.meeting ?? "", rating, this.#before);
      this.#show(await readRatings(circle));
      part(this, "answered")?.focus();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
    }
    if (send) send.disabled = false;
  }

  /** Null as long as one of the two is open. */
  #chosen(): Rating | null {
    const [depth, safety] = QUESTIONS.map((question) =>
      Number(this.querySelector<HTMLInputElement>(`input[name=${question}]:checked`)?.value ?? 0),
    );
    return depth && safety ? { depth, safety } : null;
  }
}

customElements.define("meeting-rating", MeetingRating);
