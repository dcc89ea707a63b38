import type { Drafts } from "../live/drafts.ts";
import type { Intention, LookedBack, Outcome } from "../live/intentions.ts";
import { today } from "../live/kept.ts";
import type { IntentionFacts } from "./intention-facts.ts";
import { byWhen, daySaid, outcomeSaid } from "./intention-words.ts";
import { say, sayOpened, show } from "./make.ts";
import { inputPart, part } from "./parts.ts";
import type { Texts } from "./texts.ts";

export interface Changed {
  readonly text: string;
  readonly date: string | null;
  readonly isShared: boolean;
}

/** What somebody wants done with one of theirs. Each settles when it is done, and refuses with a sentence for people. */
export interface Deeds {
  lookBack(intention: Intention, looked_back: LookedBack): Promise<void>;
  change(intention: Intention, changed: Changed): Promise<void>;
  takeAway(intention: Intention): Promise<void>;
  remind(intention: Intention, wanted: boolean): Promise<void>;
}

/** What can be half written of one: its field, the draft it is kept under, and its form. */
export const fieldsOf = ({ item }: Intention): readonly (readonly [string, string, string])[] => [
  ["words", `draft.looked-back.${item}`, "looking"],
  ["what", `draft.intention.${item}`, "changing"],
];

/** One intention of one's own on the page: what, by when, from which meeting, and what came of it. */
export class IntentionRow {
  readonly element: HTMLElement;
  readonly #deeds: Deeds;
  readonly #texts: Texts;
  readonly #drafts: Drafts;
  #intention: Intention;

  constructor(
    template: HTMLTemplateElement,
    intention: Intention,
    deeds: Deeds,
    texts: Texts,
    drafts: Drafts,
  ) {
    this.element = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    this.#intention = intention;
    this.#deeds = deeds;
    this.#texts = texts;
    this.#drafts = drafts;
    this.#nameFields(intention.item);
    this.#listen();
    void this.#restore();
  }

  show(intention: Intention, facts: IntentionFacts): void {
    this.#intention = intention;
    const { told, item, isShared } = intention;
    const isOpen = told.looked_back === null;
    sayOpened(this.#part("text"), told.text);
    say(this.#part("by"), told.date === null || !isOpen ? "" : byWhen(told.date, this.#texts));
    say(this.#part("who"), this.#texts.say(isShared ? "intention.shared" : "intention.own"));
    this.#part("from")?.replaceChildren(...this.#from(facts));
    const outcome = this.#part("outcome");
    show(outcome, !isOpen);
    if (told.looked_back) sayOpened(outcome, outcomeSaid(told.looked_back, this.#texts));
    this.#button("looking")?.classList.toggle("button--main", isOpen && (told.date ?? "9999") <= today());
    say(
      this.#part("who-reads"),
      this.#texts.say(isShared ? "intention.reads.shared" : "intention.reads.own"),
    );
    if (show(this.#part("remind"), isOpen && told.date !== null && told.date > today())) {
      const box = this.#part("remind")?.querySelector("input");
      if (box) box.checked = facts.reminders.has(item);
    }
  }

  #from(facts: IntentionFacts): (Node | string)[] {
    const { meeting, made_on } = this.#intention.told;
    const link = facts.linkTo(meeting);
    if (!link) return [this.#texts.say("intention.in_between", { date: daySaid(made_on) })];
    const [before = "", after = ""] = this.#texts.say("intention.from", { date: "\n" }).split("\n");
    return [before, link, after];
  }

  #listen(): void {
    for (const button of this.element.querySelectorAll<HTMLButtonElement>("[data-opens]"))
      button.addEventListener("click", () => this.#open(button.dataset.opens ?? ""));
    for (const button of this.element.querySelectorAll("[data-part=not-now]"))
      button.addEventListener("click", () => this.#notNow());
    this.#on("looking", () => this.#lookBack());
    this.#on("changing", () => this.#change());
    this.#part("take-away")?.addEventListener("click", () => {
      void this.#do("changing", () => this.#deeds.takeAway(this.#intention));
    });
    const remind = this.#part("remind")?.querySelector("input");
    remind?.addEventListener("change", () => {
      const wanted = remind.checked;
      void this.#remind(remind, wanted);
    });
    for (const [name, draft] of fieldsOf(this.#intention))
      this.#area(name)?.addEventListener("input", () =>
        this.#drafts.write(draft, this.#area(name)?.value ?? ""),
      );
  }

  #open(name: string): void {
    const form = this.#form(name);
    if (!form) return;
    this.#fill(name);
    show(form, true);
    show(this.#part("deeds"), false);
    form.querySelector<HTMLElement>("input, textarea")?.focus();
  }

  /** What was typed before stays; the rest shows how it stands. */
  #fill(name: string): void {
    const { told, isShared } = this.#intention;
    if (name === "looking") {
      const { how = null, words = "" } = told.looked_back ?? {};
      for (const radio of this.#radios()) radio.checked = radio.value === how;
      const area = this.#area("words");
      if (area?.value === "") area.value = words;
      return;
    }
    const area = this.#area("what");
    if (area?.value === "") area.value = told.text;
    const date = inputPart(this.element, "date");
    if (date) date.value = told.date ?? "";
    const shared = inputPart(this.element, "shared");
    if (shared) shared.checked = isShared;
  }

  #close(): void {
    for (const [name, , form] of fieldsOf(this.#intention)) {
      show(this.#form(form), false);
      const area = this.#area(name);
      if (area) area.value = "";
    }
    show(this.#part("deeds"), true);
  }

  #notNow(): void {
    const open = fieldsOf(this.#intention).find(([, , form]) => this.#form(form)?.hidden === false);
    for (const [, draft] of fieldsOf(this.#intention)) this.#drafts.drop(draft);
    this.#close();
    if (open) this.#button(open[2])?.focus();
  }

  async #lookBack(): Promise<void> {
    const words = this.#area("words")?.value.trim() ?? "";
    const how = (this.#radios().find(({ checked }) => checked)?.value ?? null) as Outcome | null;
    if (how === null && words === "") {
      this.#fault("looking", this.#texts.say("intention.say"));
      this.#radios()[0]?.focus();
      return;
    }
    const on = this.#intention.told.looked_back?.on ?? today();
    await this.#do("looking", () => this.#deeds.lookBack(this.#intention, { how, words, on }));
  }

  async #change(): Promise<void> {
    const text = this.#area("what")?.value.trim() ?? "";
    if (text === "") {
      this.#fault("changing", this.#texts.say("intention.empty"));
      this.#area("what")?.focus();
      return;
    }
    const date = inputPart(this.element, "date")?.value ?? "";
    const isShared = inputPart(this.element, "shared")?.checked === true;
    const changed = { text, date: date === "" ? null : date, isShared };
    await this.#do("changing", () => this.#deeds.change(this.#intention, changed));
  }

  async #remind(box: HTMLInputElement, wanted: boolean): Promise<void> {
    const fault = this.#part("mail-error");
    show(fault, false);
    try {
      await this.#deeds.remind(this.#intention, wanted);
    } catch (error) {
      box.checked = !wanted;
      say(fault, error instanceof Error ? error.message : "");
      show(fault, true);
    }
  }

  async #do(name: string, deed: () => Promise<void>): Promise<void> {
    this.#fault(name, "");
    const buttons = [...this.element.querySelectorAll("button")];
    for (const button of buttons) button.disabled = true;
    try {
      await deed();
      this.#close();
    } catch (error) {
      this.#fault(name, error instanceof Error && error.message !== "" ? error.message : "");
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  }

  #fault(name: string, sentence: string): void {
    const form = this.#form(name);
    const place = form?.querySelector<HTMLElement>("[data-part=error]");
    if (show(place, sentence !== "")) say(place, sentence);
  }

  /** What was half written when the page went opens its form again. */
  async #restore(): Promise<void> {
    for (const [name, draft, form] of fieldsOf(this.#intention)) {
      const kept = await this.#drafts.read(draft);
      const area = this.#area(name);
      if (kept === "" || area?.value !== "") continue;
      area.value = kept;
      this.#fill(form);
      show(this.#form(form), true);
      show(this.#part("deeds"), false);
    }
  }

  #nameFields(item: string): void {
    for (const label of this.element.querySelectorAll<HTMLLabelElement>("label[data-for]")) {
      const field = part(this.element, label.dataset.for ?? "");
      if (field) label.htmlFor = field.id = `${label.dataset.for ?? ""}-${item}`;
    }
    for (const radio of this.#radios()) radio.name = `how-${item}`;
    const text = this.#part("text");
    if (text) text.id = `text-${item}`;
    for (const button of this.element.querySelectorAll("[data-opens]"))
      button.setAttribute("aria-describedby", `text-${item}`);
  }

  #on(name: string, run: () => Promise<void>): void {
    this.#form(name)?.addEventListener("submit", (event) => {
      event.preventDefault();
      void run();
    });
  }

  #part(name: string): HTMLElement | null {
    return part(this.element, name);
  }

  #form(name: string): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`form[data-part=${name}]`);
  }

  #button(name: string): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`button[data-opens=${name}]`);
  }

  #area(name: string): HTMLTextAreaElement | null {
    return this.element.querySelector<HTMLTextAreaElement>(`textarea[data-part=${name}]`);
  }

  #radios(): HTMLInputElement[] {
    return [...this.element.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  }
}
