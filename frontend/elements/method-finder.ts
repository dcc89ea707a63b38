import { fetchPage } from "../live/page.ts";
import { show } from "./make.ts";

const AT_ONCE = 2; // methods side by side

/**
 * Looks for methods while one chooses, and keeps the address in step so that it can be sent or gone back to.
 *
 *     <method-finder>
 *       <form action="/methods/" data-part="wishes"><select name="mood">…</select><button data-part="show"></button></form>
 *       <p role="status" data-part="count"></p>
 *       <div data-part="found"><input type="checkbox" name="with">… <p data-part="compare"></p></div>
 *     </method-finder>
 */
export class MethodFinder extends HTMLElement {
  #asked: AbortController | null = null;

  connectedCallback(): void {
    show(this.#part("show"), false);
    this.addEventListener("change", this.#changed);
    addEventListener("popstate", this.#wentBack);
    this.#settlePair();
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#changed);
    removeEventListener("popstate", this.#wentBack);
    this.#asked?.abort();
  }

  readonly #changed = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && target.name === "with") this.#settlePair();
    else void this.#look(this.#address());
  };

  readonly #wentBack = (): void => {
    location.reload();
  };

  /** Where the form would lead, without the fields that are empty. */
  #address(): string {
    const wishes = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form))
      if (typeof value === "string" && value !== "") wishes.append(name, value);
    return wishes.size > 0 ? `${this.#form.action}?${wishes.toString()}` : this.#form.action;
  }

  async #look(address: string): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    const page = await fetchPage(address, this.#asked.signal);
    const fresh = page?.querySelector(this.localName);
    if (!fresh) {
      if (page === null) return; // another look has overtaken this one
      location.assign(address);
      return;
    }
    history.pushState(null, "", address);
    this.#take(fresh);
  }

  /** The new list and numbers; the fields themselves stay, for somebody is in one of them. */
  #take(fresh: Element): void {
    const options = fresh.querySelectorAll("option");
    for (const [index, option] of this.querySelectorAll("option").entries())
      option.textContent = options[index]?.textContent ?? option.textContent;
    for (const count of this.querySelectorAll<HTMLElement>("[data-count]"))
      count.textContent =
        fresh.querySelector(`[data-count="${count.dataset.count ?? ""}"]`)?.textContent ?? "";
    for (const part of ["count", "found"])
      this.#part(part)?.replaceChildren(...(fresh.querySelector(`[data-part="${part}"]`)?.childNodes ?? []));
    this.#settlePair();
  }

  /** Two can be compared: others can't be added, and one alone can't be shown. */
  #settlePair(): void {
    const boxes = [...this.querySelectorAll<HTMLInputElement>("input[name=with]")];
    const picked = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.disabled = picked >= AT_ONCE && !box.checked;
    show(this.#part("compare"), picked === AT_ONCE);
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector<HTMLFormElement>("form[data-part=wishes]");
    if (!form) throw new Error("a method-finder has a form with data-part=wishes");
    return form;
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

customElements.define("method-finder", MethodFinder);
