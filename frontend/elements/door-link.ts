import { encode } from "uqr";
import type { RoomNow } from "../live/seen.ts";
import { draw, say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * The link to the room, to copy or to point a camera at; the code is drawn here, so that no server sees the secret.
 *
 *     <door-link>
 *       <input readonly data-part="link"><button data-part="copy">Copy</button><p role="status" data-part="copied"></p>
 *       <svg data-part="code"></svg>
 *       <button data-part="close">Close the door</button>
 *     </door-link>
 *
 * On the wall only the code stands, for as long as people come in: `<door-link data-while="gathering">`.
 */
export class DoorLink extends RoomElement {
  #drawn = "";

  connectedCallback(): void {
    this.piece("copy")?.addEventListener("click", () => void this.#copy());
    this.piece("close")?.addEventListener("click", () =>
      this.dispatchEvent(new CustomEvent("close-door", { bubbles: true })),
    );
    this.#link?.addEventListener("focus", () => this.#link?.select());
  }

  showRoom({ link, stage }: RoomNow): void {
    const isWanted = this.dataset.while === undefined || this.dataset.while === stage;
    if (!show(this, isWanted && link !== null) || link === null || link === this.#drawn) return;
    this.#drawn = link;
    if (this.#link) this.#link.value = link;
    const code = this.querySelector<SVGElement>("[data-part=code]");
    if (!code) return;
    const { data, size } = encode(link, { border: 2 });
    code.setAttribute("viewBox", `0 0 ${size} ${size}`);
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    code.replaceChildren(draw("path", { d: dark.join("") }));
  }

  get #link(): HTMLInputElement | null {
    return this.querySelector("[data-part=link]");
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#drawn);
      say(this.piece("copied"), this.texts.say("link.copied"));
    } catch {
      this.#link?.focus();
      this.#link?.select();
      say(this.piece("copied"), this.texts.say("link.copy"));
    }
  }
}

customElements.define("door-link", DoorLink);
