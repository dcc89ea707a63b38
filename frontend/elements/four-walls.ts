import type { RoomNow, Warned } from "../live/seen.ts";
import { keepRows, make, say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";
import type { Texts } from "./texts.ts";

/**
 * The quiet sign that explains itself: the control words that everybody reads aloud, and what sealing does and doesn't do.
 *
 *     <four-walls>
 *       <ol data-part="words"></ol><p data-part="waiting"></p>
 *       <details data-part="all"><ol data-part="eight"></ol><p data-part="digits"></p></details>
 *       <p data-part="warnings"></p>
 *     </four-walls>
 */
export class FourWalls extends RoomElement {
  showRoom({ words, warnings }: RoomNow): void {
    show(this.piece("waiting"), words === null);
    show(this.piece("all"), words !== null);
    this.#list("words", words?.four ?? []);
    this.#list("eight", words?.eight ?? []);
    say(this.piece("digits"), words?.digits ?? "");
    const warned = warnings.map((warning) => warningSentence(warning, this.texts));
    if (show(this.piece("warnings"), warned.length > 0))
      say(this.piece("warnings"), [...new Set(warned)].join(" "));
  }

  #list(name: string, words: readonly string[]): void {
    const list = this.piece(name);
    if (!list) return;
    keepRows(
      list,
      words.map((word, i) => ({ word, key: `${i} ${word}` })),
      ({ key }) => key,
      ({ word }) => make("li", {}, word),
      () => undefined,
    );
  }
}

const KNOWN = new Set(["rekeyed", "unpinned", "taken"]);

/** What a warning of the vault means for the people in the room. */
export const warningSentence = ({ code, name }: Warned, texts: Texts): string =>
  texts.say(`warning.${KNOWN.has(code) ? code : "other"}`, { name });

customElements.define("four-walls", FourWalls);
