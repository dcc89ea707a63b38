import { show } from "./make.ts";
import { part } from "./parts.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps a half-filled form in this tab until it is sent, so that a reload or a wrong press loses nothing. What stands in
 * it goes to the server in the open anyway; it isn't a sealed text.
 *
 *     <kept-form data-name="enrol-…"><p data-part="kept" hidden>…</p><form method="post">…</form></kept-form>
 */
export class KeptForm extends HTMLElement {
  connectedCallback(): void {
    this.#restore();
    this.addEventListener("input", this.#keep);
    this.addEventListener("submit", this.#forget);
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this.#keep);
    this.removeEventListener("submit", this.#forget);
  }

  readonly #keep = (): void => {
    sessionStorage.setItem(this.#key, JSON.stringify(this.#fields.map((field) => stands(field))));
  };

  readonly #forget = (): void => {
    sessionStorage.removeItem(this.#key);
  };

  #restore(): void {
    const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? "null");
    const fields = this.#fields;
    if (!Array.isArray(kept) || kept.length !== fields.length) return;
    for (const [place, field] of fields.entries()) put(field, String(kept[place]));
    show(part(this, "kept"), true);
  }

  get #key(): string {
    return `form:${this.dataset.name ?? ""}`;
  }

  get #fields(): Field[] {
    return [...this.querySelectorAll<Field>("input, textarea, select")];
  }
}

const hasMark = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

const stands = (field: Field): string => (hasMark(field) ? String(field.checked) : field.value);

function put(field: Field, value: string): void {
  if (hasMark(field)) field.checked = value === "true";
  else field.value = value;
}

customElements.define("kept-form", KeptForm);
