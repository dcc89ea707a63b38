import type { Before } from "../live/circle-shapes.ts";
import { Circle } from "../live/circle.ts";
import { BEFORE, goOnFrom } from "../live/going-on.ts";
import { Refused, ask } from "../live/http.ts";
import { openOwn } from "../live/own.ts";
import { circleVault } from "../vault/circle.ts";
import { vault } from "../vault/vault.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * The form that starts a circle: its keys are made here, everything else is said in the open.
 *
 *     <start-circle data-acct="…" data-name="…"><form>…<p data-part="error" hidden></p><button data-part="send" disabled></form></start-circle>
 */
export class StartCircle extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    const form = this.querySelector("form");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#start(form);
    });
    form?.addEventListener("input", () => this.#showOwn(form));
    if (form) this.#showOwn(form);
    void this.#look();
  }

  async #look(): Promise<void> {
    const state = await openOwn(this.dataset.acct ?? "").catch(() => "locked" as const);
    show(part(this, "locked"), state !== "open");
    const send = buttonPart(this, "send");
    if (send) send.disabled = state !== "open";
  }

  #showOwn(form: HTMLFormElement): void {
    show(part(this, "weeks"), new FormData(form).get("rhythm") === "own");
  }

  async #start(form: HTMLFormElement): Promise<void> {
    const agreed = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value.trim() : ""]),
    );
    show(part(this, "name-error"), agreed.name === "");
    if (agreed.name === "") {
      form.querySelector<HTMLInputElement>("[name=name]")?.focus();
      return;
    }
    const send = buttonPart(this, "send");
    if (send) send.disabled = true;
    show(part(this, "error"), false);
    try {
      location.assign(await this.#send(agreed));
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("start.failed") : sentence);
      show(part(this, "error"), true);
      if (send) send.disabled = false;
    }
  }

  async #send(agreed: Readonly<Record<string, string>>): Promise<string> {
    const circle = crypto.randomUUID();
    const name = this.dataset.name ?? "";
    const { statement, grant, box } = await circleVault.begin({ group: circle, name });
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const { body } = await ask<{ circle: string }>("POST", "/circles/new/", {
      circle,
      agreed: { ...agreed, zone: timeZone },
      statement,
      grant,
      box,
    });
    const { meeting } = this.dataset;
    if (meeting !== undefined) await this.#goOn(circle, meeting).catch(notThere);
    return body.circle;
  }

  /** The meeting without accounts out of which this circle comes, as far as this device still has its keys. */
  async #goOn(group: string, meeting: string): Promise<void> {
    const place = { group: meeting, item: meeting, field: BEFORE };
    const text = await vault.draft(place);
    if (text === null) return;
    const circle = new Circle(group, this.dataset.acct ?? "", this.dataset.name ?? "");
    if ((await circle.open()) !== "open") return;
    await goOnFrom(circle, meeting, JSON.parse(text) as Before);
    vault.dropDraft(place);
  }
}

/** The circle has begun; that the meeting is gone meanwhile takes nothing from it. */
const notThere = (error: unknown): void => {
  console.warn("The meeting before wasn't kept.", String(error));
};

customElements.define("start-circle", StartCircle);
