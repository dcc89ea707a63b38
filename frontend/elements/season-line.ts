/** A goal through the season: drawn for whoever looks at pictures, and the same as a table. */
import type { Point } from "../growth/line.ts";
import { draw, make } from "./make.ts";
import { shortDate } from "./days.ts";
import type { Texts } from "./texts.ts";

const WIDE = 400;
const HIGH = 220;
const LEFT = 26;
const RIGHT = 12;
const TOP = 16;
const BOTTOM = 36;
const MARKS = [1, 2, 3, 4, 5];
const MIDDLE = LEFT + (WIDE - LEFT - RIGHT) / 2;
const DAY_MS = 86_400_000;

export function seasonPicture(points: readonly Point[], texts: Texts): readonly Element[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [make("p", { class: "soft" }, texts.say("line.none"))];
  const told = texts.say("line.told", { first: shortDate(first.on), last: shortDate(last.on) });
  const picture = draw(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": told, class: "season-line" },
    ...MARKS.flatMap(ruled),
    ...(first.on === last.on
      ? [dayAt(first.on, MIDDLE, "middle")]
      : [dayAt(first.on, LEFT, "start"), dayAt(last.on, WIDE - RIGHT, "end")]),
    ...series(points, ({ own }) => own, "own"),
    ...series(points, ({ seen }) => seen, "seen"),
  );
  return [picture, legend(texts), table(points, texts)];
}

function series(
  points: readonly Point[],
  markOf: (point: Point) => number | null,
  kind: "own" | "seen",
): SVGElement[] {
  const marked = points.flatMap((point) => {
    const mark = markOf(point);
    return mark === null ? [] : [{ x: across(point.on, points), y: up(mark) }];
  });
  const name = `season-line__${kind}`;
  const way = marked.map(({ x, y }) => `${x},${y}`).join(" ");
  return [
    draw("polyline", { points: way, class: name }),
    ...marked.map(({ x, y }) =>
      kind === "own"
        ? draw("circle", { cx: x, cy: y, r: 6, class: `${name}-mark` })
        : draw("rect", { x: x - 6, y: y - 6, width: 12, height: 12, class: `${name}-mark` }),
    ),
  ];
}

const dayAt = (on: string, x: number, anchor: string): SVGElement =>
  draw("text", { x, y: HIGH - 10, "text-anchor": anchor, class: "season-line__day" }, shortDate(on));

function ruled(mark: number): SVGElement[] {
  const y = up(mark);
  return [
    draw("line", { x1: LEFT, x2: WIDE - RIGHT, y1: y, y2: y, class: "season-line__rule" }),
    draw("text", { x: LEFT - 14, y: y + 5, "text-anchor": "end", class: "season-line__day" }, String(mark)),
  ];
}

const up = (mark: number): number => TOP + ((5 - mark) / 4) * (HIGH - TOP - BOTTOM);

/** By the calendar: a month's pause looks like a month. One day alone stands in the middle. */
function across(on: string, points: readonly Point[]): number {
  const [from, to] = [dayNumber(points[0]?.on ?? on), dayNumber(points.at(-1)?.on ?? on)];
  const part = to === from ? 0.5 : (dayNumber(on) - from) / (to - from);
  return Math.round(LEFT + 10 + part * (WIDE - LEFT - RIGHT - 20));
}

const dayNumber = (on: string): number => Date.parse(`${on}T00:00:00Z`) / DAY_MS;

/** In the drawing and here the two differ in shape as well as in colour. */
function legend(texts: Texts): HTMLElement {
  const sign = (kind: "own" | "seen"): SVGElement =>
    draw(
      "svg",
      { viewBox: "0 0 34 14", class: "season-line__sign", "aria-hidden": "true" },
      draw("polyline", { points: "0,7 34,7", class: `season-line__${kind}` }),
      kind === "own"
        ? draw("circle", { cx: 17, cy: 7, r: 6, class: "season-line__own-mark" })
        : draw("rect", { x: 11, y: 1, width: 12, height: 12, class: "season-line__seen-mark" }),
    );
  return make(
    "p",
    { class: "season-line__legend small" },
    make("span", {}, sign("own"), texts.say("line.own")),
    make("span", {}, sign("seen"), texts.say("line.seen")),
  );
}

function table(points: readonly Point[], texts: Texts): HTMLElement {
  const head = ["date", "own", "seen", "voices"].map((name) =>
    make("th", { scope: "col" }, texts.say(`line.${name}`)),
  );
  const rows = points.map(({ on, own, seen, voices }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, shortDate(on)),
      ...[own, seen, voices === 0 ? null : voices].map((value) =>
        make("td", {}, value === null ? "–" : value.toLocaleString(document.documentElement.lang)),
      ),
    ),
  );
  return make(
    "details",
    {},
    make("summary", {}, texts.say("line.table")),
    make(
      "div",
      { class: "learning__scroll", tabindex: 0, role: "region", "aria-label": texts.say("line.table") },
      make(
        "table",
        { class: "figures" },
        make("thead", {}, make("tr", {}, ...head)),
        make("tbody", {}, ...rows),
      ),
    ),
  );
}
