import { Refused, ask } from "../live/http.ts";
import type { Circle } from "../live/circle.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import type { SealedField } from "./sealed-field.ts";
import { Texts } from "./texts.ts";

/**
 * The ground rules in the making: sealed when they are put to the circle. What holds now stands in the field, or else
 * what we propose.
 *
 *     <circle-rules data-number="2">
 *       <form><sealed-field data-field="rules.text" …><textarea>1. …</textarea></sealed-field>
 *         <p data-part="empty" hidden></p><p data-part="error" hidden></p><button data-part="send" disabled></button></form>
 *     </circle-rules>
 */
export class CircleRules extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const field = this.querySelector<SealedField>("sealed-field");
    if (!field) return;
    await field.ready;
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(circle, field);
    });
    const send = buttonPart(this, "send");
    if (send) send.disabled = false;
  }

  async #send(circle: Circle, field: SealedField): Promise<void> {
    if (show(part(this, "empty"), field.text === "")) {
      field.focus();
      return;
    }
    const send = buttonPart(this, "send");
    if (send) send.disabled = true;
    const version = crypto.randomUUID();
    try {
      const { body } = await ask<{ page: string }>("POST", `/circles/${circle.group}/rules/`, {
        version,
        number: Number(this.dataset.number),
        text: await field.seal(version),
      });
      await field.sent();
      location.assign(body.page);
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      if (send) send.disabled = false;
    }
  }
}

customElements.define("circle-rules", CircleRules);
