import { Refused, ask } from "../live/http.ts";
import { carryOver, describeOwn, keepPassphraseSlot, makeOwn, openOwn } from "../live/own.ts";
import type { OwnVault } from "../vault/account.ts";
import { account } from "../vault/account.ts";
import type { Code } from "../vault/errors.ts";
import { codeOf } from "../vault/errors.ts";
import { passkeyAnswer } from "../vault/passkey.ts";
import { say, show } from "./make.ts";
import type { NewPassphrase } from "./new-passphrase.ts";
import { buttonPart, inputPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * Where a vault is opened by passphrase, passkey or recovery code, made for the first time, or begun afresh.
 *
 *     <open-vault data-acct="…" data-salt="…" data-back="/me/">
 *       <div data-part="locked" hidden><form data-by="passphrase">…</form><form data-by="code">…</form></div>
 *       <div data-part="none" hidden><form data-by="new"><new-passphrase>…</form></div>
 *       <form data-by="afresh"><new-passphrase>…</form>
 *       <p data-part="error" hidden></p><p data-part="working"></p>
 *     </open-vault>
 */
export class OpenVault extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    for (const form of this.querySelectorAll<HTMLFormElement>("form[data-by]"))
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        void this.#try(form);
      });
    buttonPart(this, "passkey")?.addEventListener("click", () => void this.#try(null));
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const state = await openOwn(this.#acct);
    if (state === "open") {
      await keepPassphraseSlot(this.dataset.salt ?? "");
      this.#goOn();
      return;
    }
    show(part(this, "looking"), false);
    show(part(this, state), true);
  }

  /** Null stands for the passkey. */
  async #try(form: HTMLFormElement | null): Promise<void> {
    const by = form?.dataset.by ?? "passkey";
    this.#fail("");
    const missing = form?.querySelector<NewPassphrase>("new-passphrase")?.missing() ?? null;
    if (missing) {
      this.#fail(this.#texts.say(missing.say));
      missing.field?.focus();
      return;
    }
    say(part(this, "working"), this.#texts.say("sign.working"));
    try {
      const hasSlot = await this.#openBy(by, form);
      if (inputPart(this, "here")?.checked === true)
        await ask("POST", "/me/keys/here/", { share: await account.keepHere() });
      else await carryOver();
      // Otherwise the passphrase that signs in would go on opening nothing.
      const mustChange = by === "code" || (this.dataset.earlier !== undefined && !hasSlot);
      this.#goOn(by === "afresh" ? this.dataset.afresh : mustChange ? this.dataset.change : undefined);
    } catch (error) {
      this.#fail(this.#sentence(by, error));
    }
    say(part(this, "working"), "");
  }

  /** Gives back whether the passphrase that signs in opens it as well from now on. */
  async #openBy(by: string, form: HTMLFormElement | null): Promise<boolean> {
    const acct = this.#acct;
    const typed = form?.querySelector<HTMLInputElement>("input:not([type=checkbox])")?.value ?? "";
    if (by === "new" || by === "afresh") {
      const fresh = form?.querySelector<NewPassphrase>("new-passphrase");
      const { salt = "", kdf } = this.dataset;
      // Who signs in by passphrase has one already: the vault takes the same, or there would be two to remember.
      const known = salt === "" ? {} : { salt, kdf: Number(kdf) };
      const { auth } = await account.stretch({ acct, passphrase: fresh?.value ?? typed, ...known });
      try {
        await makeOwn(acct, by === "afresh" ? "PUT" : "POST", salt === "" ? "" : auth);
      } catch (error) {
        await account.takeBack();
        throw error;
      }
      return true;
    }
    const { vault } = await describeOwn();
    if (!vault) return false;
    if (by === "passphrase") await account.unlockBy({ ...vault, passphrase: typed });
    else if (by === "code") await this.#openByCode(vault, typed);
    else {
      await account.touchPasskey(await passkeyAnswer(vault.credentials));
      await account.unlock(vault);
    }
    return keepPassphraseSlot(this.dataset.salt ?? "");
  }

  async #openByCode(vault: OwnVault, code: string): Promise<void> {
    const email = this.dataset.email ?? "";
    const { body } = await ask<{ salt: string }>("POST", "/sign-in/recovery/entrance/", { email });
    await account.typeCode({ acct: this.#acct, code, salt: body.salt });
    await account.unlock(vault);
  }

  #sentence(by: string, error: unknown): string {
    if (error instanceof Refused && error.message !== "") return error.message;
    const code: Code = codeOf(error);
    const name = `open.${by}.${code}`;
    if (this.#texts.has(name)) return this.#texts.say(name);
    return this.#texts.say(code === "no-argon2" ? "sign.no_argon2" : "sign.failed");
  }

  #goOn(where?: string): void {
    location.assign(where ?? this.dataset.back ?? "/");
  }

  #fail(sentence: string): void {
    const place = part(this, "error");
    say(place, sentence);
    if (show(place, sentence !== "")) place?.scrollIntoView({ block: "nearest" });
  }

  get #acct(): string {
    return this.dataset.acct ?? "";
  }
}

customElements.define("open-vault", OpenVault);
