/** The fields of a method, built from their description. Each has the way to its value in `data-field`. */
import type { Data, Path, Row } from "../methods/data.ts";
import { at, isRow, put, rows, said, text } from "../methods/data.ts";
import type { FormField } from "../methods/form.ts";
import { SLOT_FIELDS, isShown } from "../methods/form.ts";
import { empty, idsIn, newLabel, newSlot } from "../methods/making.ts";
import { make } from "./make.ts";
import type { Editing } from "./method-fields.ts";
import { MethodFields, idOfField } from "./method-fields.ts";

export class MethodForm {
  readonly #editing: Editing;
  readonly #one: MethodFields;

  constructor(editing: Editing) {
    this.#editing = editing;
    this.#one = new MethodFields(editing);
  }

  /** The fields that mean something around here. */
  fields(fields: readonly FormField[], path: Path): HTMLElement[] {
    const around = at(this.#editing.method(), path);
    if (!isRow(around)) return [];
    return fields.filter((field) => isShown(field, around)).map((field) => this.#field(field, path));
  }

  #field(field: FormField, around: Path): HTMLElement {
    const path = [...around, field.name];
    const { kind } = field;
    switch (kind.is) {
      case "said":
        return this.#one.wrapped(
          path,
          this.#one.said(path, this.#one.label(field), kind.lines ?? 1, this.#one.hint(field)),
        );
      case "said-list":
        return this.#rows(field, path, {
          row: (place) => this.#one.said(place, this.#text(`label.${field.of}.${field.name}.one`), 2),
          fresh: () => empty(),
        });
      case "line":
        return this.#one.wrapped(path, this.#one.line(path, field));
      case "number":
        return this.#one.wrapped(path, this.#one.number(path, field, kind));
      case "word":
        return this.#one.wrapped(path, this.#one.word(path, field, kind));
      case "words":
        return this.#one.ticks(path, field, this.#one.words(kind.of));
      case "yes":
        return this.#one.wrapped(path, [this.#one.yes(path, field, kind.usual)]);
      case "card":
        return this.#one.wrapped(path, this.#one.card(path, field));
      case "hidden-cards":
        return this.#one.ticks(path, field, this.#one.hiddenCards(path));
      case "labels":
        return this.#rows(field, path, {
          row: (place) => this.#one.said([...place, "name"], this.#text(`label.${kind.of}.one`), 1),
          fresh: (list) =>
            newLabel(
              rows(list).map(({ id }) => text(id)),
              kind.of,
            ),
        });
      case "group":
        return this.#group(path, field, kind.fields);
      case "tasks":
        return this.#tasks(path, field);
      case "slots":
        return this.#rows(field, path, {
          row: (place) => [make("div", { class: "method-slot" }, ...this.fields(SLOT_FIELDS, place))],
          fresh: () => newSlot("observation", this.#used()),
        });
    }
  }

  // More values

  #group(path: Path, field: FormField, fields: readonly FormField[]): HTMLElement {
    const isRowOfNumbers = fields.every(({ kind }) => kind.is === "number");
    return make(
      "fieldset",
      {
        class: `method-form__group${isRowOfNumbers ? " method-form__group--row" : ""}`,
        "data-field": path.join("."),
      },
      make("legend", { class: "field__label" }, this.#one.label(field)),
      ...this.fields(fields, path),
    );
  }

  #tasks(path: Path, field: FormField): HTMLElement {
    const tasks = rows(at(this.#method, path)).map((task, place) => {
      const where = [...path, place, "task"];
      return this.#one.wrapped(where, this.#one.said(where, this.#text(`word.Role.${text(task.role)}`), 2));
    });
    return make(
      "fieldset",
      { class: "method-form__group", "data-field": path.join(".") },
      make("legend", { class: "field__label" }, this.#one.label(field)),
      ...tasks,
    );
  }

  /** A list that grows and shrinks. */
  #rows(
    field: FormField,
    path: Path,
    { row, fresh }: { row: (place: Path) => HTMLElement[]; fresh: (list: Data | undefined) => Data },
  ): HTMLElement {
    const list = at(this.#method, path);
    const items = Array.isArray(list) ? list : [];
    const name = `${field.of}.${field.name}`;
    const shown = items.map((item, place) => {
      const what = isRow(item) ? said(item.prompt ?? item.name ?? item, this.#editing.language) : "";
      const remove = make(
        "button",
        {
          type: "button",
          class: "button button--quiet",
          onclick: () => {
            const left = items.filter((_, other) => other !== place);
            put(this.#method, path, left.length === 0 && field.name !== "pitfalls" ? undefined : left);
            this.#editing.changed(true, `${idOfField(path)}-add`);
          },
        },
        this.#text(`remove.${name}`, { what: what || String(place + 1) }),
      );
      return make(
        "li",
        { class: "method-form__row field", "data-field": [...path, place].join(".") },
        ...row([...path, place]),
        remove,
      );
    });
    const add = make(
      "button",
      {
        type: "button",
        class: "button",
        id: `${idOfField(path)}-add`,
        onclick: () => {
          put(this.#method, path, [...items, fresh(list)]);
          this.#editing.changed(true, idOfField([...path, items.length]));
        },
      },
      this.#text(`add.${name}`),
    );
    return make(
      "fieldset",
      { class: "method-form__group", "data-field": path.join(".") },
      make("legend", { class: "field__label" }, this.#one.label(field)),
      shown.length > 0 && make("ol", { class: "method-form__rows" }, ...shown),
      make("p", {}, add),
    );
  }

  #text(name: string, values: Record<string, string> = {}): string {
    return this.#editing.texts.say(name, values);
  }

  #used(): Set<string> {
    return new Set([...this.#editing.taken, ...idsIn(this.#method)]);
  }

  get #method(): Row {
    return this.#editing.method();
  }
}
