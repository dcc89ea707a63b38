import type { Card, RoomNow, Writing } from "../live/seen.ts";
import { sitsByCircle } from "./by-circle.ts";
import { keepRows, make, say, sayOpened, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";
import { pick, votesFor } from "./picking.ts";
import { ownAbout, wayOf } from "./slots.ts";
import type { Pile } from "./table.ts";
import { about, cardText, labelsOn, piles } from "./table.ts";
import { LONGEST } from "./writing-box.ts";

/**
 * What has been written, in piles. One's own cards can be changed and taken back; a card can be labelled or answered
 * where the method asks for that.
 *
 *     <card-table class="card-table"></card-table>
 */
export class CardTable extends RoomElement {
  #writing: { card: string; as: string } | null = null;
  #room: RoomNow | null = null;
  readonly #seen = new Set<string>();

  showRoom(room: RoomNow): void {
    this.#room = room;
    const all = piles(room);
    show(this, all.length > 0 && !(room.onWall && sitsByCircle(room)));
    const now = all.filter(({ isNow }) => isNow);
    const before = all.filter(({ isNow }) => !isNow);
    keepRows(
      this,
      before.length > 0 ? [...now, null] : now,
      (pile) => pile?.slot ?? "before",
      (pile) => (pile ? this.#pile() : this.#before()),
      (row, pile) => (pile ? this.#fillPile(row, pile) : this.#fillBefore(row, before)),
    );
    for (const { cards } of all) for (const { id, isHidden } of cards) if (!isHidden) this.#seen.add(id);
  }

  #pile(): HTMLElement {
    return make(
      "section",
      { class: "card-table__slot" },
      make(
        "div",
        { class: "card-table__head" },
        make("h2", { "data-part": "heading" }),
        make("p", { class: "card-table__waiting", "data-part": "waiting" }),
      ),
      make("p", { class: "soft small", "data-part": "prompt" }),
      make("ul", { class: "card-table__cards", "data-part": "cards" }),
    );
  }

  #before(): HTMLElement {
    return make(
      "details",
      { class: "card-table__before" },
      make("summary", {}, this.texts.say("table.before")),
      make("div", { class: "card-table", "data-part": "piles" }),
    );
  }

  #fillBefore(row: HTMLElement, before: readonly Pile[]): void {
    const inside = row.querySelector("[data-part=piles]");
    if (inside)
      keepRows(
        inside,
        before,
        ({ slot }) => slot,
        () => this.#pile(),
        (section, pile) => this.#fillPile(section, pile),
      );
  }

  #fillPile(row: HTMLElement, { writing, cards, hidden }: Pile): void {
    // A hall looks from far away: there the question itself is what stands above the cards.
    const inHall = (this.#room?.plan.circles ?? []).length > 0;
    const prompt = writing.prompt[this.#room?.language ?? "nl"];
    say(row.querySelector("[data-part=heading]"), inHall ? prompt : this.texts.say(`kind.${writing.kind}`));
    const line = row.querySelector<HTMLElement>("[data-part=prompt]");
    if (show(line, !inHall)) say(line, prompt);
    const waiting = row.querySelector<HTMLElement>("[data-part=waiting]");
    if (show(waiting, hidden > 0)) say(waiting, this.texts.count("table.hidden", hidden));
    const list = row.querySelector("[data-part=cards]");
    if (list)
      keepRows(
        list,
        cards,
        ({ id }) => id,
        (card) => this.#card(card),
        (item, card) => this.#fillCard(item, card),
      );
  }

  #card(card: Card): HTMLLIElement {
    const isNews = card.revision === 1 && !card.isMine && !this.#seen.has(card.id);
    return make(
      "li",
      { class: isNews ? "card card--shown" : "card" },
      make(
        "div",
        {},
        make("p", { class: "card__about", "data-part": "about", hidden: true }),
        make("p", { class: "card__text", "data-part": "text" }),
        make("form", { class: "writing-box", "data-part": "form", hidden: true }),
      ),
      make(
        "div",
        { class: "card__foot" },
        make("span", { "data-part": "by" }),
        make("span", { class: "card__label", "data-part": "labels", hidden: true }),
        make("span", { class: "card__deeds", "data-part": "deeds" }),
      ),
    );
  }

  #fillCard(item: HTMLElement, card: Card): void {
    const room = this.#room;
    if (!room) return;
    item.classList.toggle("card--mine", card.isMine);
    item.classList.toggle("card--waiting", card.isHidden || card.isUnsent);
    sayOpened(item.querySelector("[data-part=text]"), cardText(card, this.texts, room.language));
    const by = this.#by(card, room);
    const author = item.querySelector<HTMLElement>("[data-part=by]");
    if (show(author, by !== "")) say(author, by);
    const subject = room.cards.find(({ id }) => id === card.about);
    const aboutWhat = item.querySelector<HTMLElement>("[data-part=about]");
    if (show(aboutWhat, subject !== undefined) && subject)
      sayOpened(aboutWhat, cardText(subject, this.texts, room.language));
    const votes = card.votes ?? votesFor(card, room);
    const labels = [
      ...labelsOn(card, room),
      ...(votes === null ? [] : [this.texts.count("choice.ballots", votes)]),
    ];
    const label = item.querySelector<HTMLElement>("[data-part=labels]");
    if (show(label, labels.length > 0)) say(label, labels.join(" · "));
    this.#fillDeeds(item, card, room);
  }

  #by(card: Card, room: RoomNow): string {
    if (card.isUnsent) return this.texts.say("card.unsent");
    if (card.votes !== undefined) return "";
    const whose = card.isMine
      ? this.texts.say("card.mine")
      : (room.people.find(({ id }) => id === card.by)?.name ?? this.texts.say("card.unnamed"));
    return card.isHidden ? this.texts.say("card.mine.hidden") : whose;
  }

  #fillDeeds(item: HTMLElement, card: Card, room: RoomNow): void {
    const place = item.querySelector<HTMLElement>("[data-part=deeds]");
    const form = item.querySelector<HTMLFormElement>("[data-part=form]");
    if (!place || !form || room.onWall) return;
    const isWriting = this.#writing?.card === card.id;
    show(item.querySelector<HTMLElement>("[data-part=text]"), !(isWriting && this.#writing?.as === "change"));
    show(form, isWriting);
    show(place, !isWriting);
    const canChange =
      card.isMine && !card.isUnsent && card.text !== null && room.view.may.includes("change") && card.isOpen;
    const rows: DeedRow[] = [];
    if (canChange && card.kind !== "intention")
      rows.push({ name: "change", say: this.texts.say("card.change"), run: () => this.#edit(card, null) });
    if (canChange)
      rows.push({
        name: "withdraw",
        say: this.texts.say("card.withdraw"),
        run: () => this.want({ do: "withdraw", entry: card.id }),
      });
    for (const writing of about(card, room)) rows.push(...this.#aboutRows(card, writing, room));
    keepRows(
      place,
      rows,
      ({ name }) => name,
      () => make("button", { class: "button button--quiet", type: "button" }),
      (button, row) => {
        say(button, row.say);
        button.onclick = row.run;
        if (row.isPressed === undefined) button.removeAttribute("aria-pressed");
        else button.setAttribute("aria-pressed", String(row.isPressed));
        button.classList.toggle("button--quiet", row.isPressed === undefined);
      },
    );
  }

  #aboutRows(card: Card, writing: Writing, room: RoomNow): DeedRow[] {
    if (wayOf(writing) === "words")
      return [{ name: writing.id, say: this.texts.say("card.answer"), run: () => this.#edit(card, writing) }];
    if (wayOf(writing) === "ballot") {
      const given = ownAbout(room, writing.id, null);
      const vote = (): void => {
        if (given?.text !== card.id) this.want(...pick(writing, card.id, given));
      };
      return [
        {
          name: writing.id,
          say: this.texts.say("choice.vote"),
          isPressed: given?.text === card.id,
          run: vote,
        },
      ];
    }
    const given = ownAbout(room, writing.id, card.id);
    return writing.choices.map((choice) => ({
      name: `${writing.id}-${choice.id}`,
      say: choice.name[room.language],
      isPressed: given?.text === choice.id,
      run: () => this.want(...pick(writing, choice.id, given, card.id)),
    }));
  }

  /** Opens a small box in the card: to write it anew, or to write about it. */
  #edit(card: Card, writing: Writing | null): void {
    const item = this.querySelector<HTMLElement>(`[data-key="${card.id}"]`);
    const form = item?.querySelector<HTMLFormElement>("[data-part=form]");
    if (!form) return;
    const area = make("textarea", {
      "aria-label": this.texts.say(writing ? "card.answer" : "card.change"),
      maxlength: LONGEST,
      rows: 3,
      spellcheck: "false",
      autocomplete: "off",
    });
    area.value = writing ? "" : (card.text ?? "");
    const draft = `draft.${writing?.id ?? card.slot}.${card.id}`;
    this.draft({ name: draft, restore: (text) => (area.value = text || area.value) });
    area.addEventListener("input", () => this.draft({ name: draft, text: area.value }));
    const stop = (): void => {
      this.#writing = null;
      form.replaceChildren();
      if (this.#room) this.showRoom(this.#room);
      item?.querySelector("button")?.focus();
    };
    form.replaceChildren(
      area,
      make(
        "div",
        { class: "writing-box__foot" },
        make("button", { class: "button", type: "submit" }, this.texts.say("card.keep")),
        make(
          "button",
          { class: "button button--quiet", type: "button", onclick: stop },
          this.texts.say("card.leave"),
        ),
      ),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      const text = area.value.trim();
      if (text === "") return;
      this.#save(card, writing, text);
      this.draft({ name: draft, text: "" });
      stop();
    };
    this.#writing = { card: card.id, as: writing ? "about" : "change" };
    if (this.#room) this.showRoom(this.#room);
    area.focus();
  }

  #save(card: Card, writing: Writing | null, text: string): void {
    if (writing) {
      const entry = crypto.randomUUID();
      const author = writing.named ? {} : { author: "anonymous" };
      this.want(
        { do: "contribute", entry, slot: writing.id, about: card.id },
        { text, item: entry, field: `entry.${writing.kind}`, rev: 1, ...author },
      );
      return;
    }
    const revision = card.revision + 1;
    this.want(
      { do: "change", entry: card.id, revision },
      {
        text,
        item: card.id,
        field: `entry.${card.kind}`,
        rev: revision,
        ...(card.isNamed ? {} : { author: "anonymous" }),
      },
    );
  }
}

interface DeedRow {
  readonly name: string;
  readonly say: string;
  readonly run: () => void;
  readonly isPressed?: boolean;
}

customElements.define("card-table", CardTable);
