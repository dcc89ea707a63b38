import { accept } from "../live/coming-in.ts";
import { Refused } from "../live/http.ts";
import { openOwn } from "../live/own.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * Where the link of an invitation leads. Its secret leaves the address bar at once; it waits in this tab while
 * somebody signs up or in, because that takes them over other pages, and it opens nothing.
 *
 *     <join-circle data-circle="…" data-invitation="…" data-acct="…" data-name="…">
 *       <p data-part="no-key" hidden></p><p data-part="locked" hidden></p><button data-part="accept" disabled></button>
 *       <p data-part="error" hidden></p>
 *     </join-circle>
 */
export class JoinCircle extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    const shelf = `kring:invitation:${this.dataset.invitation ?? ""}`;
    if (location.hash.length > 1) {
      sessionStorage.setItem(shelf, location.hash.slice(1));
      history.replaceState(null, "", location.pathname);
    }
    const secret = sessionStorage.getItem(shelf);
    show(part(this, "no-key"), secret === null);
    show(part(this, "whole"), secret !== null);
    const { acct } = this.dataset;
    if (secret !== null && acct !== undefined) void this.#offer(acct, secret, shelf);
  }

  async #offer(acct: string, secret: string, shelf: string): Promise<void> {
    const state = await openOwn(acct).catch(() => "locked" as const);
    show(part(this, "locked"), state !== "open");
    const yes = buttonPart(this, "accept");
    if (!yes) return;
    yes.disabled = state !== "open";
    yes.addEventListener("click", () => void this.#accept(yes, secret, shelf));
  }

  async #accept(yes: HTMLButtonElement, secret: string, shelf: string): Promise<void> {
    const { circle = "", invitation = "", name = "" } = this.dataset;
    yes.disabled = true;
    try {
      const page = await accept({ group: circle, name }, invitation, secret);
      sessionStorage.removeItem(shelf);
      location.assign(page);
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      yes.disabled = false;
    }
  }
}

customElements.define("join-circle", JoinCircle);
