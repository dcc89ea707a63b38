import type { Circle } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import { objectOf } from "../live/kept.ts";
import type { Marks, Sheets } from "../live/sheets.ts";
import { handIn, readSheets } from "../live/sheets.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

const DRAFT = "draft.check";

/**
 * One's own sheet of a self-check, handed in sealed and without a name; until then kept sealed on this device.
 *
 *     <check-sheet data-round="…"><form><fieldset>… <input type="radio" name="feedback" value="1"> …</fieldset>
 *       <p data-part="empty" role="alert" hidden></p><p data-part="error" role="alert" hidden></p>
 *       <button data-part="send" disabled></button></form></check-sheet>
 */
export class CheckSheet extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #before: Sheets["mine"] = null;

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const place = { group: circle.group, item: this.#round, field: DRAFT };
    this.#before = (await readSheets(circle, this.#round)).mine;
    const draft = await vault.draft(place);
    this.#fillIn(draft === null ? (this.#before?.marks ?? {}) : ((objectOf(draft) ?? {}) as Marks));
    this.addEventListener(
      "change",
      () => void vault.keepDraft({ ...place, text: JSON.stringify(this.#marks) }),
    );
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(circle);
    });
    const send = buttonPart(this, "send");
    if (send) send.disabled = false;
  }

  get #round(): string {
    return this.dataset.round ?? "";
  }

  get #marks(): Marks {
    const chosen = [...this.querySelectorAll<HTMLInputElement>("input[type=radio]:checked")];
    return Object.fromEntries(chosen.map(({ name, value }) => [name, Number(value)]));
  }

  #fillIn(marks: Marks): void {
    for (const input of this.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      input.checked = marks[input.name] === Number(input.value);
      input.disabled = false; // shut until here, or what somebody chose meanwhile would be lost
    }
  }

  async #send(circle: Circle): Promise<void> {
    const marks = this.#marks;
    if (show(part(this, "empty"), Object.keys(marks).length === 0)) return;
    const send = buttonPart(this, "send");
    if (send) send.disabled = true;
    try {
      await handIn(circle, this.#round, marks, this.#before);
      vault.dropDraft({ group: circle.group, item: this.#round, field: DRAFT });
      location.reload();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      if (send) send.disabled = false;
    }
  }
}

customElements.define("check-sheet", CheckSheet);
