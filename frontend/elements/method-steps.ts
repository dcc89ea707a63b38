/** The steps of a method: opened to be changed, moved by hand or by button, copied and taken out. */
import type { Path, Row } from "../methods/data.ts";
import { isRow, number, phasesOf, said, text } from "../methods/data.ts";
import { PHASE_PARTS } from "../methods/form.ts";
import { copiedPhase } from "../methods/making.ts";
import { make } from "./make.ts";
import type { Editing } from "./method-fields.ts";
import type { MethodForm } from "./method-form.ts";

export interface Told {
  /** Says what happened; `undo` also offers to put it back. */
  readonly happened: (sentence: string, undo?: Row[]) => void;
}

export class MethodSteps {
  readonly #list: HTMLElement;
  readonly #editing: Editing;
  readonly #form: MethodForm;
  readonly #told: Told;
  readonly #open = new Set<string>();
  #dragged: number | null = null;

  constructor(list: HTMLElement, editing: Editing, form: MethodForm, told: Told) {
    this.#list = list;
    this.#editing = editing;
    this.#form = form;
    this.#told = told;
  }

  show(): void {
    this.#list.replaceChildren(...this.#phases.map((phase, place) => this.#step(phase, place)));
  }

  /** Opens the step that a field is in, so that one can go there. */
  reveal(path: Path): void {
    const phase = path[0] === "phases" ? this.#phases[Number(path[1])] : undefined;
    if (phase) this.open(text(phase.id));
  }

  open(id: string): void {
    this.#open.add(id);
    this.show();
  }

  /** Only the heads: somebody is writing below one of them. */
  renewHeads(): void {
    for (const [place, phase] of this.#phases.entries()) {
      const step = this.#list.children[place];
      step?.querySelector("summary > span")?.replaceWith(this.#head(phase));
      for (const button of step?.querySelectorAll<HTMLElement>("[data-deed]") ?? [])
        button.setAttribute("aria-label", this.#named(button.dataset.deed ?? "", phase));
    }
  }

  #step(phase: Row, place: number): HTMLElement {
    const id = text(phase.id);
    const path: Path = ["phases", place];
    const isOpen = this.#open.has(id);
    const body = make("div", { class: "method-step__body" });
    const details = make(
      "details",
      {
        class: "method-step__more",
        id: `f-phases-${place}`,
        open: isOpen,
        ontoggle: () => {
          if (details.open) this.#open.add(id);
          else this.#open.delete(id);
          if (details.open && body.childElementCount === 0) body.append(...this.#parts(path));
        },
      },
      make("summary", {}, this.#head(phase)),
      body,
    );
    if (isOpen) body.append(...this.#parts(path));
    return make(
      "li",
      {
        class: "method-step",
        "data-field": path.join("."),
        ondragover: (event) => {
          if (this.#dragged !== null) event.preventDefault();
        },
        ondrop: (event) => {
          event.preventDefault();
          if (this.#dragged !== null) this.#move(this.#dragged, place);
          this.#dragged = null;
        },
      },
      details,
      this.#deeds(phase, place),
    );
  }

  #head(phase: Row): HTMLElement {
    const { texts, language } = this.#editing;
    const minutes = isRow(phase.minutes) ? number(phase.minutes.usual) : 0;
    const mode = isRow(phase.floor) ? text(phase.floor.mode) : "";
    return make(
      "span",
      { class: "method-step__head" },
      make("strong", {}, this.#name(phase)),
      make(
        "span",
        { class: "soft small" },
        `${texts.count("minutes", minutes)} · ${texts.say(`word.Mode.${mode}`)}`,
      ),
      make("span", { class: "method-step__remarks small", lang: language, "data-part": "count" }),
    );
  }

  #parts(path: Path): HTMLElement[] {
    const { texts } = this.#editing;
    const phase = this.#phases[Number(path[1])];
    const kept = ["loop", "next_presenter"].filter((name) => isRow(phase?.[name]));
    return [
      ...PHASE_PARTS.map(({ name, fields }) =>
        make(
          "section",
          { class: "method-step__part" },
          make("h3", {}, texts.say(`part.${name}`)),
          ...this.#form.fields(fields, path),
        ),
      ),
      ...kept.map((name) => make("p", { class: "soft small" }, texts.say(`kept.${name}`))),
    ];
  }

  #deeds(phase: Row, place: number): HTMLElement {
    const { texts } = this.#editing;
    const last = this.#phases.length - 1;
    const button = (deed: string, sign: string, isOff: boolean, does: () => void): HTMLElement =>
      make(
        "button",
        {
          type: "button",
          class: "button button--quiet method-step__deed",
          id: `${deed}-${place}`,
          "data-deed": deed,
          "aria-label": this.#named(deed, phase),
          "aria-disabled": isOff ? "true" : null,
          onclick: () => {
            if (!isOff) does();
          },
        },
        sign,
      );
    const handle = make(
      "span",
      {
        class: "method-step__handle",
        draggable: "true",
        "aria-hidden": "true",
        ondragstart: (event) => {
          this.#dragged = place;
          (event as DragEvent).dataTransfer?.setData("text/plain", "");
        },
        ondragend: () => {
          this.#dragged = null;
        },
      },
      "⠿",
    );
    return make(
      "div",
      { class: "method-step__deeds" },
      handle,
      button("up", "↑", place === 0, () => this.#move(place, place - 1, "up")),
      button("down", "↓", place === last, () => this.#move(place, place + 1, "down")),
      button("copy", texts.say("copy"), false, () => this.#copy(place)),
      button("remove", texts.say("remove"), false, () => this.#remove(place)),
    );
  }

  #move(from: number, to: number, deed?: "up" | "down"): void {
    const moved = this.#phases[from];
    if (!moved || from === to) return;
    const others = this.#phases.filter((_, place) => place !== from);
    this.#set([...others.slice(0, to), moved, ...others.slice(to)], deed && `${deed}-${to}`);
    const place = { name: this.#name(moved), place: to + 1, all: others.length + 1 };
    this.#told.happened(this.#editing.texts.say("step.moved", place));
  }

  #copy(place: number): void {
    const phase = this.#phases[place];
    if (!phase) return;
    const made = copiedPhase(phase, this.#editing.method(), this.#editing.taken);
    this.#set(
      [...this.#phases.slice(0, place + 1), made, ...this.#phases.slice(place + 1)],
      `copy-${place + 1}`,
    );
    this.#told.happened(this.#editing.texts.say("step.copied", { name: this.#name(phase) }));
  }

  #remove(place: number): void {
    const before = this.#phases;
    const phase = before[place];
    if (!phase) return;
    const left = before.filter((_, other) => other !== place);
    this.#set(left, left.length === 0 ? "add-step" : `remove-${Math.min(place, left.length - 1)}`);
    this.#told.happened(this.#editing.texts.say("step.removed", { name: this.#name(phase) }), before);
  }

  #set(phases: Row[], focus?: string): void {
    this.#editing.method().phases = phases;
    this.#editing.changed(true, focus);
  }

  #named(deed: string, phase: Row): string {
    return this.#editing.texts.say(`deed.${deed}`, { name: this.#name(phase) });
  }

  #name(phase: Row): string {
    return said(phase.name, this.#editing.language) || this.#editing.texts.say("step.nameless");
  }

  get #phases(): Row[] {
    return phasesOf(this.#editing.method());
  }
}
