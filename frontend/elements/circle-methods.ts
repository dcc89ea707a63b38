import type { Circle } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import type { OfCircle } from "../methods/circle-store.ts";
import { CircleStore } from "../methods/circle-store.ts";
import type { Language, Row } from "../methods/data.ts";
import { at, number, said, usualMinutesOf } from "../methods/data.ts";
import { Store } from "../methods/store.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { heard, make, opened, say, sayOpened, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * The circle's own methods: to change, to begin with, to withdraw, and to add one from this device. Which of those
 * may stand in the fragment.
 *
 *     <circle-methods>
 *       <div data-part="happened" hidden><p data-part="said"></p><button data-part="undo" hidden></button></div>
 *       <p data-part="error" hidden></p> <p data-part="none" hidden></p> <ul data-part="list"></ul>
 *       <form data-part="give" hidden><select id="mine"></select><button></button></form> <p data-part="nothing" hidden></p>
 *     </circle-methods>
 */
export class CircleMethods extends HTMLElement {
  readonly #texts = Texts.ofPage();
  readonly #language: Language = document.documentElement.lang === "en" ? "en" : "nl";
  #circle: Circle | null = null;
  #store: CircleStore | null = null;

  connectedCallback(): void {
    void whenOpen().then(async (circle) => {
      this.#circle = circle;
      this.#store = new CircleStore(circle);
      await this.#list();
      await this.#offer();
    });
  }

  async #list(): Promise<void> {
    const found = (await this.#store?.list()) ?? [];
    part(this, "list")?.replaceChildren(
      ...found.flatMap((one) => (one.method ? [this.#row(one, one.method)] : [])),
    );
    show(part(this, "none"), found.length === 0);
  }

  /** What is on this device, to give away. */
  async #offer(): Promise<void> {
    const mine = (await new Store(vault).list()).filter(({ method }) => method !== null);
    const select = this.querySelector<HTMLSelectElement>("#mine");
    select?.replaceChildren(
      ...mine.map(({ id, method }) => make("option", { value: id }, this.#name(method))),
    );
    show(part(this, "give"), mine.length > 0);
    show(part(this, "nothing"), mine.length === 0);
    const wished = location.hash.slice(1);
    if (select && mine.some(({ id }) => id === wished)) {
      select.value = wished;
      select.focus();
    }
    part(this, "give")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const found = mine.find(({ id }) => id === select?.value)?.method;
      if (found) void this.#try(() => this.#give(found));
    });
  }

  #row(one: OfCircle, method: Row): HTMLElement {
    const name = this.#name(method);
    const [least = 0, most = 0] = ["least", "most"].map((end) => number(at(method, ["group", end])));
    const facts = this.#texts.say("own.facts", { minutes: usualMinutesOf(method), least, most });
    const group = this.#circle?.group ?? "";
    const edit = `/circles/${group}/methods/edit/#${one.id}`;
    const way = (href: string, deed: string): HTMLElement =>
      make("a", { class: "button", href }, this.#texts.say(`method.${deed}`), heard(` ${name}`));
    return make(
      "li",
      {},
      make("h2", { class: "method-card__name" }, make("a", { href: edit }, opened("span", {}, name))),
      opened("p", {}, said(method.summary, this.#language)),
      make("p", { class: "soft small" }, `${facts} · ${this.#changed(one)}`),
      make(
        "p",
        { class: "button-row" },
        way(`/circles/${group}/meetings/new/#${one.id}`, "do"),
        way(edit, "change"),
        make(
          "button",
          {
            type: "button",
            class: "button button--quiet",
            onclick: () => void this.#try(() => this.#withdraw(one, method)),
          },
          this.#texts.say("method.withdraw"),
          heard(` ${name}`),
        ),
      ),
    );
  }

  #changed({ by, at: moment }: OfCircle): string {
    const day = new Intl.DateTimeFormat(this.#language, { day: "numeric", month: "long" }).format(
      new Date(moment),
    );
    return this.#texts.say(by === "" ? "method.changed" : "method.changed_by", { name: by, day });
  }

  async #give(method: Row): Promise<void> {
    await this.#store?.add(method);
    await this.#list();
    this.#tell(this.#texts.say("method.given", { name: this.#name(method) }), null);
  }

  async #withdraw({ id, rev }: OfCircle, method: Row): Promise<void> {
    await this.#store?.keep(id, rev + 1, null);
    await this.#list();
    const putBack = async (): Promise<void> => {
      await this.#store?.keep(id, rev + 2, method);
      show(part(this, "happened"), false);
      await this.#list();
    };
    this.#tell(this.#texts.say("method.withdrawn", { name: this.#name(method) }), putBack);
  }

  #tell(sentence: string, putBack: (() => Promise<void>) | null): void {
    const undo = part(this, "undo");
    sayOpened(part(this, "said"), sentence);
    show(part(this, "happened"), true);
    show(undo, putBack !== null);
    if (!undo) return;
    undo.onclick = () => putBack && void this.#try(putBack);
    if (putBack) undo.focus();
  }

  /** Where another member was first, what there is now is shown. */
  async #try(deed: () => Promise<void>): Promise<void> {
    show(part(this, "error"), false);
    try {
      await deed();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      if (error instanceof Refused && error.status === 409) await this.#list();
    }
  }

  #name(method: Row | null): string {
    return said(method?.name, this.#language) || this.#texts.say("method.nameless");
  }
}

customElements.define("circle-methods", CircleMethods);
