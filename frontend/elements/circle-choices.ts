import { CircleStore } from "../methods/circle-store.ts";
import type { Row } from "../methods/data.ts";
import { OwnParts } from "../methods/own-parts.ts";
import { whenOpen } from "./circle-here.ts";
import { showOwnChoices } from "./own-choices.ts";
import { Texts } from "./texts.ts";

/**
 * The circle's own methods, among those to choose beforehand. What is sent is the id of a sealed text.
 *
 *     <circle-choices data-chosen="own:…"><details data-part="own-choices" hidden>… <div data-part="own-list"></div></details></circle-choices>
 */
export class CircleChoices extends HTMLElement {
  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const methods = await new CircleStore(await whenOpen()).list();
    const known = methods.flatMap(({ id, method }): [string, Row][] => (method ? [[id, method]] : []));
    const language = document.documentElement.lang === "en" ? "en" : "nl";
    showOwnChoices(this, new OwnParts(new Map(known), language), Texts.ofPage(), language);
    for (const input of this.querySelectorAll("input"))
      if (input.value === this.dataset.chosen) input.checked = true;
    this.dataset.state = "open";
  }
}

customElements.define("circle-choices", CircleChoices);
