import type { Checked } from "../methods/checking.ts";
import { Checking } from "../methods/checking.ts";
import type { Language, Path, Row } from "../methods/data.ts";
import { said, text, writtenIn } from "../methods/data.ts";
import { METHOD_PARTS } from "../methods/form.ts";
import { idOf, writeIn } from "../methods/making.ts";
import { remarksOnWords } from "../methods/twins.ts";
import { make, say, show } from "./make.ts";
import { drawBand } from "./method-band.ts";
import type { Editing } from "./method-fields.ts";
import { MethodForm } from "./method-form.ts";
import { showReading } from "./method-reading.ts";
import { MethodRemarks } from "./method-remarks.ts";
import { MethodSteps } from "./method-steps.ts";
import { StepPalette } from "./step-palette.ts";
import { Texts } from "./texts.ts";

/**
 * Changes a method of one's own, and tells what there is to remark while one writes.
 *
 *     <method-editor data-taken="arrival look_back">… parts with data-part …</method-editor>
 *
 * `method-changed` bubbles after each change; `method-well` says whether it could be carried out now.
 */
export class MethodEditor extends HTMLElement {
  readonly #texts = Texts.ofPage();
  readonly #language: Language = document.documentElement.lang === "en" ? "en" : "nl";
  #method: Row = {};
  #steps: MethodSteps | null = null;
  #remarks: MethodRemarks | null = null;
  #form: MethodForm | null = null;
  #checking: Checking | null = null;
  #taken: ReadonlySet<string> = new Set();
  #named = "";
  #undo: Row[] | null = null;
  #checked: Checked | null = null;

  get method(): Row {
    return this.#method;
  }

  /** Shows a method to be changed; it is changed in place. */
  edit(method: Row): void {
    this.#method = method;
    this.#named = idOf(said(method.name, "nl"));
    this.#taken = new Set((this.dataset.taken ?? "").split(" "));
    const editing: Editing = {
      texts: this.#texts,
      language: this.#language,
      taken: this.#taken,
      method: () => this.#method,
      changed: (isShape, focus) => this.#changed(isShape, focus),
    };
    const list = this.#part("steps");
    if (!list) return;
    this.#form = new MethodForm(editing);
    this.#remarks = new MethodRemarks(this, this.#texts, this.#language, (path) => this.#goTo(path));
    this.#steps = new MethodSteps(list, editing, this.#form, {
      happened: (sentence, undo) => this.#happened(sentence, undo ?? null),
    });
    const palette = this.#part("palette");
    if (palette)
      new StepPalette(palette, editing, (phase) => {
        this.#steps?.open(text(phase.id));
        this.#changed(true, `f-phases-${this.#last}-name-${this.#first}`);
        this.#happened(this.#texts.say("step.added"), null);
      });
    this.#checking = new Checking(
      (checked) => this.#tell(checked),
      (why) => say(this.#part("remarks-state"), why || this.#texts.say("check.failed")),
    );
    this.#languages();
    this.#part("undo")?.addEventListener("click", () => this.#putBack());
    for (const radio of this.querySelectorAll<HTMLInputElement>("[name=reading]"))
      radio.addEventListener("change", () => this.#read());
    this.#showAll();
    this.#checking.changed(this.#method);
  }

  #changed(isShape: boolean, focus?: string): void {
    this.#nameFile();
    if (isShape) this.#showAll();
    else this.#steps?.renewHeads();
    if (this.#checked) this.#besides(this.#checked);
    this.#title();
    this.#read();
    if (focus !== undefined) this.#focus(focus);
    this.#checking?.changed(this.#method);
    this.dispatchEvent(new CustomEvent("method-changed", { bubbles: true }));
  }

  #showAll(): void {
    for (const { name, fields } of METHOD_PARTS)
      this.#part(`about-${name}`)?.replaceChildren(
        make("h2", {}, this.#texts.say(`part.${name}`)),
        ...(this.#form?.fields(fields, []) ?? []),
      );
    this.#steps?.show();
    this.#title();
    this.#read();
  }

  #tell(checked: Checked): void {
    this.#checked = checked;
    const isWell = this.#besides(checked);
    const band = this.querySelector<SVGElement>(".phase-band");
    if (band) drawBand(band, checked.bars);
    say(this.#part("facts"), checked.facts);
    this.dispatchEvent(new CustomEvent("method-well", { bubbles: true, detail: isWell }));
  }

  #besides(checked: Checked): boolean {
    return this.#remarks?.show(checked, remarksOnWords(this.#method, this.#taken), this.#method) ?? false;
  }

  #goTo(path: Path): void {
    this.#steps?.reveal(path);
    if (this.#checked) this.#besides(this.#checked);
    const field = this.#remarks?.fieldAt(path);
    const control = field?.querySelector<HTMLElement>("input, select, textarea, summary") ?? field;
    control?.focus();
    field?.scrollIntoView({ block: "center" });
  }

  /** In which language one writes; the other may stay away. */
  #languages(): void {
    const written = writtenIn(this.#method);
    const chosen = written.length > 1 ? "both" : (written[0] ?? "both");
    for (const radio of this.querySelectorAll<HTMLInputElement>("[name=languages]")) {
      radio.checked = radio.value === chosen;
      radio.addEventListener("change", () => {
        writeIn(this.#method, radio.value === "both" ? ["nl", "en"] : [radio.value as Language]);
        this.#changed(true);
      });
    }
  }

  #read(): void {
    const place = this.#part("reading");
    const role = this.querySelector<HTMLInputElement>("[name=reading]:checked")?.value ?? "peers";
    if (place) showReading(place, this.#method, role, this.#texts, this.#language);
  }

  #title(): void {
    say(this.#part("name"), said(this.#method.name, this.#language) || this.#texts.say("method.nameless"));
  }

  /** The short name follows the name, until somebody gives it one of its own. */
  #nameFile(): void {
    const named = idOf(said(this.#method.name, "nl"));
    const follows = text(this.#method.id) === this.#named;
    this.#named = named || this.#named;
    if (!follows) return;
    this.#method.id = this.#named;
    const field = this.querySelector<HTMLInputElement>('input[data-path="id"]');
    if (field) field.value = this.#named;
  }

  #happened(sentence: string, undo: Row[] | null): void {
    this.#undo = undo;
    say(this.#part("said"), sentence);
    show(this.#part("undo"), undo !== null);
    show(this.#part("happened"), true);
  }

  #putBack(): void {
    if (!this.#undo) return;
    this.#method.phases = this.#undo;
    this.#happened(this.#texts.say("step.put_back"), null);
    this.#changed(true, "add-step");
  }

  #focus(id: string): void {
    const field = this.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    (field ?? this.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}-"]`))?.focus();
  }

  get #last(): number {
    return Array.isArray(this.#method.phases) ? this.#method.phases.length - 1 : 0;
  }

  get #first(): Language {
    const [only, other] = writtenIn(this.#method);
    return other === undefined && only !== undefined ? only : this.#language;
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

customElements.define("method-editor", MethodEditor);
