import { whomToRemind } from "../cases/turn.ts";
import type { Brought, Turns } from "../live/bringing.ts";
import { bringingsIn, sinceOf } from "../live/bringing.ts";
import { offered } from "../live/cases.ts";
import { whenOpen } from "./circle-here.ts";
import { dayInFull } from "./days.ts";
import { make, show } from "./make.ts";
import type { Texts } from "./texts.ts";

/** What the server knows of it, as the page brings it. */
export function turnsOf(page: Document): Turns {
  return JSON.parse(page.getElementById("case-turns")?.textContent ?? '{"members":[],"held":[]}') as Turns;
}

/** Who brought when, whoever waited longest first. */
export function turnsTable({ members, held }: Turns, brought: readonly Brought[], texts: Texts): HTMLElement {
  const since = sinceOf(members, brought);
  const rows = [...members]
    .sort((one, other) => ((since[one.id] ?? "") < (since[other.id] ?? "") ? -1 : 1))
    .map(({ id, name }) => {
      const days = brought.filter(({ member }) => member === id).map(({ on }) => on);
      const last = days.sort().at(-1);
      const ago = held.filter(({ on }) => on > (since[id] ?? "")).length;
      return make(
        "tr",
        {},
        make("th", { scope: "row" }, name),
        make("td", {}, last === undefined ? texts.say("case.not_yet") : dayInFull(last)),
        make("td", {}, String(ago)),
      );
    });
  const heads = ["case.who", "case.when", "case.since"].map((head) =>
    make("th", { scope: "col" }, texts.say(head)),
  );
  return make(
    "table",
    { class: "case-turns" },
    make("caption", { class: "unseen" }, texts.say("case.turns")),
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...rows),
  );
}

/**
 * Shows itself where it is long ago that this person brought a case: to nobody else, and only they find it out.
 *
 *     <case-turn data-acct="…" hidden><a href="…">…</a></case-turn>
 *     <script type="application/json" id="case-turns">…</script>
 */
export class CaseTurn extends HTMLElement {
  connectedCallback(): void {
    void this.#look();
  }

  async #look(): Promise<void> {
    const circle = await whenOpen();
    const { members, held } = turnsOf(document);
    const { cases } = await offered(circle);
    const { brought } = await bringingsIn(circle, held, cases);
    const reminded = whomToRemind(
      sinceOf(members, brought),
      held.map(({ on }) => on),
    );
    show(
      this,
      reminded.some(({ member }) => member === this.dataset.acct),
    );
  }
}

customElements.define("case-turn", CaseTurn);
