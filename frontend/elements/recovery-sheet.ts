import { Refused, ask } from "../live/http.ts";
import { keepByPasskey, openOwn } from "../live/own.ts";
import type { KeysByPasskey, Recovery } from "../vault/account.ts";
import { account } from "../vault/account.ts";
import { codeOf } from "../vault/errors.ts";
import { passkeyAnswer } from "../vault/passkey.ts";
import { make, say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

const GROUPS_ASKED = 2;

/**
 * A recovery code on paper. It counts once two of its groups have been typed back; until then an older sheet stays good.
 *
 *     <recovery-sheet data-acct="…">
 *       <p data-part="shut" hidden></p>
 *       <div data-part="sheet" hidden><ol data-part="code"></ol><button type="button" data-part="print">Print</button></div>
 *       <form data-part="confirm" hidden><div data-part="asked"></div><button>Confirm</button></form>
 *       <div data-part="done" hidden></div><p data-part="error" hidden></p>
 *     </recovery-sheet>
 *
 * With data-passkeys (their names, between spaces) the account has no key yet and no passphrase: key and sheet are made
 * together, and nothing of either is kept before the sheet is confirmed. `again` asks for the passkey where its answer is gone.
 */
export class RecoverySheet extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #made: Recovery | null = null;
  #first: KeysByPasskey | null = null;
  #asked: number[] = [];

  connectedCallback(): void {
    trustOwnScripts();
    part(this, "print")?.addEventListener("click", () => globalThis.print());
    part(this, "confirm")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#confirm();
    });
    part(this, "touch")?.addEventListener("click", () => void this.#touch());
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const state = await openOwn(this.#acct);
    if (state === "none" && this.dataset.passkeys !== undefined) await this.#beginAccount();
    else if (state === "open") this.#show(await account.recovery());
    show(part(this, "shut"), state !== "open" && this.dataset.passkeys === undefined);
  }

  async #beginAccount(): Promise<void> {
    try {
      this.#first = await account.createByPasskey({ acct: this.#acct });
    } catch (error) {
      if (codeOf(error) !== "locked") throw error;
      show(part(this, "again"), true);
      return;
    }
    show(part(this, "again"), false);
    this.#show(this.#first.sheet);
  }

  async #touch(): Promise<void> {
    const failed = part(this, "again-error");
    show(failed, false);
    try {
      await account.touchPasskey(await passkeyAnswer((this.dataset.passkeys ?? "").split(" ")));
      await this.#beginAccount();
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
      say(failed, this.#texts.say(isRefused ? "passkey.refused" : "passkey.no_key"));
      show(failed, true);
    }
  }

  #show(made: Recovery): void {
    this.#made = made;
    const groups = this.#groups;
    part(this, "code")?.replaceChildren(...groups.map((group) => make("li", {}, group)));
    const places = groups.map((_, i) => i);
    const order = crypto.getRandomValues(new Uint32Array(places.length));
    this.#asked = places
      .sort((one, other) => (order[one] ?? 0) - (order[other] ?? 0))
      .slice(0, GROUPS_ASKED)
      .sort((one, other) => one - other);
    part(this, "asked")?.replaceChildren(...this.#asked.map((place) => this.#question(place)));
    show(part(this, "sheet"), true);
    show(part(this, "confirm"), true);
  }

  #question(place: number): HTMLElement {
    const id = `group-${place}`;
    const label = this.#texts.say("sheet.group", { number: place + 1 });
    const attributes = { id, maxlength: 6, autocomplete: "off", autocapitalize: "off", spellcheck: "false" };
    return make("div", { class: "field" }, make("label", { for: id }, label), make("input", attributes));
  }

  async #confirm(): Promise<void> {
    const made = this.#made;
    if (!made) return;
    const wrong = this.#asked.find((place) => this.#typed(place) !== this.#groups[place]);
    this.#fail(wrong === undefined ? "" : this.#texts.say("sheet.wrong", { number: wrong + 1 }));
    if (wrong !== undefined) {
      this.querySelector<HTMLInputElement>(`#group-${wrong}`)?.focus();
      return;
    }
    try {
      if (this.#first) await keepByPasskey(this.#first);
      else await ask("POST", "/me/keys/recovery/", { slot: made.slot, auth: made.auth });
    } catch (error) {
      this.#fail(
        error instanceof Refused && error.message !== "" ? error.message : this.#texts.say("sign.failed"),
      );
      return;
    }
    show(part(this, "confirm"), false);
    show(part(this, "sheet"), false);
    part(this, "code")?.replaceChildren();
    this.#made = this.#first = null;
    const done = part(this, "done");
    show(done, true);
    done?.focus();
  }

  /** As people copy it: capitals, and letters that look like digits, are forgiven. */
  #typed(place: number): string {
    const value = this.querySelector<HTMLInputElement>(`#group-${place}`)?.value ?? "";
    return value.trim().toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1");
  }

  #fail(sentence: string): void {
    say(part(this, "error"), sentence);
    show(part(this, "error"), sentence !== "");
  }

  get #acct(): string {
    return this.dataset.acct ?? "";
  }

  get #groups(): string[] {
    return this.#made?.code.split("-") ?? [];
  }
}

customElements.define("recovery-sheet", RecoverySheet);
