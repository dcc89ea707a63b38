import { CircleStore } from "../methods/circle-store.ts";
import { said } from "../methods/data.ts";
import { whenOpen } from "./circle-here.ts";
import { sayOpened } from "./make.ts";

/**
 * What a method of the circle's own is called, once it is open; the server knows it by an id.
 *
 *     The method is one of your own circle. <own-method data-item="…"></own-method>
 */
export class OwnMethod extends HTMLElement {
  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const found = await new CircleStore(await whenOpen()).read(this.dataset.item ?? "");
    const name = said(found?.method?.name, document.documentElement.lang === "en" ? "en" : "nl");
    if (name !== "") sayOpened(this, name);
    this.dataset.state = "open";
  }
}

customElements.define("own-method", OwnMethod);
