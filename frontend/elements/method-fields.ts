/** One field of a method: its label, its control and its hint. */
import type { Data, Language, Path, Row } from "../methods/data.ts";
import {
  LANGUAGES,
  at,
  isRow,
  phasesOf,
  put,
  said,
  slotsOf,
  strings,
  text,
  writtenIn,
} from "../methods/data.ts";
import type { FormField } from "../methods/form.ts";
import { holdFloor } from "../methods/making.ts";
import { make } from "./make.ts";
import type { Texts } from "./texts.ts";

export interface Editing {
  readonly texts: Texts;
  readonly language: Language;
  readonly taken: ReadonlySet<string>;
  readonly method: () => Row;
  /** A value changed; `isShape`: other fields come or go with it. `focus` names the field to go to afterwards. */
  readonly changed: (isShape: boolean, focus?: string) => void;
}

export const idOfField = (path: Path): string => `f-${path.join("-")}`;

type Options = readonly (readonly [string, string])[];

export class MethodFields {
  readonly #editing: Editing;

  constructor(editing: Editing) {
    this.#editing = editing;
  }

  // One value

  said(path: Path, label: string, lines: number, hint = ""): HTMLElement[] {
    const written = writtenIn(this.#method);
    const [first = "nl"] = written;
    const shown =
      written.length === 1
        ? [first]
        : [this.#editing.language, ...LANGUAGES.filter((one) => one !== this.#editing.language)];
    const id = idOfField(path);
    const about = hint === "" ? null : make("p", { class: "field__hint", id: `${id}-hint` }, hint);
    const inputs = shown.map((language) => {
      const value = text(at(this.#method, [...path, language]));
      const name = shown.length === 1 ? label : `${label} (${this.#text(`word.WrittenIn.${language}`)})`;
      const attributes = {
        id: `${id}-${language}`,
        lang: language,
        autocomplete: "off",
        "data-path": [...path, language].join("."),
        "aria-describedby": about?.id,
        oninput: ({ target }: Event) => this.#write(path, language, (target as HTMLInputElement).value),
      };
      const input =
        lines === 1
          ? make("input", { ...attributes, value })
          : make("textarea", { ...attributes, rows: lines, class: "method-form__text" }, value);
      return [make("label", { for: `${id}-${language}` }, name), input];
    });
    return [...inputs.flat(), ...(about ? [about] : [])];
  }

  #write(path: Path, language: Language, words: string): void {
    const alone = writtenIn(this.#method).length === 1;
    for (const one of alone ? LANGUAGES : [language]) put(this.#method, [...path, one], words);
    this.#editing.changed(false);
  }

  line(path: Path, field: FormField): HTMLElement[] {
    return this.#labelled(path, field, (attributes) =>
      make("input", {
        ...attributes,
        value: text(at(this.#method, path)),
        autocomplete: "off",
        spellcheck: "false",
        oninput: ({ target }) => this.#put(path, (target as HTMLInputElement).value),
      }),
    );
  }

  number(
    path: Path,
    field: FormField,
    kind: { least: number; most: number; mayBeEmpty?: boolean },
  ): HTMLElement[] {
    const value = at(this.#method, path);
    return this.#labelled(path, field, (attributes) =>
      make("input", {
        ...attributes,
        type: "number",
        inputmode: "numeric",
        min: kind.least,
        max: kind.most,
        value: typeof value === "number" ? value : "",
        oninput: ({ target }) => {
          const typed = Math.trunc((target as HTMLInputElement).valueAsNumber);
          const isNumber = Number.isSafeInteger(typed);
          this.#put(path, isNumber ? typed : kind.mayBeEmpty ? undefined : 0);
        },
      }),
    );
  }

  word(
    path: Path,
    field: FormField,
    kind: { of: string; mayBeEmpty?: boolean; usual?: string },
  ): HTMLElement[] {
    const value = text(at(this.#method, path)) || (kind.usual ?? "");
    return this.#select(path, field, value, [
      ...(kind.mayBeEmpty ? [["", this.#text("nobody")] as const] : []),
      ...this.words(kind.of),
    ]);
  }

  card(path: Path, field: FormField): HTMLElement[] {
    const own = text(at(this.#method, [...path.slice(0, -1), "id"]));
    const cards = this.#cardsUpTo(path).filter(([id]) => id !== own);
    return this.#select(path, field, text(at(this.#method, path)), [["", this.#text("no_card")], ...cards]);
  }

  #select(path: Path, field: FormField, value: string, options: Options): HTMLElement[] {
    return this.#labelled(path, field, (attributes) =>
      make(
        "select",
        {
          ...attributes,
          onchange: ({ target }) => {
            const chosen = (target as HTMLSelectElement).value;
            if (field.of === "Floor" && field.name === "mode") this.#hold(path, chosen);
            else put(this.#method, path, chosen === "" ? undefined : chosen);
            this.#editing.changed(true, idOfField(path));
          },
        },
        ...options.map(([word, name]) => make("option", { value: word, selected: word === value }, name)),
      ),
    );
  }

  yes(path: Path, field: FormField, usual: boolean): HTMLElement {
    const value = at(this.#method, path) ?? usual;
    return make(
      "label",
      { class: "choice" },
      make("input", {
        type: "checkbox",
        id: idOfField(path),
        checked: value === true,
        onchange: ({ target }) => {
          const { checked } = target as HTMLInputElement;
          this.#put(path, checked === usual ? undefined : checked);
        },
      }),
      make("span", {}, this.label(field)),
    );
  }

  ticks(path: Path, field: FormField, options: Options): HTMLElement {
    const ticked = strings(at(this.#method, path));
    const boxes = options.map(([word, name], place) =>
      make(
        "label",
        { class: "choice" },
        make("input", {
          type: "checkbox",
          id: place === 0 ? idOfField(path) : `${idOfField(path)}-${place}`,
          checked: ticked.includes(word),
          onchange: ({ target }) => this.#tick(path, options, word, (target as HTMLInputElement).checked),
        }),
        make("span", {}, name),
      ),
    );
    const nothing = make(
      "p",
      { class: "field__hint", id: idOfField(path), tabindex: -1 },
      this.#text(`none.${field.name}`),
    );
    return make(
      "fieldset",
      { class: "field", "data-field": path.join(".") },
      make("legend", { class: "field__label" }, this.label(field)),
      boxes.length > 0 ? make("div", { class: "choice-row" }, ...boxes) : nothing,
    );
  }

  #tick(path: Path, options: Options, word: string, isTicked: boolean): void {
    const others = strings(at(this.#method, path)).filter((one) => one !== word);
    const all = isTicked ? [...others, word] : others;
    const order = options.map(([one]) => one);
    const sorted = all.sort((one, other) => order.indexOf(one) - order.indexOf(other));
    const mayGo = !["by", "suits"].includes(String(path.at(-1)));
    this.#put(path, sorted.length === 0 && mayGo ? undefined : sorted);
  }

  #labelled(
    path: Path,
    field: FormField,
    control: (attributes: Record<string, string>) => HTMLElement,
  ): HTMLElement[] {
    const id = idOfField(path);
    const hint = this.hint(field);
    const described: Record<string, string> = hint === "" ? { id } : { id, "aria-describedby": `${id}-hint` };
    const shown = [
      make("label", { for: id }, this.label(field)),
      control({ ...described, "data-path": path.join(".") }),
    ];
    return hint === "" ? shown : [...shown, make("p", { class: "field__hint", id: `${id}-hint` }, hint)];
  }

  wrapped(path: Path, inside: readonly HTMLElement[]): HTMLElement {
    return make("div", { class: "field", "data-field": path.join(".") }, ...inside);
  }

  hiddenCards(path: Path): (readonly [string, string])[] {
    const step = Number(path[1]);
    const hidden = phasesOf(this.#method)
      .slice(0, step)
      .flatMap(slotsOf)
      .filter((slot) => slot.shown === "together" && slot.shown_to !== "writer")
      .map((slot) => [text(slot.id), this.#cardName(slot)] as const);
    const named = strings(at(this.#method, path)).filter((id) => !hidden.some(([other]) => other === id));
    const elsewhere = phasesOf(this.#method).flatMap(slotsOf);
    return [
      ...hidden,
      ...named.map((id) => {
        const slot = elsewhere.find((one) => one.id === id);
        return [id, slot ? this.#cardName(slot) : id] as const;
      }),
    ];
  }

  #cardsUpTo(path: Path): (readonly [string, string])[] {
    return phasesOf(this.#method)
      .slice(0, Number(path[1]) + 1)
      .flatMap(slotsOf)
      .map((slot) => [text(slot.id), this.#cardName(slot)] as const);
  }

  #cardName(slot: Row): string {
    return said(slot.prompt, this.#editing.language) || this.#text(`word.CardKind.${text(slot.kind)}`);
  }

  words(of: string): [string, string][] {
    return this.#editing.texts.under(`word.${of}.`);
  }

  label(field: FormField): string {
    return this.#text(`label.${field.of}.${field.name}`);
  }

  hint(field: FormField): string {
    const name = `hint.${field.of}.${field.name}`;
    return this.#editing.texts.has(name) ? this.#text(name) : "";
  }

  #text(name: string, values: Record<string, string> = {}): string {
    return this.#editing.texts.say(name, values);
  }

  #hold(path: Path, mode: string): void {
    const floor = at(this.#method, path.slice(0, -1));
    if (isRow(floor)) holdFloor(floor, mode);
  }

  #put(path: Path, value: Data | undefined): void {
    put(this.#method, path, value);
    this.#editing.changed(false);
  }

  get #method(): Row {
    return this.#editing.method();
  }
}
