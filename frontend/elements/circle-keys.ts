import type { CircleState } from "../live/circle.ts";
import { Circle } from "../live/circle.ts";
import { Drafts } from "../live/drafts.ts";
import { Refused } from "../live/http.ts";
import { codeOf } from "../vault/errors.ts";
import { vault } from "../vault/vault.ts";
import { isOpen } from "./circle-here.ts";
import { keepDraftsIn } from "./drafts-here.ts";
import { say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { trustOwnScripts } from "./trusted.ts";

const LOOK_AGAIN_MS = 5_000;

/**
 * Opens the circle's keys on this page, lets in who was invited, and says where it can't. With `data-watch` it looks
 * every few seconds, and shows the page anew when something changed.
 *
 *     <circle-keys data-circle="…" data-acct="…" data-name="…" data-watch>
 *       <p data-part="locked" hidden>…</p><p data-part="waiting" hidden>…</p><p data-part="trouble" role="alert" hidden></p>
 *       <p data-part="signed-out" role="alert" hidden>…</p><p data-part="taken" hidden>…</p><div data-part="renewed" hidden><p data-part="renewed-who"></p></div>
 *       <p data-part="uncompared" hidden>…</p>
 *     </circle-keys>
 */
export class CircleKeys extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #circle: Circle | null = null;
  #state: CircleState | null = null;

  connectedCallback(): void {
    trustOwnScripts();
    const { circle = "", acct = "", name = "" } = this.dataset;
    this.#circle = new Circle(circle, acct, name);
    void this.#open(this.#circle);
  }

  async #open(circle: Circle): Promise<void> {
    try {
      this.#state = await circle.open();
      if (this.#state === "open") {
        await circle.tend({ isJustOpened: true });
        isOpen(circle);
        keepDraftsIn(new Drafts(vault, circle.group));
        this.#askToCompare(circle);
      }
    } catch (error) {
      this.#trouble(error);
      return;
    }
    show(part(this, "locked"), this.#state === "locked" || this.#state === "none");
    show(part(this, "waiting"), this.#state === "waiting");
    this.dataset.state = this.#state;
    if (this.#state === "waiting" || this.dataset.watch !== undefined) this.#lookAgain(circle);
  }

  #askToCompare(circle: Circle): void {
    const { renewed } = circle;
    const names = renewed.join(", ");
    if (show(part(this, "renewed"), renewed.length > 0))
      say(part(this, "renewed-who"), this.#texts.say("keys.renewed", { names }));
    show(part(this, "uncompared"), renewed.length === 0 && circle.roster.length > 1 && !circle.isCompared);
  }

  #lookAgain(circle: Circle): void {
    setTimeout(() => {
      void this.#look(circle).then(
        () => this.#lookAgain(circle),
        (error: unknown) => {
          console.warn("The circle's keys couldn't be looked at.", String(error));
          if (!this.#isSignedOut(error)) this.#lookAgain(circle);
        },
      );
    }, LOOK_AGAIN_MS);
  }

  async #look(circle: Circle): Promise<void> {
    if (document.visibilityState !== "visible") return;
    const changed =
      this.#state === "waiting"
        ? (await circle.open()) === "open"
        : this.#state === "open" && (await circle.tend());
    if (changed) location.reload();
  }

  /** Elsewhere, or because it was long ago: there is nothing to wait for, and who reads on hears what to do. */
  #isSignedOut(error: unknown): boolean {
    return show(part(this, "signed-out"), error instanceof Refused && error.status === 401);
  }

  #trouble(error: unknown): void {
    const code = codeOf(error);
    this.dataset.state = "trouble";
    if (this.#isSignedOut(error) || show(part(this, "taken"), code === "taken")) return;
    console.warn("The circle's keys didn't open.", String(error));
    const sentence = `circle.trouble.${code}`;
    say(part(this, "trouble"), this.#texts.say(this.#texts.has(sentence) ? sentence : "circle.trouble"));
    show(part(this, "trouble"), true);
  }
}

customElements.define("circle-keys", CircleKeys);
