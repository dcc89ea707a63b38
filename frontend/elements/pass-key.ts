import { ask } from "../live/http.ts";
import { openOwn } from "../live/own.ts";
import { account } from "../vault/account.ts";
import type { Answer, Asked } from "../vault/passkey.ts";
import { createPasskey, hasPasskeys, touchPasskey } from "../vault/passkey.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * A passkey: signs in, counts as second factor, or is made. Where the device can, the same touch opens the vault.
 *
 *     <pass-key kind="in" data-options="/sign-in/passkey/">
 *       <form method="post" action="/sign-in/passkey/">
 *         <input type="hidden" name="credential">
 *         <button type="button" data-part="touch" hidden>With a passkey</button>
 *         <p data-part="passkey-error" hidden></p>
 *       </form>
 *     </pass-key>
 *
 * `kind` is `in`, `sure` (second factor, or once more), `add` (data-acct) or `up`: the account begins with it, so one that
 * can't open isn't kept, and the page's `<details data-part="rather">` shows the way by passphrase. What the server asks of the device comes
 * from the address in data-options, else from the page: `<script type="application/json" id="passkey-options">`.
 */
export class PassKey extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    const touch = buttonPart(this, "touch");
    show(touch, hasPasskeys());
    touch?.addEventListener("click", () => void this.#touch());
  }

  async #touch(): Promise<void> {
    this.#fail("");
    const form = this.querySelector("form");
    const field = form?.querySelector<HTMLInputElement>("input[name=credential]");
    if (!form || !field) return;
    try {
      const asked = await this.#asked();
      const kind = this.getAttribute("kind") ?? "";
      const isNew = kind === "add" || kind === "up";
      const answer = isNew ? await createPasskey(asked) : await touchPasskey(asked);
      if (kind === "up" && !answer.opens) {
        this.#showOtherWay();
        return;
      }
      const { credential, output } = answer;
      if (output !== null) await account.touchPasskey({ credential, output });
      if (kind === "add") await this.#letOpen(answer);
      field.value = answer.sent;
      form.submit();
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
      this.#fail(this.#texts.say(isRefused ? "passkey.refused" : "passkey.failed"));
    }
  }

  /** Where the device can't, or the vault is shut, the passkey signs in and the passphrase opens. */
  async #letOpen({ credential, output }: Answer): Promise<void> {
    if (output === null || (await openOwn(this.dataset.acct ?? "")) !== "open") return;
    const { slot } = await account.addSlot({ kind: "prf" });
    await ask("POST", "/me/keys/slots/", { slot, credential });
  }

  #showOtherWay(): void {
    this.#fail(this.#texts.say("passkey.cannot_open"));
    show(buttonPart(this, "touch"), false);
    document.querySelector<HTMLDetailsElement>("details[data-part=rather]")?.setAttribute("open", "");
  }

  async #asked(): Promise<Asked> {
    const address = this.dataset.options;
    if (address !== undefined)
      return (await ask<{ request_options: Asked }>("GET", address)).body.request_options;
    const written = JSON.parse(document.querySelector("#passkey-options")?.textContent ?? "{}") as {
      request_options?: Asked;
      creation_options?: Asked;
    };
    const asked = written.creation_options ?? written.request_options;
    if (!asked) throw new TypeError("the page doesn't say what to ask");
    return asked;
  }

  #fail(sentence: string): void {
    say(part(this, "passkey-error"), sentence);
    show(part(this, "passkey-error"), sentence !== "");
  }
}

customElements.define("pass-key", PassKey);
