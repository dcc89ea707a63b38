/** A meeting drawn part by part: when each begins, what it is, how long it lasts, and how to change that. */
import type { PartShown } from "../live/agenda.ts";
import { clockTimes, isCase } from "../live/agenda.ts";
import { keepRows, make, say, show } from "./make.ts";
import type { Texts } from "./texts.ts";

export interface Drawn {
  readonly rows: readonly (PartShown & { readonly key: string })[];
  /** Null where nothing runs by the clock. */
  readonly start: string | null;
  /** What there is time for. */
  readonly minutes: number;
  readonly isOpen: boolean;
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

interface AgendaRow extends PartShown {
  /** Empty where nothing runs by the clock. */
  readonly time: string;
  readonly place: number;
  readonly isLast: boolean;
}

const DEEDS = ["shorter", "longer", "earlier", "later", "remove"] as const;
const SIGNS = { shorter: "−", longer: "+", earlier: "↑", later: "↓", remove: "×" } as const;

export function showAgenda(host: HTMLElement, texts: Texts, drawn: Drawn): void {
  const { rows, start, isOpen, faults, warnings } = drawn;
  const piece = (name: string): HTMLElement | null =>
    host.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const lengths = rows.map(({ minutes }) => minutes);
  const times = start === null ? [] : clockTimes(start, lengths);
  show(piece("start-field"), start !== null);
  const band = piece("band");
  if (show(band, start !== null)) band?.replaceChildren(...rows.map(bar));
  const list = piece("rows");
  if (list)
    keepRows(
      list,
      rows.map((row, place) => ({
        ...row,
        time: times[place] ?? "",
        place,
        isLast: place === rows.length - 1,
      })),
      ({ key }) => key,
      agendaRow,
      (row, part) => {
        fillAgendaRow(row, part, isOpen, texts);
      },
    );
  const total = piece("total");
  if (show(total, start !== null && rows.length > 0)) showTotal(total, texts, drawn, times);
  const said = [
    ...faults.map((text) => ["field__error", text]),
    ...warnings.map((text) => ["notice notice--decide", text]),
  ];
  const remarks = piece("remarks");
  if (remarks)
    keepRows(
      remarks,
      said,
      ([, text = ""]) => text,
      () => make("li", {}),
      (row, [kind = "", text = ""]) => {
        row.className = kind;
        say(row, text);
      },
    );
  host.toggleAttribute("data-open", isOpen);
  show(piece("tools"), isOpen);
  say(piece("adapt"), texts.say(isOpen ? "agenda.ready" : "agenda.adapt"));
  piece("adapt")?.setAttribute("aria-expanded", String(isOpen));
}

function bar({ kind, minutes }: PartShown): HTMLElement {
  const kindOf = isCase({ kind }) ? "method" : kind;
  const drawn = make("span", { class: `meeting-agenda__bar meeting-agenda__bar--${kindOf}` });
  drawn.style.flexGrow = String(minutes);
  return drawn;
}

/** Whether it fits: in words, and only then in colour. */
function showTotal(
  total: HTMLElement | null,
  texts: Texts,
  { rows, minutes }: Drawn,
  times: readonly string[],
): void {
  if (!total) return;
  const sum = rows.reduce((all, row) => all + row.minutes, 0);
  const state = sum === minutes ? "fits" : sum > minutes ? "over" : "under";
  const apart = texts.count("agenda.minutes", Math.abs(sum - minutes));
  const facts = [
    texts.say("agenda.until", { from: times[0] ?? "", to: times.at(-1) ?? "" }),
    texts.count("agenda.minutes", sum),
    "",
  ].join(" · ");
  const words = texts.say(`agenda.${state}`, { count: apart });
  if (total.textContent === facts + words) return;
  total.dataset.state = state;
  total.replaceChildren(facts, make("strong", {}, words));
}

const agendaRow = (): HTMLLIElement =>
  make(
    "li",
    { class: "meeting-agenda__row" },
    make("span", { class: "meeting-agenda__handle", "data-part": "handle", "aria-hidden": "true" }),
    make("span", { class: "meeting-agenda__time", "data-part": "time" }),
    make(
      "span",
      { class: "meeting-agenda__name" },
      make("span", { "data-part": "name" }),
      make("span", { class: "meeting-agenda__kind", "data-part": "kind" }),
    ),
    make(
      "span",
      { class: "meeting-agenda__minutes" },
      deed("shorter"),
      make("span", { "data-part": "minutes" }),
      deed("longer"),
    ),
    make("span", { class: "meeting-agenda__deeds" }, deed("earlier"), deed("later")),
    deed("remove"),
  );

function fillAgendaRow(row: HTMLElement, part: AgendaRow, isOpen: boolean, texts: Texts): void {
  const piece = (name: string): HTMLElement | null => row.querySelector<HTMLElement>(`[data-part="${name}"]`);
  row.classList.toggle("meeting-agenda__row--method", isCase(part));
  row.classList.toggle("meeting-agenda__row--exercise", part.kind === "exercise");
  show(piece("handle"), isOpen);
  if (show(piece("time"), part.time !== "")) say(piece("time"), part.time);
  say(piece("name"), part.name);
  if (show(piece("kind"), part.kind !== "block"))
    say(piece("kind"), texts.say(isCase(part) ? "agenda.method" : "agenda.exercise"));
  if (show(piece("minutes"), part.time !== ""))
    say(piece("minutes"), texts.say("agenda.short", { count: part.minutes }));
  for (const name of DEEDS) {
    const button = piece(name);
    const byTheClock = name === "shorter" || name === "longer";
    if (!show(button, isOpen && (!byTheClock || part.time !== ""))) continue;
    button?.setAttribute("aria-label", texts.say(`agenda.${name}`, { part: part.name }));
    button?.setAttribute("aria-disabled", String(isAtTheEnd(name, part)));
  }
}

/** It stays in reach of the keyboard, so that whoever pressed it isn't thrown off. */
function isAtTheEnd(name: (typeof DEEDS)[number], part: AgendaRow): boolean {
  if (name === "shorter") return part.minutes <= part.least;
  if (name === "longer") return part.minutes >= part.most;
  if (name === "earlier") return part.place === 0;
  return name === "later" && part.isLast;
}

const deed = (name: (typeof DEEDS)[number]): HTMLButtonElement =>
  make("button", { class: "button meeting-agenda__deed", type: "button", "data-part": name }, SIGNS[name]);
