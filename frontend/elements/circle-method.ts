import type { Circle } from "../live/circle.ts";
import { Drafts } from "../live/drafts.ts";
import { Refused } from "../live/http.ts";
import type { OfCircle } from "../methods/circle-store.ts";
import { CircleStore } from "../methods/circle-store.ts";
import type { Language, Row } from "../methods/data.ts";
import { Store } from "../methods/store.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import type { MethodEditor } from "./method-editor.ts";
import "./method-editor.ts";
import { showReading } from "./method-reading.ts";
import { buttonPart, part } from "./parts.ts";
import { Texts } from "./texts.ts";

/** What somebody wrote and the circle doesn't have yet, and on which revision it stands. */
interface Draft {
  readonly rev: number;
  readonly before: string;
  readonly method: Row;
}

/**
 * Changes a method of the circle. What is typed stays sealed on this device until one keeps it for the circle; where
 * another member was first, both are shown and nothing is lost.
 *
 *     <circle-method hidden>
 *       <div data-part="newer" tabindex="-1" hidden><p data-part="newer-said"></p> <ol data-part="newer-reading"></ol>
 *         <button data-part="take-theirs"></button> <button data-part="keep-mine"></button></div>
 *       <method-editor>… <p data-part="kept"></p> <button data-part="send" disabled></button> <a data-part="begin"></a></method-editor>
 *     </circle-method>
 */
export class CircleMethod extends HTMLElement {
  readonly #texts = Texts.ofPage();
  readonly #id = location.hash.slice(1);
  #store: CircleStore | null = null;
  #drafts: Drafts | null = null;
  #method: Row = {};
  #rev = 0;
  /** What the circle had when the change began: a new key seals the same text anew, and that is no change. */
  #before = "";

  connectedCallback(): void {
    addEventListener("hashchange", () => location.reload());
    void whenOpen().then((circle) => this.#open(circle));
  }

  async #open(circle: Circle): Promise<void> {
    this.#store = new CircleStore(circle);
    this.#drafts = new Drafts(vault, circle.group);
    const standing = await this.#store.read(this.#id);
    const written = await this.#drafts.read(this.#draft);
    const draft = written === "" ? null : (JSON.parse(written) as Draft);
    const method = draft?.method ?? standing?.method;
    show(document.querySelector<HTMLElement>("[data-part=not-here]"), !method);
    if (!method || !standing) return;
    this.#method = method;
    this.#rev = draft?.rev ?? standing.rev;
    this.#before = draft?.before ?? JSON.stringify(standing.method);
    this.#listen();
    const editor = this.querySelector<MethodEditor>("method-editor");
    editor?.edit(method);
    show(editor, true);
    show(this, true);
    if (draft) this.#isDraft();
    if (this.#isOvertaken(standing)) this.#showNewer(standing);
  }

  #listen(): void {
    this.addEventListener("method-changed", () => {
      const draft: Draft = { rev: this.#rev, before: this.#before, method: this.#method };
      this.#drafts?.write(this.#draft, JSON.stringify(draft));
      this.#isDraft();
    });
    this.addEventListener("method-well", (event) => {
      const isWell = (event as CustomEvent<boolean>).detail;
      const way = part(this, "begin");
      show(part(this, "not-yet"), !isWell);
      way?.setAttribute("aria-disabled", String(!isWell));
      if (isWell) way?.setAttribute("href", `${way.dataset.href ?? ""}#${this.#id}`);
      else way?.removeAttribute("href");
    });
    buttonPart(this, "send")?.addEventListener("click", () => void this.#send());
    buttonPart(this, "keep-mine")?.addEventListener("click", () => void this.#keepMine());
    buttonPart(this, "take-theirs")?.addEventListener("click", () => void this.#takeTheirs());
  }

  async #send(): Promise<void> {
    const send = buttonPart(this, "send");
    if (send) send.disabled = true;
    const text = JSON.stringify(this.#method);
    try {
      await this.#store?.keep(this.#id, this.#rev + 1, this.#method);
      this.#rev += 1;
      this.#before = text;
      if (JSON.stringify(this.#method) === text) this.#drafts?.drop(this.#draft);
      say(part(this, "kept"), this.#texts.say("shared.kept"));
    } catch (error) {
      if (send) send.disabled = false;
      if (error instanceof Refused && error.code === "newer") await this.#meetNewer();
      else {
        const sentence = error instanceof Refused ? error.message : "";
        say(part(this, "kept"), sentence === "" ? this.#texts.say("shared.failed") : sentence);
      }
    }
  }

  async #meetNewer(): Promise<void> {
    const newer = await this.#store?.read(this.#id);
    if (!newer) return;
    if (this.#isOvertaken(newer)) {
      this.#showNewer(newer);
      return;
    }
    this.#rev = newer.rev;
    await this.#send();
  }

  /** Whether another member wrote something else; the same text under a newer key isn't that. */
  #isOvertaken({ rev, method }: OfCircle): boolean {
    return rev > this.#rev && JSON.stringify(method) !== this.#before;
  }

  #showNewer({ by, method }: OfCircle): void {
    const language: Language = document.documentElement.lang === "en" ? "en" : "nl";
    const how = method === null ? "shared.withdrawn" : by === "" ? "shared.newer" : "shared.newer_by";
    const box = part(this, "newer");
    say(part(this, "newer-said"), this.#texts.say(how, { name: by }));
    const place = part(this, "newer-reading");
    if (place && method) showReading(place, method, "facilitator", this.#texts, language);
    show(part(this, "theirs"), method !== null);
    show(buttonPart(this, "take-theirs"), method !== null);
    show(box, true);
    box?.focus();
  }

  async #keepMine(): Promise<void> {
    const newer = await this.#store?.read(this.#id);
    if (newer) {
      this.#rev = newer.rev;
      this.#before = JSON.stringify(newer.method);
    }
    show(part(this, "newer"), false);
    await this.#send();
  }

  async #takeTheirs(): Promise<void> {
    await new Store(vault).add(this.#method);
    this.#drafts?.drop(this.#draft);
    location.reload();
  }

  #isDraft(): void {
    say(part(this, "kept"), this.#texts.say("shared.draft"));
    const send = buttonPart(this, "send");
    if (send) send.disabled = false;
  }

  get #draft(): string {
    return `draft.method.${this.#id}`;
  }
}

customElements.define("circle-method", CircleMethod);
