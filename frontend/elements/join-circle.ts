import { Circle } from "../live/circle.ts";
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
    const accept = buttonPart(this, "accept");
    if (!accept) return;
    accept.disabled = state !== "open";
    accept.addEventListener("click", () => void this.#accept(accept, acct, secret, shelf));
  }

  async #accept(accept: HTMLButtonElement, acct: string, secret: string, shelf: string): Promise<void> {
    const { circle = "", invitation = "", name = "" } = this.dataset;
    accept.disabled = true;
    try {
      const page = await new Circle(circle, acct, name).accept(invitation, secret);
      sessionStorage.removeItem(shelf);
      location.assign(page);
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      accept.disabled = false;
    }
  }
}

customElements.define("join-circle", JoinCircle);
