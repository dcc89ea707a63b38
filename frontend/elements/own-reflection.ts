import type { Circle } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import type { Reflection } from "../live/reflections.ts";
import { REFLECTION, answersOf, keepReflection, reflectionsIn } from "../live/reflections.ts";
import { vault } from "../vault/vault.ts";
import { answerRows } from "./answers.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

const DRAFT = "draft.reflection";

/**
 * What one writes about a meeting for oneself, in a form of one's choice: the one chosen last is chosen again.
 *
 *     <own-reflection data-meeting="…">
 *       <div data-part="kept" hidden><div data-part="answers"></div><button data-part="change"></button></div>
 *       <p data-part="invite" hidden><button data-part="write"></button></p>
 *       <form data-part="form" hidden><input type="radio" name="reflection-form" value="starr">
 *         <div data-form="starr"><textarea data-prompt="situation"></textarea></div> …</form>
 *     </own-reflection>
 */
export class OwnReflection extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #circle: Circle | null = null;
  #kept: Reflection | null = null;
  #rev = 0;

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    this.#circle = circle;
    const { all, shut } = await reflectionsIn(circle);
    this.#kept = all.find(({ meeting }) => meeting === this.#meeting) ?? null;
    this.#rev = this.#kept?.rev ?? shut.get(this.#meeting) ?? 0;
    const draft = await vault.draft(this.#place);
    this.#fill(draft === null ? this.#kept : (JSON.parse(draft) as Reflection), all.at(-1)?.form);
    this.#listen();
    this.#show(draft !== null || (location.hash === "#reflection" && this.#kept === null));
    this.dataset.state = "open";
    if (location.hash === "#reflection") this.closest("section")?.scrollIntoView();
  }

  #listen(): void {
    const form = this.#form;
    buttonPart(this, "write")?.addEventListener("click", () => this.#write());
    buttonPart(this, "change")?.addEventListener("click", () => this.#write());
    buttonPart(this, "leave")?.addEventListener("click", () => this.#leave());
    buttonPart(this, "remove")?.addEventListener(
      "click",
      () => void this.#do((circle) => this.#remove(circle)),
    );
    form?.addEventListener("input", () => void this.#keepDraft());
    form?.addEventListener("change", () => {
      this.#showForm();
      void this.#keepDraft();
    });
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (show(part(this, "empty"), Object.keys(this.#written.answers).length === 0))
        return this.#areaShown?.focus();
      void this.#do((circle) => this.#keep(circle));
    });
  }

  #fill(from: Pick<Reflection, "form" | "answers"> | null, lastForm: string | undefined): void {
    const form = from?.form ?? lastForm;
    for (const one of this.#forms)
      one.checked = one.value === form || (form === undefined && one.defaultChecked);
    if (this.#chosen === undefined && this.#forms[0]) this.#forms[0].checked = true;
    for (const area of this.#areas) area.value = answersOf(from?.answers)[area.dataset.prompt ?? ""] ?? "";
    this.#showForm();
  }

  #show(isWriting: boolean): void {
    show(this.#form, isWriting);
    show(part(this, "invite"), !isWriting && this.#kept === null);
    if (show(part(this, "kept"), !isWriting && this.#kept !== null) && this.#kept)
      part(this, "answers")?.replaceChildren(...answerRows(this.#kept, this.#texts));
    show(buttonPart(this, "remove"), this.#kept !== null);
    for (const name of ["empty", "error"]) show(part(this, name), false);
  }

  #showForm(): void {
    for (const one of this.querySelectorAll<HTMLElement>("[data-form]"))
      show(one, one.dataset.form === this.#chosen);
  }

  #write(): void {
    this.#show(true);
    (this.#forms.find(({ checked }) => checked) ?? this.#areaShown)?.focus();
  }

  /** What was typed stays on this device until it is kept or removed. */
  #leave(): void {
    this.#show(false);
    (buttonPart(this, "write")?.closest("[hidden]")
      ? buttonPart(this, "change")
      : buttonPart(this, "write")
    )?.focus();
  }

  async #keep(circle: Circle): Promise<void> {
    const written = { ...this.#written, rev: this.#rev + 1 };
    await keepReflection(circle, written);
    this.#rev = written.rev;
    this.#kept = written;
    vault.dropDraft(this.#place);
    this.#show(false);
    buttonPart(this, "change")?.focus();
  }

  async #remove(circle: Circle): Promise<void> {
    await circle.takeBack(REFLECTION, this.#meeting);
    this.#rev = 0;
    this.#kept = null;
    vault.dropDraft(this.#place);
    this.#fill(null, this.#chosen);
    this.#show(false);
    buttonPart(this, "write")?.focus();
  }

  async #do(deed: (circle: Circle) => Promise<void>): Promise<void> {
    if (!this.#circle) return;
    try {
      await deed(this.#circle);
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("reflection.failed") : sentence);
      show(part(this, "error"), true);
    }
  }

  async #keepDraft(): Promise<void> {
    await vault.keepDraft({ ...this.#place, text: JSON.stringify(this.#written) });
  }

  get #written(): Reflection {
    const told = this.#areas.map((area) => [area.dataset.prompt ?? "", area.value.trim()] as const);
    const answers = Object.fromEntries(told.filter(([, words]) => words !== ""));
    return { meeting: this.#meeting, rev: this.#rev, form: this.#chosen ?? "", answers };
  }

  get #meeting(): string {
    return this.dataset.meeting ?? "";
  }

  get #place(): { group: string; item: string; field: string } {
    return { group: this.#circle?.group ?? "", item: this.#meeting, field: DRAFT };
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector<HTMLFormElement>("form[data-part=form]");
  }

  get #forms(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[name=reflection-form]")];
  }

  get #chosen(): string | undefined {
    return this.#forms.find(({ checked }) => checked)?.value;
  }

  get #areas(): HTMLTextAreaElement[] {
    return [...this.querySelectorAll<HTMLTextAreaElement>("textarea[data-prompt]")];
  }

  get #areaShown(): HTMLTextAreaElement | undefined {
    return this.#areas.find((area) => !area.closest("[hidden]"));
  }
}

customElements.define("own-reflection", OwnReflection);
