import type { RoomNow } from "../live/seen.ts";
import { keepRows, make, say, show } from "./make.ts";
import { RoomElement } from "./room-element.ts";

/**
 * The parts of a role play: taken on by name, and taken off again out loud.
 *
 *     <role-parts hidden><ul data-part="parts"></ul><button data-part="off">I step out of my part</button></role-parts>
 */
export class RoleParts extends RoomElement {
  connectedCallback(): void {
    this.piece("off")?.addEventListener("click", () => this.want({ do: "take_off_part" }));
  }

  showRoom({ view, phase, people, language }: RoomNow): void {
    const parts = phase?.phase.parts ?? [];
    const canTake = view.may.includes("take_part");
    const isShared = phase?.phase.floor.in_turn === true;
    const canStepOut = view.may.includes("take_off_part");
    if (!show(this, (parts.length > 0 && canTake) || canStepOut)) return;
    show(this.piece("off"), canStepOut);
    const list = this.piece("parts");
    if (!list) return;
    keepRows(
      list,
      parts,
      ({ id }) => id,
      () => make("li", {}, make("button", { type: "button", class: "button" })),
      (row, part) => {
        const players = people.filter((person) => person.part === part.id);
        const isMine = players.some(({ isMe }) => isMe);
        const button = row.querySelector("button");
        if (!button) return;
        const name = part.name[language];
        const names = this.texts.list(players.map((person) => person.name));
        say(button, players.length > 0 ? this.texts.say("part.played", { part: name, name: names }) : name);
        button.disabled = isMine || (players.length > 0 && !isShared) || !canTake;
        button.onclick = () => this.want({ do: "take_part", part: part.id });
      },
    );
  }
}

customElements.define("role-parts", RoleParts);
