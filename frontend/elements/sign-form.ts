import { Refused, ask } from "../live/http.ts";
import { openOwn } from "../live/own.ts";
import { sendForm } from "../live/page.ts";
import type { Stretched } from "../vault/account.ts";
import { account, keysOutlivePages } from "../vault/account.ts";
import { codeOf } from "../vault/errors.ts";
import { say, show } from "./make.ts";
import type { NewPassphrase } from "./new-passphrase.ts";
import { buttonPart, inputPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

const OPENS: ReadonlySet<string> = new Set(["in", "code", "new"]);

interface Entrance {
  readonly acct: string;
  readonly salt: string;
  readonly kdf: number;
}

/**
 * A form that signs in or up. A passphrase is turned into a key in the vault; only what signs in is sent.
 *
 *     <sign-form kind="in" data-entrance="/sign-in/entrance/">
 *       <form method="post">
 *         <input type="email" name="login">
 *         <input type="password" data-part="passphrase">
 *         <input type="hidden" name="password">
 *         <p data-part="error" hidden></p><button data-part="send" disabled>Sign in</button><p data-part="working"></p>
 *       </form>
 *     </sign-form>
 *
 * `kind` is `in`, `code` (a recovery code instead of a passphrase), `sure` (the account is known: data-acct, data-salt, data-kdf), `up` or `new` (a `<new-passphrase>`
 * stands in the form; for `new` the account is known).
 */
export class SignForm extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    const form = this.#form;
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(form);
    });
    // Shut until here: a form that is sent before the script listens would be refused.
    const send = buttonPart(this, "send");
    if (send) send.disabled = false;
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const send = buttonPart(this, "send");
    this.#fail("");
    const missing = this.#missing(form);
    if (missing) {
      this.#fail(this.#texts.say(missing.say));
      missing.field?.focus();
      return;
    }
    if (this.#byPasskey) {
      form.submit();
      return;
    }
    if (send) send.disabled = true;
    say(part(this, "working"), this.#texts.say("sign.working"));
    try {
      const stretched = await this.#stretch(form);
      for (const [name, value] of this.#toSend(stretched)) setHidden(form, name, value);
      if (keysOutlivePages() || !OPENS.has(this.getAttribute("kind") ?? "")) form.submit();
      else await this.#sendFromHere(form, stretched.acct);
    } catch (error) {
      this.#fail(this.#sentence(error));
      if (send) send.disabled = false;
      say(part(this, "working"), "");
    }
  }

  /** Where the keys end with this page the vault is opened before it goes: what was typed would be gone after. */
  async #sendFromHere(form: HTMLFormElement, acct: string): Promise<void> {
    const answer = await sendForm(form);
    if (!answer) throw new TypeError("no answer");
    const errors = [...answer.page.querySelectorAll<HTMLElement>(".field__error:not([hidden])")];
    if (errors.length > 0) {
      this.#fail(errors.map((error) => error.textContent.trim()).join(" "));
      say(part(this, "working"), "");
      const send = buttonPart(this, "send");
      if (send) send.disabled = false;
      return;
    }
    await openOwn(acct).catch(() => "locked"); // something more is asked first, as a second factor
    location.assign(answer.address);
  }

  #missing(form: HTMLFormElement): { say: string; field?: HTMLElement | null } | null {
    for (const [name, sentence] of [
      ["name", "sign.no_name"],
      ["email", "sign.no_address"],
      ["login", "sign.no_address"],
    ] as const) {
      const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (field?.value.trim() === "") return { say: sentence, field };
    }
    if (this.#byPasskey) return null;
    const fresh = this.#fresh;
    if (fresh) return fresh.missing();
    return this.#typed === "" ? { say: "sign.no_passphrase", field: part(this, "passphrase") } : null;
  }

  async #stretch(form: HTMLFormElement): Promise<Stretched> {
    const { acct, salt, kdf, entrance } = this.dataset;
    const fresh = this.#fresh;
    if (fresh) return account.stretch({ ...(acct === undefined ? {} : { acct }), passphrase: fresh.value });
    if (entrance === undefined)
      return account.stretch({
        acct: acct ?? "",
        salt: salt ?? "",
        kdf: Number(kdf),
        passphrase: this.#typed,
      });
    const email = form.querySelector<HTMLInputElement>("input[name=login]")?.value ?? "";
    const { body } = await ask<Entrance>("POST", entrance, { email: email.trim() });
    if (this.getAttribute("kind") === "code") {
      const { auth } = await account.typeCode({ acct: body.acct, salt: body.salt, code: this.#typed });
      return { acct: body.acct, salt: body.salt, auth };
    }
    return account.stretch({ ...body, passphrase: this.#typed });
  }

  /** What goes along, by the name under which the server takes it. */
  #toSend({ acct, auth, salt }: Stretched): [string, string][] {
    const kind = this.getAttribute("kind");
    if (kind === "up")
      return [
        ["password1", auth],
        ["salt", salt],
        ["acct", acct],
      ];
    if (kind === "new")
      return [
        ["password1", auth],
        ["salt", salt],
      ];
    return [[kind === "code" ? "auth" : "password", auth]];
  }

  #sentence(error: unknown): string {
    if (error instanceof Refused && error.message !== "") return error.message;
    const code = codeOf(error);
    if (code === "recovery") return this.#texts.say("sign.mistyped");
    return this.#texts.say(code === "no-argon2" ? "sign.no_argon2" : "sign.failed");
  }

  #fail(sentence: string): void {
    const place = part(this, "error");
    say(place, sentence);
    show(place, sentence !== "");
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  get #fresh(): NewPassphrase | null {
    return this.querySelector<NewPassphrase>("new-passphrase");
  }

  /** A passkey is made once the address is confirmed; until then there is nothing to turn into a key. */
  get #byPasskey(): boolean {
    return inputPart(this, "by-passkey")?.checked === true;
  }

  get #typed(): string {
    return inputPart(this, "passphrase")?.value ?? "";
  }
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const field = form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
  if (field) field.value = value;
}

customElements.define("sign-form", SignForm);
