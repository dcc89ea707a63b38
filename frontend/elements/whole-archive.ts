import type { Belongings } from "../live/belongings.ts";
import { gather } from "../live/belongings.ts";
import { ask } from "../live/http.ts";
import { openOwn } from "../live/own.ts";
import { account } from "../vault/account.ts";
import { vault } from "../vault/vault.ts";
import { asJson, asPage } from "./archive-file.ts";
import { say, show } from "./make.ts";
import { buttonPart, inputPart, part } from "./parts.ts";
import { save } from "./save-file.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

const LEAST_PASSPHRASE = 16; // characters; six words of the list have some thirty

/**
 * All that is somebody's, opened in their own browser and handed to it as a file: to read, for a program, or sealed.
 *
 *     <whole-archive data-acct="…" data-name="…" data-held="/me/download/" data-fields="rules.text meeting.record">
 *       <template data-part="circles"><p data-circle="…">Kring Noord</p></template>
 *       <p data-part="locked" hidden></p><div data-part="whole" hidden>
 *         <button data-part="readable"></button><button data-part="program"></button>
 *         <form data-part="sealed"><p data-part="suggested"></p><details data-part="choose"><input data-part="passphrase"></details></form></div>
 *       <p data-part="state" role="status"></p>
 *     </whole-archive>
 */
export class WholeArchive extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const isOpen = (await openOwn(this.dataset.acct ?? "").catch(() => "locked")) === "open";
    show(part(this, "locked"), !isOpen);
    if (!show(part(this, "whole"), isOpen)) return;
    const words = await account.suggestPassphrase(this.#language);
    say(part(this, "suggested"), words);
    const typed = inputPart(this, "passphrase");
    if (typed) typed.value = words;
    buttonPart(this, "readable")?.addEventListener("click", () => void this.#keep("html"));
    buttonPart(this, "program")?.addEventListener("click", () => void this.#keep("json"));
    part(this, "sealed")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const isShort = (typed?.value.length ?? 0) < LEAST_PASSPHRASE;
      if (show(part(this, "passphrase-error"), isShort)) {
        part(this, "choose")?.setAttribute("open", "");
        typed?.focus();
      } else void this.#keep("html.age", typed?.value);
    });
  }

  async #keep(ending: "html" | "json" | "html.age", passphrase = ""): Promise<void> {
    say(part(this, "state"), this.#texts.say("archive.working"));
    try {
      const belongings = await this.#gather();
      const name = `kring-${belongings.made.slice(0, 10)}.${ending}`;
      if (ending === "json") save(asJson(belongings), "application/json", name);
      else {
        const page = asPage(belongings, this.dataset.name ?? "", this.#language, this.#texts);
        if (ending === "html") save(page, "text/html", name);
        else save(await vault.exportAge({ content: page, passphrase }), "application/octet-stream", name);
      }
      const isWhole = belongings.circles.every(({ state }) => state === "open");
      say(part(this, "state"), this.#texts.say(isWhole ? "archive.kept" : "archive.kept.partly"));
    } catch (error) {
      console.warn("The archive wasn't made.", String(error));
      say(part(this, "state"), this.#texts.say("archive.failed"));
    }
  }

  async #gather(): Promise<Belongings> {
    const { acct = "", name = "", held = "", fields = "" } = this.dataset;
    const circles = this.querySelector<HTMLTemplateElement>("template[data-part=circles]");
    return gather({
      acct,
      name,
      held: (await ask<unknown>("GET", held)).body,
      circles: [...(circles?.content.querySelectorAll<HTMLElement>("[data-circle]") ?? [])].map((one) => ({
        id: one.dataset.circle ?? "",
        name: one.textContent,
      })),
      fields: fields.split(" ").filter((field) => field !== ""),
      now: new Date(),
    });
  }

  get #language(): "nl" | "en" {
    return document.documentElement.lang === "en" ? "en" : "nl";
  }
}

customElements.define("whole-archive", WholeArchive);
