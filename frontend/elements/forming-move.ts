import { fetchPage } from "../live/page.ts";
import { show } from "./make.ts";
import { part } from "./parts.ts";

/**
 * Shows what a change would do as soon as it is chosen, in the same words as the page that its form leads to.
 *
 *     <forming-move>
 *       <form method="get" action="…/change/" data-part="ask"><select name="circle">…</select><button data-part="look"></button></form>
 *       <div data-part="told" aria-live="polite"></div>
 *     </forming-move>
 */
export class FormingMove extends HTMLElement {
  #asked: AbortController | null = null;

  connectedCallback(): void {
    show(part(this, "look"), false);
    this.addEventListener("change", this.#chosen);
    void this.#look();
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#chosen);
    this.#asked?.abort();
  }

  readonly #chosen = (): void => {
    void this.#look();
  };

  async #look(): Promise<void> {
    const form = this.querySelector<HTMLFormElement>("form[data-part=ask]");
    if (!form) return;
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    const wanted = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") wanted.append(name, value);
    const page = await fetchPage(`${form.action}?${wanted.toString()}`, asked.signal);
    if (asked.signal.aborted) return;
    const change = page?.querySelector("[data-part=change]");
    if (change) part(this, "told")?.replaceChildren(change);
    else show(part(this, "look"), true);
  }
}

customElements.define("forming-move", FormingMove);
