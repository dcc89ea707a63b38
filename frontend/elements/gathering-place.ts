import type { RoomNow } from "../live/seen.ts";
import { show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * Before the start: tell your name, agree to the ground rules, let the others in.
 *
 * Somebody who comes later sees the first two as well; the meeting goes on meanwhile.
 *
 *     <gathering-place>
 *       <form data-part="introduce"><input id="my-name"></form>
 *       <section data-part="rules"><button data-part="assent">I agree</button><p data-part="assented"></p></section>
 *       <section data-part="open-door"><door-link></door-link></section>
 *     </gathering-place>
 */
export class GatheringPlace extends RoomElement {
  #me = "";

  connectedCallback(): void {
    this.piece("introduce")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#introduce();
    });
    this.piece("assent")?.addEventListener("click", () => this.want({ do: "assent" }));
    this.#name?.addEventListener("input", () =>
      this.draft({ name: "draft.name", text: this.#name?.value ?? "" }),
    );
  }

  showRoom(room: RoomNow): void {
    const { me, stage, view } = room;
    this.#me = me?.id ?? "";
    const isGathering = stage === "gathering";
    const isUnnamed = view.now === "introduce";
    const mayAssent = view.may.includes("assent");
    show(this, stage !== "closed" && (isGathering || isUnnamed || mayAssent));
    // A name is sealed for a seat: whoever has none yet has nowhere to write it.
    show(this.piece("introduce"), isUnnamed && me !== null);
    show(this.piece("rules"), !isUnnamed && (isGathering || mayAssent));
    show(this.piece("assent"), mayAssent);
    show(this.piece("assented"), !mayAssent && me?.hasAssented === true);
    // A hall comes in by the code on its wall: sixty people needn't each have the button that shuts the door.
    const opens = (room.plan.circles ?? []).length === 0 || me?.isFacilitator === true;
    show(this.piece("open-door"), isGathering && !isUnnamed && room.link !== null && opens);
  }

  get #name(): HTMLInputElement | null {
    return this.querySelector("#my-name");
  }

  #introduce(): void {
    const text = this.#name?.value.trim() ?? "";
    if (text === "") {
      this.#name?.focus();
      return;
    }
    this.want({ do: "introduce" }, { text, item: this.#me, field: "member.name", rev: 1 });
    this.draft({ name: "draft.name", text: "" });
  }
}

customElements.define("gathering-place", GatheringPlace);
