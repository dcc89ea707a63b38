/** Building what a page shows, without markup in strings: text of people only ever becomes text. */

type Child = Node | string | null | false | undefined;
type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>;

/** `make("button", { type: "button", onclick: begin }, "Begin")`; `true` sets an empty attribute, `false` none. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  dress(element, attributes);
  element.append(...children.filter(isShown));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

export function draw<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  dress(element, attributes);
  element.append(...children.filter(isShown));
  return element;
}

function dress(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
}

const isShown = (child: Child): child is Node | string =>
  child !== null && child !== false && child !== undefined;

/** Sets a text only where it changed, so that a screen reader isn't told the same thing twice. */
export function say(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/**
 * As `say`, for what people wrote: it stands in a root of its own. Whatever writes a page out (a history, a copy of its
 * markup, a report of an error) finds an empty element; who looks, prints or listens doesn't notice.
 *
 * Elements that may have one: a paragraph, a quote, a heading, `div`, `span`, `section`, our own. `li`, `dd` and `a` may
 * not: what stands in them is an `opened("span", {}, text)`.
 */
export function sayOpened(element: Element | null | undefined, text: string): void {
  if (!element) return;
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  // Within an element: what looks for the element that says something would find none otherwise.
  const place = root.firstElementChild ?? root.appendChild(make("span"));
  if (place.textContent !== text) place.textContent = text;
}

/** `opened("p", { class: "card__text" }, text)`: an element with what somebody wrote in it. */
export function opened<Tag extends "p" | "span" | "div" | "blockquote" | "h2" | "h3">(
  tag: Tag,
  attributes: Attributes,
  text: string,
): HTMLElementTagNameMap[Tag] {
  const element = make(tag, attributes);
  sayOpened(element, text);
  return element;
}

/** What a button or a link is about, for who listens: an `aria-label` would write it out with the page. */
export const heard = (text: string): HTMLElement => opened("span", { class: "unseen" }, text);

/** Shows or hides; gives back whether it is shown. */
export function show(element: HTMLElement | null | undefined, shown: boolean): boolean {
  if (element?.hidden === shown) element.hidden = !shown;
  return shown;
}

/**
 * Keeps one child for each item, in order. A child stays the same element while its item stays, so that nobody
 * loses the focus or the text they are writing because somebody else did something.
 */
export function keepRows<Item, Row extends HTMLElement>(
  parent: Element,
  items: readonly Item[],
  key: (item: Item) => string,
  build: (item: Item) => Row,
  fill: (row: Row, item: Item) => void,
): void {
  const rows = new Map(
    [...parent.children].map((row) => [(row as HTMLElement).dataset.key ?? "", row as Row]),
  );
  let place: Element | null = parent.firstElementChild;
  for (const item of items) {
    const name = key(item);
    let row = rows.get(name);
    rows.delete(name);
    if (!row) {
      row = build(item);
      row.dataset.key = name;
    }
    fill(row, item);
    if (row === place) place = place.nextElementSibling;
    else parent.insertBefore(row, place);
  }
  for (const row of rows.values()) row.remove();
}
