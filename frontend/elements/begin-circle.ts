import { takePlace } from "../live/coming-in.ts";
import { Refused, ask } from "../live/http.ts";
import { openOwn } from "../live/own.ts";
import { circleVault } from "../vault/circle.ts";
import { say, show } from "./make.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

/**
 * A circle that was put together: beginning it makes its keys here, or, where somebody did, taking one's place at
 * its door.
 *
 *     <begin-circle data-circle="…" data-acct="…" data-name="…" data-deed="begin | place">
 *       <p data-part="locked" hidden></p><p data-part="error" hidden></p><button data-part="send" disabled></button>
 *     </begin-circle>
 */
export class BeginCircle extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    trustOwnScripts();
    const send = buttonPart(this, "send");
    if (send) void this.#offer(send);
  }

  async #offer(send: HTMLButtonElement): Promise<void> {
    const state = await openOwn(this.dataset.acct ?? "").catch(() => "locked" as const);
    show(part(this, "locked"), state !== "open");
    send.disabled = state !== "open";
    send.addEventListener("click", () => void this.#do(send));
  }

  async #do(send: HTMLButtonElement): Promise<void> {
    const { circle = "", name = "", deed } = this.dataset;
    send.disabled = true;
    show(part(this, "error"), false);
    try {
      location.assign(
        await (deed === "place" ? takePlace({ group: circle, name }) : this.#begin(circle, name)),
      );
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
      send.disabled = false;
    }
  }

  async #begin(group: string, name: string): Promise<string> {
    const { statement, grant, box } = await circleVault.begin({ group, name });
    const first = { statement, grant, box };
    return (await ask<{ circle: string }>("POST", `/circles/${group}/begin/`, first)).body.circle;
  }
}

customElements.define("begin-circle", BeginCircle);
