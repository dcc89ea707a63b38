import type { RoomNow, Tag } from "../live/seen.ts";
import { show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * What is needed now and then: a time-out, a break, observing, another name, leaving.
 *
 *     <room-more>
 *       <button data-deed="call_time_out">…</button> … <form data-part="rename"><input id="new-name"></form>
 *     </room-more>
 */
export class RoomMore extends RoomElement {
  #me = "";
  #revision = 1;

  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const deed = (event.target as Element).closest<HTMLElement>("[data-deed]")?.dataset.deed;
      if (deed === undefined) return;
      if (deed === "observe" || deed === "unobserve") this.want({ do: "observe", on: deed === "observe" });
      else this.want({ do: deed as Tag });
      this.closest("dialog")?.close();
    });
    this.piece("rename")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#rename();
    });
  }

  showRoom({ view, me, stage }: RoomNow): void {
    this.#me = me?.id ?? "";
    this.#revision = me?.nameRevision ?? 0;
    const may = new Set(view.may);
    const isObserver = me?.isObserver === true;
    const shown: Record<string, boolean> = {
      call_time_out: may.has("call_time_out"),
      ask_break: may.has("ask_break"),
      observe: may.has("observe") && !isObserver,
      unobserve: may.has("observe") && isObserver,
      leave: may.has("leave"),
    };
    for (const [deed, isShown] of Object.entries(shown))
      show(this.querySelector<HTMLElement>(`[data-deed=${deed}]`), isShown);
    show(this.piece("closing"), may.has("close_meeting"));
    show(this.piece("rename"), may.has("introduce") && this.#revision > 0);
    show(this.piece("wall"), stage !== "closed");
  }

  #rename(): void {
    const input = this.querySelector<HTMLInputElement>("#new-name");
    const text = input?.value.trim() ?? "";
    if (!input || text === "") return;
    this.want({ do: "introduce" }, { text, item: this.#me, field: "member.name", rev: this.#revision + 1 });
    input.value = "";
    this.closest("dialog")?.close();
  }
}

customElements.define("room-more", RoomMore);
