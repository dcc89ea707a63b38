import { ownStorage } from "./own-storage.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps what is half written in a form through a reload or a slip, as long as the tab is open: others may use this
 * computer after. For forms that go to a server which reads them; what a circle writes is kept by the vault.
 *
 *     <kept-form name="contact-3" drops="…"><form method="post">…</form></kept-form>
 *
 * The name changes once the form has arrived, or the page that comes then drops it.
 */
export class KeptForm extends HTMLElement {
  readonly #notes = ownStorage("session");

  connectedCallback(): void {
    const done = this.getAttribute("drops");
    if (done !== null) this.#notes.remove(`form:${done}`);
    this.#putBack();
    this.addEventListener("input", this.#keep);
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this.#keep);
  }

  get #key(): string {
    return `form:${this.getAttribute("name") ?? ""}`;
  }

  #fields(): Field[] {
    const all = this.querySelectorAll<Field>("input[name]:not([type=hidden]), textarea[name], select[name]");
    return [...all];
  }

  #putBack(): void {
    const kept = new Map(
      Object.entries(JSON.parse(this.#notes.read(this.#key) ?? "{}") as Record<string, string>),
    );
    for (const field of this.#fields()) {
      const value = kept.get(nameOf(field));
      if (value === undefined || value === stands(field)) continue;
      if (isMark(field)) field.checked = value === MARKED;
      else field.value = value;
      const folded = field.closest("details");
      if (folded !== null) folded.open = true;
    }
  }

  readonly #keep = (): void => {
    const values = Object.fromEntries(this.#fields().map((field) => [nameOf(field), stands(field)]));
    this.#notes.write(this.#key, JSON.stringify(values));
  };
}

const MARKED = "x";

const isMark = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

/** Of several boxes with one name each is kept by itself. */
const nameOf = (field: Field): string => (isMark(field) ? `${field.name}=${field.value}` : field.name);

const stands = (field: Field): string => {
  if (isMark(field)) return field.checked ? MARKED : "";
  return field.value;
};

customElements.define("kept-form", KeptForm);
