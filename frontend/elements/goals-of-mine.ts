import { goalsOfMine } from "../live/learning-goals.ts";
import { whenOpen } from "./circle-here.ts";
import { nameOf } from "./goal-parts.ts";
import { make, opened, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * One's own open goals, in few words, on the circle's page.
 *
 *     <goals-of-mine data-goals="/circles/…/goals/"><ul data-part="goals" hidden></ul> <p data-part="none"></p></goals-of-mine>
 */
export class GoalsOfMine extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const goals = await goalsOfMine(await whenOpen());
    const { goals: address = "" } = this.dataset;
    const rows = goals.map((goal) =>
      make(
        "li",
        {},
        make("a", { href: `${address}${goal.id}/` }, opened("span", {}, nameOf(goal, this.#texts))),
      ),
    );
    part(this, "goals")?.replaceChildren(...rows);
    show(part(this, "goals"), rows.length > 0);
    show(part(this, "none"), rows.length === 0);
    this.dataset.state = "open";
  }
}

customElements.define("goals-of-mine", GoalsOfMine);
