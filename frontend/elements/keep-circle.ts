import type { Circle, SealedText } from "../live/circle.ts";
import { nameOf, namesOf } from "../live/rosters.ts";
import { ArchiveWords } from "./archive-words.ts";
import { whenOpen } from "./circle-here.ts";
import { say } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { readable } from "./readable.ts";
import { save } from "./save-file.ts";
import { Texts } from "./texts.ts";

/**
 * Everything of the circle that one can read, as one file to keep. It is made here and goes over no network.
 *
 *     <keep-circle data-circle-name="Kring Noord" data-fields="rules.text meeting.record">
 *       <button data-part="keep" disabled></button><p data-part="state"></p>
 *     </keep-circle>
 */
export class KeepCircle extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void whenOpen().then((circle) => {
      const button = buttonPart(this, "keep");
      if (!button) return;
      button.disabled = false;
      button.addEventListener("click", () => void this.#keep(circle, button));
    });
  }

  async #keep(circle: Circle, button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    try {
      await this.#download(circle);
    } catch {
      this.#say(this.#texts.say("circle.failed"));
    }
    button.disabled = false;
  }

  async #download(circle: Circle): Promise<void> {
    const fields = (this.dataset.fields ?? "").split(" ");
    const texts = await circle.texts(fields);
    const opened = await circle.read(texts);
    const parts = [
      `# ${this.#texts.say("keep.title", { circle: this.dataset.circleName ?? "" })}`,
      this.#texts.say("keep.private"),
    ];
    const words = new ArchiveWords(this.#texts, this.#language, namesOf(circle.rosters));
    let [kept, shut, before] = [0, 0, ""];
    // By kind in the order of the fields, and then as they were written.
    const rows = texts.map((text, i) => ({ text, result: opened[i] }));
    rows.sort((one, other) => fields.indexOf(one.text.field) - fields.indexOf(other.text.field));
    for (const { text, result } of rows) {
      if (!result || !("text" in result)) {
        shut += 1;
        continue;
      }
      kept += 1;
      const kind = words.field(text.field);
      if (kind !== before) parts.push(`## ${kind}`);
      before = kind;
      parts.push(`### ${this.#head(circle, text)}`, readable(result.text, this.#language, words));
    }
    if (kept > 0) {
      const day = new Date().toISOString().slice(0, 10);
      save(`${parts.join("\n\n")}\n`, "text/markdown", `kring-${day}.md`);
    }
    this.#say(
      [
        this.#texts.say(kept > 0 ? "keep.done" : "keep.nothing", { count: kept }),
        ...(shut > 0 ? [this.#texts.say("keep.shut", { count: shut })] : []),
      ].join(" "),
    );
  }

  /** When, and by whom where that is told. */
  #head({ rosters }: Circle, { at, author }: SealedText): string {
    const day = new Date(at).toLocaleDateString(this.#language, { dateStyle: "long" });
    const name = nameOf(rosters, author);
    return name === null ? day : `${day} · ${name}`;
  }

  #say(sentence: string): void {
    say(part(this, "state"), sentence);
  }

  get #language(): "nl" | "en" {
    return document.documentElement.lang === "en" ? "en" : "nl";
  }
}

customElements.define("keep-circle", KeepCircle);
