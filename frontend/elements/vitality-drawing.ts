/**
 * A series as a picture, with its table for who doesn't look at pictures. What a picture says is never said by colour
 * alone: a seat is filled or empty, a line whole or broken, a bar has its number beside it.
 */
import type { Language } from "../vitality/book.ts";
import type { Row, Series } from "../vitality/series.ts";
import { draw, make } from "./make.ts";
import type { Texts } from "./texts.ts";

/** What stands for the key of a row: a day, a name, a method. */
export type Named = (key: string) => string;

export interface Looking {
  readonly language: Language;
  readonly texts: Texts;
  readonly named: Named;
}

const LATELY = 12; // meetings in a picture: a year or more, and still to be told apart on a phone
const HIGHEST = 5;

export function drawingOf(series: Series, looking: Looking): HTMLElement {
  const { language, texts } = looking;
  return make(
    "figure",
    { class: "drawing", "data-series": series.id },
    make("figcaption", {}, make("h3", {}, series.name[language])),
    pictureOf(series, looking),
    make(
      "details",
      { class: "drawing__table" },
      make("summary", {}, texts.say("drawing.table")),
      tableOf(series, looking),
    ),
  );
}

function pictureOf(series: Series, looking: Looking): HTMLElement {
  switch (series.id) {
    case "turn_out":
      return seats(series, looking);
    case "depth_and_safety":
      return lines(series, looking);
    default:
      return bars(series, looking);
  }
}

function tableOf({ name, key, columns, rows }: Series, { language, named, texts }: Looking): HTMLElement {
  const cells = ({ values }: Row): HTMLElement[] =>
    values.map((value) =>
      make("td", {}, value === null ? texts.say("drawing.few") : figure(value, language)),
    );
  return make(
    "table",
    { class: "drawing__rows" },
    make("caption", { class: "unseen" }, name[language]),
    make(
      "thead",
      {},
      make("tr", {}, ...[key, ...columns].map((head) => make("th", { scope: "col" }, head[language]))),
    ),
    make(
      "tbody",
      {},
      ...rows.map((row) => make("tr", {}, make("th", { scope: "row" }, named(row.key)), ...cells(row))),
    ),
  );
}

/** A column of seats for each meeting: who was there fills one, and an empty chair is an empty chair. */
function seats({ rows }: Series, { texts, named }: Looking): HTMLElement {
  const lately = rows.slice(-LATELY);
  const most = Math.max(...lately.map(({ values }) => values[1] ?? 0));
  const [step, height] = [24, most * 20];
  const seatsOf = ({ values: [present, expected] }: Row, column: number): SVGElement[] =>
    Array.from({ length: expected ?? 0 }, (_, seat) =>
      draw("circle", {
        class: seat < (present ?? 0) ? "drawing__seat" : "drawing__seat drawing__seat--empty",
        cx: column * step + step / 2,
        cy: height - seat * 20 - 10,
        r: 7,
      }),
    );
  const last = lately.at(-1);
  return make(
    "div",
    { class: "drawing__picture" },
    draw(
      "svg",
      { class: "drawing__seats", viewBox: `0 0 ${lately.length * step} ${height}`, "aria-hidden": "true" },
      ...lately.flatMap(seatsOf),
    ),
    span(lately, named),
    last &&
      make(
        "p",
        { class: "drawing__says" },
        texts.say("drawing.turn_out", { present: last.values[0] ?? 0, expected: last.values[1] ?? 0 }),
      ),
  );
}

/** A whole line with dots and a broken one with squares, from 1 to 5. */
function lines({ rows, columns }: Series, { language, named }: Looking): HTMLElement {
  const lately = rows.slice(-LATELY);
  const [width, height, left] = [320, 132, 20];
  const x = (place: number): number =>
    left + 12 + (lately.length < 2 ? 0 : (place * (width - left - 24)) / (lately.length - 1));
  const y = (mark: number): number => height - 12 - ((mark - 1) * (height - 24)) / (HIGHEST - 1);
  const grid = [1, 3, 5].flatMap((mark) => [
    draw("line", { class: "drawing__grid", x1: left, x2: width, y1: y(mark), y2: y(mark) }),
    draw("text", { class: "drawing__mark", x: 4, y: y(mark) + 5 }, String(mark)),
  ]);
  const line = (column: number): SVGElement[] => {
    const points = lately.flatMap(({ values }, place) => {
      const mark = values[column];
      return mark === null || mark === undefined ? [] : [{ x: x(place), y: y(mark) }];
    });
    const path = points.map((point) => `${point.x},${point.y}`).join(" ");
    return [
      draw("polyline", { class: `drawing__line drawing__line--${column}`, points: path }),
      ...points.map((point) => dot(column, point.x, point.y)),
    ];
  };
  const last = [...lately].reverse().find(({ values }) => values.every((value) => value !== null));
  return make(
    "div",
    { class: "drawing__picture" },
    draw(
      "svg",
      { class: "drawing__lines", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
      ...grid,
      ...line(0),
      ...line(1),
    ),
    span(lately, named),
    make(
      "ul",
      { class: "drawing__legend" },
      ...columns.map((name, column) =>
        make(
          "li",
          {},
          draw(
            "svg",
            { class: "drawing__key", viewBox: "0 0 32 16", "aria-hidden": "true" },
            draw("polyline", { class: `drawing__line drawing__line--${column}`, points: "0,8 32,8" }),
            dot(column, 16, 8),
          ),
          last ? `${name[language]}: ${figure(last.values[column] ?? 0, language)}` : name[language],
        ),
      ),
    ),
  );
}

function dot(column: number, x: number, y: number): SVGElement {
  const name = `drawing__dot drawing__dot--${column}`;
  return column === 0
    ? draw("circle", { class: name, cx: x, cy: y, r: 5 })
    : draw("rect", { class: name, x: x - 4.5, y: y - 4.5, width: 9, height: 9 });
}

function bars({ id, columns, rows }: Series, { language, named, texts }: Looking): HTMLElement {
  const most = Math.max(1, ...rows.map(({ values }) => values[0] ?? 0));
  const words = ({ values }: Row): string =>
    id === "voices"
      ? texts.count("drawing.turns", values[1] ?? 0, { minutes: values[0] ?? 0 })
      : figure(values[0] ?? 0, language);
  return make(
    "dl",
    { class: "drawing__bars", "aria-label": columns[0]?.[language] },
    ...rows.map((row) =>
      make(
        "div",
        { class: "drawing__bar" },
        make("dt", {}, named(row.key)),
        make(
          "dd",
          {},
          make("span", {}, words(row)),
          draw(
            "svg",
            { class: "drawing__track", "aria-hidden": "true" },
            draw("rect", {
              class: "drawing__fill",
              width: `${(100 * (row.values[0] ?? 0)) / most}%`,
              height: "100%",
            }),
          ),
        ),
      ),
    ),
  );
}

/** From when until when. */
function span(rows: readonly Row[], named: Named): HTMLElement {
  const [first, last] = [rows[0]?.key ?? "", rows.at(-1)?.key ?? ""];
  return make(
    "p",
    { class: "drawing__span" },
    make("span", {}, named(first)),
    first !== last && make("span", {}, named(last)),
  );
}

function figure(number: number, language: Language): string {
  return language === "nl" ? String(number).replace(".", ",") : String(number);
}
