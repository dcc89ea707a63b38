import type { Told as Read } from "../live/history.ts";
import { readHistory } from "../live/history.ts";
import type { Language } from "../vitality/book.ts";
import { drawings } from "../vitality/series.ts";
import type { Signal } from "../vitality/signal.ts";
import { told } from "../vitality/telling.ts";
import { watch } from "../vitality/watching.ts";
import { whenOpen } from "./circle-here.ts";
import { make, say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { drawingOf } from "./vitality-drawing.ts";

const AT_ONCE = 3; // questions in large: more than a circle can talk about in one evening
const FIRST = "safety_falling"; // without safety nothing else can be talked about

/**
 * How the circle does, worked out here out of what its members sealed: questions first, then pictures.
 *
 *     <circle-vitality><p data-part="working" role="status">…</p><p data-part="failed" role="alert" hidden>…</p>
 *       <section data-part="looks" hidden><div data-part="first"></div>
 *         <details data-part="more"><summary>…</summary><div data-part="others"></div></details></section>
 *       <p data-part="well" hidden>…</p><p data-part="calm" hidden></p>
 *       <section data-part="pictures" hidden><div data-part="drawings"></div></section>
 *       <details data-part="later" hidden><summary>…</summary><dl data-part="early"></dl></details>
 *       <p data-part="plain" hidden></p></circle-vitality>
 */
export class CircleVitality extends HTMLElement {
  readonly #texts = Texts.ofPage();
  readonly #language: Language = document.documentElement.lang === "en" ? "en" : "nl";

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    try {
      this.#show(await readHistory(circle));
      this.dataset.state = "shown";
    } catch (error) {
      console.warn("How the circle does couldn't be worked out.", String(error));
      show(part(this, "failed"), true);
    }
    show(part(this, "working"), false);
  }

  #show(read: Read): void {
    const signals = watch(read.history, read.today);
    const looks = signals.filter(({ level }) => level === "look");
    const inOrder = [...looks.filter(({ id }) => id === FIRST), ...looks.filter(({ id }) => id !== FIRST)];
    this.#showLooks(inOrder);
    show(part(this, "well"), looks.length === 0 && signals.some(({ level }) => level === "quiet"));
    this.#showCalm(signals.filter(({ level }) => level === "quiet"));
    this.#showEarly(signals.filter(({ level }) => level === "too_early"));
    this.#draw(read);
    if (show(part(this, "plain"), read.plain > 0))
      say(part(this, "plain"), this.#texts.count("vitality.plain", read.plain));
  }

  #showLooks(looks: readonly Signal[]): void {
    show(part(this, "looks"), looks.length > 0);
    part(this, "first")?.replaceChildren(...looks.slice(0, AT_ONCE).map((signal) => this.#question(signal)));
    const others = looks.slice(AT_ONCE);
    show(part(this, "more"), others.length > 0);
    part(this, "others")?.replaceChildren(...others.map((signal) => this.#question(signal)));
  }

  #question(signal: Signal): HTMLElement {
    const { name, question, tryThis, restsOn, why, sources } = told(signal, this.#language);
    return make(
      "article",
      { class: "vitality__look", "data-signal": signal.id },
      make("p", { class: "vitality__name" }, name),
      make("h3", { class: "vitality__question" }, question),
      make("p", {}, restsOn),
      make(
        "p",
        { class: "vitality__try" },
        make("strong", {}, this.#texts.say("vitality.try")),
        ` ${tryThis}`,
      ),
      make(
        "details",
        {},
        make("summary", {}, this.#texts.say("vitality.why"), make("span", { class: "unseen" }, `: ${name}`)),
        make("p", {}, why),
        make(
          "ul",
          { class: "vitality__sources", "aria-label": this.#texts.say("vitality.sources") },
          ...sources.map((source) =>
            make("li", {}, make("a", { href: source, rel: "noreferrer" }, new URL(source).hostname)),
          ),
        ),
      ),
    );
  }

  #showCalm(quiet: readonly Signal[]): void {
    if (!show(part(this, "calm"), quiet.length > 0)) return;
    const names = quiet.map((signal) => told(signal, this.#language).name);
    say(part(this, "calm"), this.#texts.say("vitality.calm", { names: this.#texts.list(names) }));
  }

  #showEarly(early: readonly Signal[]): void {
    show(part(this, "later"), early.length > 0);
    const rows = early.map((signal) => told(signal, this.#language));
    part(this, "early")?.replaceChildren(
      ...rows.map(({ name, restsOn }) => make("div", {}, make("dt", {}, name), make("dd", {}, restsOn))),
    );
  }

  #draw({ history, names, methods }: Read): void {
    const language = this.#language;
    const drawn = drawings(history).filter(({ rows }) => rows.length > 0);
    show(part(this, "pictures"), drawn.length > 0);
    const named = (key: string): string =>
      methods[key]?.[language] ??
      names[key] ??
      (/^\d{4}-\d{2}-\d{2}$/.test(key) ? dayIn(key, language) : this.#texts.say("vitality.somebody"));
    part(this, "drawings")?.replaceChildren(
      ...drawn.map((series) => drawingOf(series, { language, texts: this.#texts, named })),
    );
  }
}

function dayIn(day: string, language: Language): string {
  const how = { day: "numeric", month: "short", year: "numeric" } as const;
  return new Date(`${day}T12:00:00`).toLocaleDateString(language, how);
}

customElements.define("circle-vitality", CircleVitality);
