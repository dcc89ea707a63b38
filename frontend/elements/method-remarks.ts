/** What there is to remark on a method: in a list to go through, and beside each field. */
import type { Checked, Fault } from "../methods/checking.ts";
import type { Language, Path, Row } from "../methods/data.ts";
import { at, phasesOf, said, text } from "../methods/data.ts";
import { told } from "../methods/skeleton.ts";
import type { Remark } from "../methods/twins.ts";
import { make, say, show } from "./make.ts";
import type { Texts } from "./texts.ts";

interface Shown {
  readonly path: Path;
  readonly wrong: string;
  readonly mend: string;
}

export class MethodRemarks {
  readonly #root: HTMLElement;
  readonly #texts: Texts;
  readonly #language: Language;
  readonly #goTo: (path: Path) => void;

  constructor(root: HTMLElement, texts: Texts, language: Language, goTo: (path: Path) => void) {
    this.#root = root;
    this.#texts = texts;
    this.#language = language;
    this.#goTo = goTo;
  }

  /** Tells what is known; gives back whether all is well. */
  show(checked: Checked, words: readonly Remark[], method: Row): boolean {
    const unwritten = unique(
      checked.faults.filter((fault) => isUnwritten(fault, method)).map(({ path }) => path.slice(0, -1)),
    );
    const remarks: Shown[] = [
      ...checked.faults
        .filter((fault) => !isUnwritten(fault, method))
        .map((fault) => this.#worded(fault, checked)),
      ...words.map(({ path, name, values }) => ({
        path,
        wrong: this.#texts.say(name, values),
        mend: this.#texts.say(`${name}.mend`),
      })),
    ];
    this.#list(remarks, unwritten, method);
    this.#beside(remarks, unwritten);
    const isWell = remarks.length === 0 && unwritten.length === 0;
    say(this.#part("state"), this.#state(remarks.length, unwritten.length, checked));
    return isWell && checked.isDone;
  }

  #state(remarks: number, unwritten: number, { walked, isDone }: Checked): string {
    const parts = [
      ...(remarks > 0 ? [this.#texts.count("remarks", remarks)] : []),
      ...(unwritten > 0 ? [this.#texts.count("unwritten", unwritten)] : []),
    ];
    if (parts.length > 0) return parts.join(" ");
    if (!isDone) return this.#texts.say("walking");
    return this.#texts.say("walked", { sizes: this.#texts.list(walked.map(String)) });
  }

  #list(remarks: readonly Shown[], unwritten: readonly Path[], method: Row): void {
    const next = unwritten[0];
    const go = (path: Path, label: string): HTMLElement =>
      make("button", { type: "button", class: "method-remarks__go", onclick: () => this.#goTo(path) }, label);
    const rows = remarks.map(({ path, wrong, mend }) =>
      make("li", {}, go(path, this.#where(path, method)), make("span", {}, `${wrong} ${mend}`)),
    );
    if (next)
      rows.push(
        make("li", {}, go(next, this.#texts.say("write_next")), make("span", {}, this.#where(next, method))),
      );
    this.#part("list")?.replaceChildren(...rows);
    show(this.#part("list"), rows.length > 0);
  }

  #beside(remarks: readonly Shown[], unwritten: readonly Path[]): void {
    for (const old of this.#root.querySelectorAll("[data-remark]")) old.remove();
    for (const field of this.#root.querySelectorAll<HTMLElement>("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      field.setAttribute("aria-describedby", described(field).join(" "));
    }
    const perStep = new Map<number, number>();
    const count = (path: Path): void => {
      const step = Number(path[1]);
      if (path[0] === "phases" && path.length > 1) perStep.set(step, (perStep.get(step) ?? 0) + 1);
    };
    for (const [number, { path, wrong, mend }] of remarks.entries()) {
      count(path);
      const field = this.fieldAt(path);
      if (!field || field.matches("li.method-step")) continue;
      const id = `remark-${number}`;
      field.append(make("p", { class: "field__error", id, "data-remark": true }, `${wrong} ${mend}`));
      const control = field.querySelector("input, select, textarea");
      if (!control) continue;
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", [...described(control), id].join(" "));
    }
    for (const path of unwritten) count(path);
    for (const [place, counted] of this.#root
      .querySelectorAll("li.method-step [data-part=count]")
      .entries()) {
      const found = perStep.get(place) ?? 0;
      say(counted, found === 0 ? "" : this.#texts.count("to_mend", found));
    }
  }

  /** The field of a value, or the nearest thing around it that is on the page. */
  fieldAt(path: Path): HTMLElement | null {
    for (let length = path.length; length > 0; length--) {
      const found = this.#root.querySelector<HTMLElement>(
        `[data-field="${CSS.escape(path.slice(0, length).join("."))}"]`,
      );
      if (found) return found;
    }
    return null;
  }

  #worded(fault: Fault, { skeleton }: Checked): Shown {
    const language = this.#language;
    return {
      path: fault.path,
      wrong: this.#inWords(told(fault.wrong, skeleton, language)),
      mend: told(fault.mend, skeleton, language),
    };
  }

  /** The words of a file as the form calls them: between quotes, or joined with a `_`. */
  #inWords(sentence: string): string {
    return sentence.replace(/'([a-z_]+)'|\b[a-z]+_[a-z_]+\b/g, (found, quoted?: string) => {
      const name = this.#texts.ending(`.${quoted ?? found}`);
      if (name === undefined) return found;
      return quoted === undefined ? name : `‘${name}’`;
    });
  }

  /** Which step, and which field of it. */
  #where(path: Path, method: Row): string {
    const phase = path[0] === "phases" ? phasesOf(method)[Number(path[1])] : undefined;
    if (!phase) {
      const name = `label.Method.${String(path[0])}`;
      return this.#texts.has(name) ? this.#texts.say(name) : this.#texts.say("part.steps");
    }
    const number = String(Number(path[1]) + 1);
    return `${number}. ${said(phase.name, this.#language) || this.#texts.say("step.nameless")}`;
  }

  #part(name: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-part="remarks-${name}"]`);
  }
}

/** What describes a control besides remarks. */
const described = (control: Element): string[] =>
  (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id !== "" && !id.startsWith("remark-"));

/** A text that is still to come is no mistake. */
const isUnwritten = ({ path }: Fault, method: Row): boolean => {
  const last = path.at(-1);
  const value = at(method, path);
  return (last === "nl" || last === "en") && typeof value === "string" && text(value).trim() === "";
};

const unique = (paths: readonly Path[]): Path[] => [
  ...new Map(paths.map((path) => [path.join("."), path])).values(),
];
