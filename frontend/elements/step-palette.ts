/** Where new steps come from: a way of talking or writing, or a step that some method of the library has. */
import type { Row } from "../methods/data.ts";
import { phasesOf, said } from "../methods/data.ts";
import { copiedPhase, idsIn, newPhase } from "../methods/making.ts";
import { libraryMethod } from "../methods/library.ts";
import { make, say } from "./make.ts";
import type { Editing } from "./method-fields.ts";

export class StepPalette {
  readonly #place: HTMLElement;
  readonly #editing: Editing;
  readonly #added: (phase: Row) => void;

  constructor(place: HTMLElement, editing: Editing, added: (phase: Row) => void) {
    this.#place = place;
    this.#editing = editing;
    this.#added = added;
    const library = place.querySelector<HTMLSelectElement>("#palette-from");
    library?.addEventListener("change", () => void this.#open(library.value));
    this.#part("modes")?.replaceChildren(
      ...editing.texts
        .under("word.Mode.")
        .map(([mode, name]) =>
          this.#choice(name, editing.texts.say(`mode.${mode}`), () =>
            this.#add(newPhase(mode, this.#used())),
          ),
        ),
    );
  }

  async #open(method: string): Promise<void> {
    const steps = this.#part("steps");
    steps?.replaceChildren();
    if (method === "") return;
    const found = await libraryMethod(method);
    if (!found) {
      say(this.#part("steps"), this.#editing.texts.say("library.failed"));
      return;
    }
    const { language, texts } = this.#editing;
    steps?.replaceChildren(
      ...phasesOf(found).map((phase) =>
        this.#choice(
          said(phase.name, language),
          said(phase.purpose, language) || texts.say("step.nameless"),
          () => this.#add(copiedPhase(phase, this.#editing.method(), this.#used())),
        ),
      ),
    );
  }

  #choice(name: string, about: string, add: () => void): HTMLElement {
    return make(
      "button",
      { type: "button", class: "step-palette__choice", onclick: add },
      make("strong", {}, name),
      make("span", { class: "soft small" }, about),
    );
  }

  #add(phase: Row): void {
    const method = this.#editing.method();
    method.phases = [...phasesOf(method), phase];
    this.#added(phase);
  }

  #used(): Set<string> {
    return new Set([...this.#editing.taken, ...idsIn(this.#editing.method())]);
  }

  #part(name: string): HTMLElement | null {
    return this.#place.querySelector<HTMLElement>(`[data-part="palette-${name}"]`);
  }
}
