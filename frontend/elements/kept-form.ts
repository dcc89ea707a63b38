import { show } from "./make.ts";
import { ownStorage } from "./own-storage.ts";
import { part } from "./parts.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps what is half written in a form through a reload or a slip, as long as the tab is open: others may use this
 * computer after. For forms that go to a server which reads them; what a circle writes is kept by the vault.
 *
 *     <kept-form name="contact-3" drops="…"><p data-part="kept" hidden>…</p><form method="post">…</form></kept-form>
 *
 * The name changes once the form has arrived, or the page that comes then drops it; with `until-sent` sending does.
 */
export class KeptForm extends HTMLElement {
  readonly #notes = ownStorage("session");

  connectedCallback(): void {
    const done = this.getAttribute("drops");
    if (done !== null) this.#notes.remove(`form:${done}`);
    this.#putBack();
    this.addEventListener("input", this.#keep);
    this.addEventListener("submit", this.#sent);
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this.#keep);
    this.removeEventListener("submit", this.#sent);
  }

  get #key(): string {
    return `form:${this.getAttribute("name") ?? ""}`;
  }

  /** By name; of those with the same name (rows of boxes) by name and value. */
  #fields(): Map<string, Field> {
    const all = this.querySelectorAll<Field>("input[name]:not([type=hidden]), textarea[name], select[name]");
    return new Map(
      [...all].map((field) => [hasMark(field) ? `${field.name}=${field.value}` : field.name, field]),
    );
  }

  #putBack(): void {
    const kept = JSON.parse(this.#notes.read(this.#key) ?? "{}") as Record<string, string>;
    const fields = this.#fields();
    for (const [name, value] of Object.entries(kept)) {
      const field = fields.get(name);
      if (!field || value === stands(field)) continue;
      put(field, value);
      const folded = field.closest("details");
      if (folded !== null) folded.open = true;
      show(part(this, "kept"), true);
    }
  }

  readonly #keep = (): void => {
    const values = Object.fromEntries([...this.#fields()].map(([name, field]) => [name, stands(field)]));
    this.#notes.write(this.#key, JSON.stringify(values));
  };

  readonly #sent = (): void => {
    if (this.hasAttribute("until-sent")) this.#notes.remove(this.#key);
  };
}

const hasMark = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

const stands = (field: Field): string => (hasMark(field) ? String(field.checked) : field.value);

function put(field: Field, value: string): void {
  if (hasMark(field)) field.checked = value === "true";
  else field.value = value;
}

customElements.define("kept-form", KeptForm);
