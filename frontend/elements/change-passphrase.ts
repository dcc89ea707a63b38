import { Refused, ask } from "../live/http.ts";
import { openOwn } from "../live/own.ts";
import { account } from "../vault/account.ts";
import { codeOf } from "../vault/errors.ts";
import { say, show } from "./make.ts";
import type { NewPassphrase } from "./new-passphrase.ts";
import { inputPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * Another passphrase: a new lock on the same key, and a new way to sign in, in one request.
 *
 *     <change-passphrase data-acct="…" data-salt="…" data-kdf="1" data-back="/me/">
 *       <p data-part="shut" hidden></p>
 *       <form hidden data-part="form"><input type="password" data-part="present"><new-passphrase>…</new-passphrase></form>
 *       <p data-part="error" hidden></p><p data-part="working"></p>
 *     </change-passphrase>
 */
export class ChangePassphrase extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    part(this, "form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#change();
    });
    void openOwn(this.dataset.acct ?? "").then((state) => {
      show(part(this, "form"), state === "open");
      show(part(this, "shut"), state !== "open");
    });
  }

  async #change(): Promise<void> {
    const fresh = this.querySelector<NewPassphrase>("new-passphrase");
    const present = inputPart(this, "present");
    const missing = present?.value === "" ? { say: "sign.no_passphrase", field: present } : fresh?.missing();
    this.#fail(missing ? this.#texts.say(missing.say) : "");
    if (missing || !fresh) {
      missing?.field?.focus();
      return;
    }
    say(part(this, "working"), this.#texts.say("sign.working"));
    const { acct = "", salt = "", kdf } = this.dataset;
    try {
      const before = present
        ? await account.stretch({ acct, salt, kdf: Number(kdf), passphrase: present.value })
        : { auth: "" };
      await account.stretch({ acct, passphrase: fresh.value });
      const { auth, salt: newSalt, slot } = await account.addSlot({ kind: "pass" });
      await ask("POST", "/me/keys/passphrase/", { auth, salt: newSalt, slot, present: before.auth });
      location.assign(this.dataset.back ?? "/me/");
    } catch (error) {
      await account.takeBack();
      const said = error instanceof Refused ? error.message : "";
      this.#fail(
        said === ""
          ? this.#texts.say(codeOf(error) === "no-argon2" ? "sign.no_argon2" : "sign.failed")
          : said,
      );
      say(part(this, "working"), "");
    }
  }

  #fail(sentence: string): void {
    say(part(this, "error"), sentence);
    show(part(this, "error"), sentence !== "");
  }
}

customElements.define("change-passphrase", ChangePassphrase);
