import { whenOpen } from "./circle-here.ts";
import { whenDrafts } from "./drafts-here.ts";
import { show } from "./make.ts";
import { part } from "./parts.ts";
import { sealedOf } from "./sealed-text.ts";

/** A field has no name that a form would send, and nobody else reads along while somebody types. */
const QUIET = {
  autocomplete: "off",
  autocorrect: "off",
  spellcheck: "false",
  writingsuggestions: "false",
  translate: "no",
  "data-gramm": "false",
} as const;

/**
 * A field whose text leaves this device sealed or not at all. Each letter is kept sealed on the device until the text
 * has been sent: a reload, a lost line or a restart costs nothing.
 *
 *     <label for="question">Your question</label>
 *     <sealed-field data-field="case.question" data-item="…" data-own data-author="…" data-rev="2" data-envelope="…">
 *       <textarea id="question" readonly></textarea>
 *       <p data-part="kept" role="status" hidden>You were busy with this; it isn't with the others yet.</p>
 *     </sealed-field>
 *
 * A text area or an input. It can be typed in once what was kept is back; else the text as it stands (data-envelope and
 * what a `<sealed-text>` has besides), or what the page put in it. The draft goes by data-draft, otherwise by field and
 * item; in a room, data-draft is all there is. What is typed stays in the page's own tree, because a label, a hint and
 * an error can't reach a field in another; a field's text isn't written out with the page.
 */
export class SealedField extends HTMLElement {
  #ready: Promise<void> | undefined;

  connectedCallback(): void {
    this.#ready ??= this.#begin();
  }

  /** Settles when somebody may type. */
  get ready(): Promise<void> {
    return this.#ready ?? Promise.reject(new TypeError("a field that stands nowhere"));
  }

  get text(): string {
    return this.#control?.value.trim() ?? "";
  }

  override focus(options?: FocusOptions): void {
    this.#control?.focus(options);
  }

  /** For what goes along with a deed; `item` where its id is made only now. Then `sent`, once it has arrived. */
  async seal(item: string = this.dataset.item ?? ""): Promise<string> {
    return (await whenOpen()).seal(this.dataset.field ?? "", item, this.text);
  }

  /** Keeps it in the circle: for oneself with data-own, without one's name with data-unnamed. */
  async keep(): Promise<void> {
    const circle = await whenOpen();
    const { field = "", item = "", own, unnamed } = this.dataset;
    const rev = Number(this.dataset.rev ?? 0) + 1;
    if (own !== undefined) await circle.keepOwn(field, item, rev, this.text);
    else if (unnamed !== undefined) await circle.keepUnnamed(field, item, rev, this.text);
    else await circle.keep(field, item, rev, this.text);
    this.dataset.rev = String(rev);
    await this.sent();
  }

  /** It has arrived: nothing is kept here any more. */
  async sent(): Promise<void> {
    (await whenDrafts()).drop(this.#draft);
    show(part(this, "kept"), false);
  }

  async #begin(): Promise<void> {
    const control = this.#control;
    if (!control) return;
    control.readOnly = true; // or what somebody typed before the rest is back would be lost
    control.removeAttribute("name");
    for (const [name, value] of Object.entries(QUIET)) control.setAttribute(name, value);
    const drafts = await whenDrafts();
    const kept = await drafts.read(this.#draft);
    if (show(part(this, "kept"), kept !== "")) {
      control.value = kept;
      const folded = this.closest("details");
      if (folded) folded.open = true;
    } else control.value = (await this.#standing()) ?? control.value;
    control.readOnly = false;
    control.addEventListener("input", () => drafts.write(this.#draft, control.value));
  }

  async #standing(): Promise<string | null> {
    if (this.dataset.envelope === undefined) return null;
    const [opened] = await (await whenOpen()).read([sealedOf(this)]);
    return opened && "text" in opened ? opened.text : null;
  }

  get #control(): HTMLTextAreaElement | HTMLInputElement | null {
    return this.querySelector<HTMLTextAreaElement | HTMLInputElement>("textarea, input");
  }

  get #draft(): string {
    const { draft, field = "", item } = this.dataset;
    return draft ?? ["draft", field, ...(item === undefined ? [] : [item])].join(".");
  }
}

customElements.define("sealed-field", SealedField);
