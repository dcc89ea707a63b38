import { Refused, ask } from "../live/http.ts";
import type { Circle } from "../live/circle.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { sealedOf } from "./sealed-text.ts";
import { Texts } from "./texts.ts";

const DRAFT = "draft.rules";

/**
 * The ground rules in the making: sealed when they are put to the circle, and while typing kept sealed on this device.
 *
 *     <circle-rules data-number="2">
 *       <form><textarea data-part="text"></textarea><p data-part="error" hidden></p><button data-part="send" disabled></form>
 *       <template data-part="proposed">…</template>
 *     </circle-rules>
 *
 * Where rules hold already, their `<sealed-text>` stands on the page with the id `rules-text`.
 */
export class CircleRules extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const area = this.#area;
    if (!area) return;
    const place = { group: circle.group, item: circle.group, field: DRAFT };
    area.value = (await vault.draft(place)) ?? (await this.#before(circle));
    area.readOnly = false; // shut until here, or what somebody typed meanwhile would be lost
    area.addEventListener("input", () => void vault.keepDraft({ ...place, text: area.value }));
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(circle, area);
    });
    const send = buttonPart(this, "send");
    if (send) send.disabled = false;
  }

  /** What holds now, or else what we propose. */
  async #before(circle: Circle): Promise<string> {
    const standing = document.querySelector<HTMLElement>("#rules-text");
    if (standing) {
      const [opened] = await circle.read([sealedOf(standing)]);
      if (opened && "text" in opened) return opened.text;
    }
    const proposed = this.querySelector<HTMLTemplateElement>("template[data-part=proposed]");
    const rules = [...(proposed?.content.querySelectorAll("li") ?? [])];
    return rules.map((rule, i) => `${i + 1}. ${rule.textContent.trim()}`).join("\n\n");
  }

  async #send(circle: Circle, area: HTMLTextAreaElement): Promise<void> {
    const text = area.value.trim();
    if (show(part(this, "empty"), text === "")) {
      area.focus();
      return;
    }
    const send = buttonPart(this, "send");
    if (send) send.disabled = true;
    const version = crypto.randomUUID();
    try {
      const sealed = await circle.seal("rules.text", version, text);
      const { body } = await ask<{ page: string }>("POST", `/circles/${circle.group}/rules/`, {
        version,
        number: Number(this.dataset.number),
        text: sealed,
      });
      vault.dropDraft({ group: circle.group, item: circle.group, field: DRAFT });
      location.assign(body.page);
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      if (send) send.disabled = false;
    }
  }

  get #area(): HTMLTextAreaElement | null {
    return this.querySelector("textarea");
  }
}

customElements.define("circle-rules", CircleRules);
