import { findAgain } from "../live/former.ts";
import { Refused } from "../live/http.ts";
import { openOwn } from "../live/own.ts";
import { codeOf } from "../vault/errors.ts";
import { say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * An old recovery sheet that turned up, or an old passphrase: brings back what was sealed to the keys that were lost.
 *
 *     <found-again data-acct="…">
 *       <p data-part="shut" hidden></p>
 *       <div data-part="ask" hidden><form data-by="code">…</form><form data-by="passphrase">…</form></div>
 *       <p data-part="error" hidden></p><p data-part="working"></p>
 *       <div data-part="done" hidden><p data-part="said"></p></div>
 *     </found-again>
 */
export class FoundAgainPage extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    for (const form of this.querySelectorAll<HTMLFormElement>("form[data-by]"))
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        void this.#find(form);
      });
    void openOwn(this.dataset.acct ?? "").then((state) => {
      show(part(this, "ask"), state === "open");
      show(part(this, "shut"), state !== "open");
    });
  }

  async #find(form: HTMLFormElement): Promise<void> {
    const field = form.querySelector("input");
    const typed = field?.value ?? "";
    const by = form.dataset.by === "code" ? "code" : "passphrase";
    this.#fail(
      typed.trim() === "" ? this.#texts.say(by === "code" ? "found.empty" : "sign.no_passphrase") : "",
    );
    if (typed.trim() === "") {
      field?.focus();
      return;
    }
    say(part(this, "working"), this.#texts.say("found.working"));
    try {
      const back = await findAgain(by === "code" ? { code: typed } : { passphrase: typed });
      say(
        part(this, "said"),
        back === 0 ? this.#texts.say("found.nothing") : this.#texts.count("found.texts", back),
      );
      show(part(this, "ask"), false);
      show(part(this, "done"), true);
      part(this, "done")?.focus();
    } catch (error) {
      this.#fail(this.#sentence(by, error));
    }
    say(part(this, "working"), "");
  }

  #sentence(by: string, error: unknown): string {
    if (error instanceof Refused && error.message !== "") return error.message;
    const code = codeOf(error);
    for (const name of [`open.${by}.${code}`, `open.passphrase.${code}`])
      if (this.#texts.has(name)) return this.#texts.say(name);
    return this.#texts.say(code === "no-argon2" ? "sign.no_argon2" : "sign.failed");
  }

  #fail(sentence: string): void {
    say(part(this, "error"), sentence);
    show(part(this, "error"), sentence !== "");
  }
}

customElements.define("found-again", FoundAgainPage);
