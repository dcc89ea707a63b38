import type { RoomNow, Slot, Writing } from "../live/seen.ts";
import { added, helpFor } from "./brought.ts";
import { keepRows, make, say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";
import { whoSees } from "./sees.ts";
import { openSlots, wayOf, writeIntention } from "./slots.ts";

/** Longest text of one card, in characters: a page and a half; the envelope holds far more. */
export const LONGEST = 4000;
const COUNT_FROM = 3500;

/**
 * A box for each slot that is open to this person. What is typed is kept as a draft until it lies on the table.
 *
 *     <writing-desk></writing-desk>
 */
export class WritingDesk extends RoomElement {
  readonly #boxes = new Map<string, Box>();

  showRoom(room: RoomNow): void {
    const open = openSlots(room).filter(
      ({ writing }) => wayOf(writing) === "words" && writing.about === null,
    );
    for (const [slot, box] of this.#boxes) {
      if (open.some(({ now }) => now.slot === slot)) continue;
      box.form.remove();
      this.#boxes.delete(slot);
    }
    for (const { now, writing } of open) {
      let box = this.#boxes.get(now.slot);
      if (!box) {
        box = this.#build(writing, room);
        this.#boxes.set(now.slot, box);
        this.append(box.form);
      }
      this.#fill(box, now, writing, room);
    }
    show(this, open.length > 0);
  }

  #build(writing: Writing, room: RoomNow): Box {
    const id = `write-${writing.id}`;
    const area = make("textarea", {
      id,
      maxlength: LONGEST,
      rows: 3,
      spellcheck: "false",
      autocomplete: "off",
      "aria-describedby": `${id}-who ${id}-count`,
    });
    const date =
      writing.kind === "intention"
        ? make("input", {
            type: "date",
            id: `${id}-date`,
            min: new Date(room.now).toISOString().slice(0, 10),
          })
        : null;
    const who = make("p", { class: "writing-box__who", id: `${id}-who` });
    const count = make("p", { class: "writing-box__count", id: `${id}-count` });
    const put = make("button", { class: "button button--main", type: "submit" });
    const help = make("ul", { class: "writing-box__help", hidden: true });
    const form = make(
      "form",
      { class: "writing-box", novalidate: true },
      make("label", { class: "writing-box__label", for: id }, writing.prompt[room.language]),
      who,
      help,
      area,
      date &&
        make(
          "p",
          { class: "field" },
          make("label", { for: `${id}-date` }, this.texts.say("intention.date")),
          date,
        ),
      make("div", { class: "writing-box__foot" }, count, put),
    );
    const name = `draft.${writing.id}`;
    let isTouched = false; // what was kept may be read after somebody typed, and even put it on the table
    this.draft({
      name,
      restore: (text) => {
        if (!isTouched) area.value = text;
      },
    });
    area.addEventListener("input", () => {
      isTouched = true;
      this.draft({ name, text: area.value });
      this.#count(count, area);
    });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#put(writing, area, date);
      this.#count(count, area);
    });
    return { form, area, who, count, put, date, help };
  }

  #fill(box: Box, now: Slot, writing: Writing, room: RoomNow): void {
    const { area, who, count, put, date } = box;
    this.#help(box, writing, room);
    say(who, this.texts.say(whoSees(writing, room)));
    say(put, this.texts.say(putOnTable(writing)));
    const isFull = now.left <= 0;
    for (const one of [area, put, who, date?.parentElement]) show(one, !isFull);
    if (isFull) say(count, this.texts.say("write.full"));
    else this.#count(count, area, now);
  }

  /** What one brought and hasn't used yet stands above the box; one tap adds it to what was typed. */
  #help({ area, help }: Box, writing: Writing, { cards }: RoomNow): void {
    const here = [
      area.value,
      ...cards.flatMap(({ isMine, slot, text }) => (isMine && slot === writing.id ? (text ?? []) : [])),
    ];
    const left = area.hidden
      ? []
      : helpFor(writing).filter(({ adds }) => !here.some((text) => text.includes(adds.trim())));
    show(help, left.length > 0);
    keepRows(
      help,
      left,
      ({ adds }) => adds,
      () => make("li", {}, make("p", {}), make("button", { class: "button", type: "button" })),
      (row, one) => {
        say(row.querySelector("p"), one.shown);
        const button = row.querySelector("button");
        if (!button) return;
        say(button, this.texts.say(`help.${writing.kind}`));
        button.setAttribute("aria-label", `${this.texts.say(`help.${writing.kind}`)}: ${one.shown}`);
        button.onclick = () => {
          area.value = added(area.value, one, LONGEST);
          area.dispatchEvent(new Event("input", { bubbles: true }));
          area.focus();
          area.setSelectionRange(area.value.length, area.value.length);
          row.remove();
        };
      },
    );
  }

  #count(count: HTMLElement, area: HTMLTextAreaElement, now?: Slot): void {
    const length = area.value.length;
    if (length >= COUNT_FROM) say(count, this.texts.count("write.left", LONGEST - length));
    else if (now && now.own.length > 0) say(count, this.texts.count("write.more", now.left));
    else if (length > 0 || now) say(count, "");
  }

  #put(writing: Writing, area: HTMLTextAreaElement, date: HTMLInputElement | null): void {
    const typed = area.value.trim();
    if (typed === "") {
      area.focus();
      return;
    }
    const entry = crypto.randomUUID();
    const text = date ? writeIntention({ text: typed, date: date.value || null }) : typed;
    this.want(
      { do: "contribute", entry, slot: writing.id },
      {
        text,
        item: entry,
        field: `entry.${writing.kind}`,
        rev: 1,
        ...(writing.named ? {} : { author: "anonymous" }),
      },
    );
    area.value = "";
    this.draft({ name: `draft.${writing.id}`, text: "" });
    area.focus();
  }
}

interface Box {
  readonly form: HTMLFormElement;
  readonly area: HTMLTextAreaElement;
  readonly who: HTMLElement;
  readonly count: HTMLElement;
  readonly put: HTMLButtonElement;
  readonly date: HTMLInputElement | null;
  readonly help: HTMLElement;
}

const putOnTable = ({ shown_to: to, shown }: Writing): string =>
  to === "writer" ? "write.keep" : shown === "together" ? "write.lay_down" : "write.put";

customElements.define("writing-desk", WritingDesk);
