import type { Circle } from "../live/circle.ts";
import { Drafts } from "../live/drafts.ts";
import { Refused } from "../live/http.ts";
import type { Intention } from "../live/intentions.ts";
import { change, intentionsOf, lookBack, remind, share, takeAway } from "../live/intentions.ts";
import { today } from "../live/kept.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { IntentionFacts } from "./intention-facts.ts";
import type { Changed, Deeds } from "./intention-row.ts";
import { IntentionRow, fieldsOf } from "./intention-row.ts";
import { keepRows, say, show } from "./make.ts";
import { listenForNew } from "./new-intention.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * One's own intentions: those that are open, one in between, and what came of the others.
 *
 *     <my-intentions data-state="shut">
 *       <p data-part="none" hidden>…</p><ul data-part="open"></ul>
 *       <details data-part="new"><form data-part="new-form">…</form></details>
 *       <section data-part="past-section" hidden><ul data-part="past"></ul></section>
 *       <p data-part="shut" hidden></p><p role="status" data-part="said"></p>
 *       <template data-part="row">…</template>
 *     </my-intentions>
 *
 * Tells `<others-intentions>` by the event `intentions` what it read.
 */
export class MyIntentions extends HTMLElement {
  readonly #texts = Texts.ofPage();
  readonly #facts = new IntentionFacts();
  readonly #rows = new WeakMap<HTMLElement, IntentionRow>();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const drafts = new Drafts(vault, circle.group);
    const read = (): Promise<void> => this.#read(circle, drafts);
    await read();
    const form = this.querySelector<HTMLFormElement>("form[data-part=new-form]");
    const folded = this.querySelector<HTMLDetailsElement>("details[data-part=new]");
    if (form && folded)
      await listenForNew(form, folded, circle, this.#texts, async () => {
        await read();
        this.#say("said.kept");
      });
    this.dataset.state = "open";
  }

  async #read(circle: Circle, drafts: Drafts): Promise<void> {
    const { intentions, shut } = await intentionsOf(circle);
    const mine = intentions.filter(({ isMine }) => isMine);
    const open = mine.filter(({ told }) => told.looked_back === null).sort(bySoonest);
    const past = mine.filter(({ told }) => told.looked_back !== null).sort(byLatest);
    const deeds = this.#deeds(circle, drafts);
    this.#list("open", open, deeds, drafts);
    this.#list("past", past, deeds, drafts);
    show(part(this, "none"), open.length === 0);
    show(part(this, "past-section"), past.length > 0);
    if (show(part(this, "shut"), shut > 0))
      say(part(this, "shut"), this.#texts.count("intentions.shut", shut));
    const others = intentions.filter(({ isMine }) => !isMine);
    document.dispatchEvent(new CustomEvent("intentions", { detail: others }));
  }

  #list(name: string, intentions: readonly Intention[], deeds: Deeds, drafts: Drafts): void {
    const list = part(this, name);
    const template = this.querySelector<HTMLTemplateElement>("template[data-part=row]");
    if (!list || !template) return;
    keepRows(
      list,
      intentions,
      ({ item }) => item,
      (intention) => {
        const row = new IntentionRow(template, intention, deeds, this.#texts, drafts);
        this.#rows.set(row.element, row);
        return row.element;
      },
      (element, intention) => this.#rows.get(element)?.show(intention, this.#facts),
    );
  }

  #deeds(circle: Circle, drafts: Drafts): Deeds {
    const done = async (deed: Promise<void>, said: string, intention: Intention): Promise<void> => {
      try {
        await deed;
      } catch (error) {
        throw new Error(this.#sentence(error), { cause: error });
      }
      for (const [, draft] of fieldsOf(intention)) drafts.drop(draft);
      await this.#read(circle, drafts);
      this.#say(said);
      const place = this.querySelector(`[data-key="${CSS.escape(intention.item)}"]`);
      (place ? part(place, "text") : this.querySelector<HTMLElement>("h2"))?.focus();
    };
    return {
      lookBack: (intention, looked_back) =>
        done(this.#lookBack(circle, intention, looked_back), "said.kept", intention),
      change: (intention, changed) => done(this.#change(circle, intention, changed), "said.kept", intention),
      takeAway: (intention) => done(takeAway(circle, intention), "said.gone", intention),
      remind: (intention, wanted) => this.#remind(circle, intention, wanted),
    };
  }

  async #lookBack(circle: Circle, ...[intention, looked_back]: Parameters<Deeds["lookBack"]>): Promise<void> {
    await lookBack(circle, intention, looked_back);
    this.#facts.reminders.delete(intention.item);
  }

  /** The mail goes along with the day. */
  async #change(circle: Circle, intention: Intention, { text, date, isShared }: Changed): Promise<void> {
    const { item, told } = intention;
    // What is kept to oneself from now on doesn't go by the circle first.
    if (isShared === intention.isShared) await change(circle, intention, { text, date });
    else await share(circle, { ...intention, told: { ...told, text, date } }, isShared);
    if (!this.#facts.reminders.has(item) || date === told.date) return;
    const on = date !== null && date > today() ? date : null;
    await remind(circle, item, on);
    if (on === null) this.#facts.reminders.delete(item);
  }

  async #remind(circle: Circle, { item, told }: Intention, wanted: boolean): Promise<void> {
    try {
      await remind(circle, item, wanted ? told.date : null);
    } catch (error) {
      throw new Error(this.#sentence(error), { cause: error });
    }
    if (wanted && told.date !== null) this.#facts.reminders.set(item, told.date);
    else this.#facts.reminders.delete(item);
    this.#say(wanted ? "said.remind" : "said.no_remind");
  }

  #sentence(error: unknown): string {
    console.warn("An intention wasn't kept.", String(error));
    if (error instanceof Refused && error.code === "newer") return this.#texts.say("intention.newer");
    return error instanceof Refused && error.message !== ""
      ? error.message
      : this.#texts.say("circle.failed");
  }

  #say(name: string): void {
    say(part(this, "said"), this.#texts.say(name));
  }
}

const bySoonest = (one: Intention, other: Intention): number =>
  (one.told.date ?? "9999").localeCompare(other.told.date ?? "9999");

const byLatest = (one: Intention, other: Intention): number =>
  (other.told.looked_back?.on ?? "").localeCompare(one.told.looked_back?.on ?? "");

customElements.define("my-intentions", MyIntentions);
