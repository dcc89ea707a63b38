import type { Circle } from "../live/circle.ts";
import type { Mirror, OwnGoal, Quadrant, SharedGoal } from "../live/goal-shapes.ts";
import { CORNERS } from "../live/goal-shapes.ts";
import type { Learning } from "../live/learning-goals.ts";
import { learningIn } from "../live/learning-goals.ts";
import { vault } from "../vault/vault.ts";
import { whenOpen } from "./circle-here.ts";
import { nameIn, nameOf, seenRows, stateOf, touchesOf } from "./goal-parts.ts";
import { GUIDE_DRAFT, MOST_GOALS } from "./guide-draft.ts";
import { make, opened, say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * One's own goals, mirror and qualities, and what others share.
 *
 *     <learning-overview>
 *       <div data-part="begin" hidden></div> <p data-part="going" hidden></p> <p data-part="shut" hidden></p>
 *       <section data-part="mine" hidden><ul data-part="goals"></ul><a data-part="add"></a><span data-part="enough" hidden></span></section>
 *       <section data-part="others" hidden><ul data-part="shared"></ul> …</section>
 *       <section data-part="mirror" hidden></section> <section data-part="quadrant" hidden></section>
 *     </learning-overview>
 */
export class LearningOverview extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    const learning = await learningIn(circle);
    const draft = await vault.draft({ group: circle.group, item: circle.group, field: GUIDE_DRAFT });
    const { goals, mirror, quadrant, shut } = learning;
    const hasBegun = goals.length > 0 || Object.keys(mirror).length > 0;
    show(part(this, "begin"), goals.length === 0 && draft === null);
    show(part(this, "going"), draft !== null);
    if (show(part(this, "shut"), shut > 0)) say(part(this, "shut"), this.#texts.count("goal.shut", shut));
    if (show(part(this, "mine"), goals.length > 0)) this.#showMine(learning);
    this.#showOthers(circle, learning);
    if (show(part(this, "mirror"), hasBegun)) this.#showMirror(mirror);
    if (show(part(this, "quadrant"), hasBegun)) this.#showQuadrant(quadrant);
    this.dataset.state = "open";
  }

  #showMine(learning: Learning): void {
    const open = learning.goals.filter(({ closed_on }) => closed_on === null).length;
    part(this, "goals")?.replaceChildren(...learning.goals.map((goal) => this.#own(goal, learning)));
    show(part(this, "add"), open < MOST_GOALS);
    show(part(this, "enough"), open >= MOST_GOALS);
  }

  #own(goal: OwnGoal, learning: Learning): HTMLElement {
    const touches = touchesOf(goal, this.#texts);
    return make(
      "li",
      { class: goal.closed_on === null ? "goal-card" : "goal-card goal-card--closed" },
      make(
        "p",
        {},
        make(
          "a",
          { class: "goal-card__name", href: `${goal.id}/` },
          opened("span", {}, nameOf(goal, this.#texts)),
        ),
      ),
      touches !== "" && make("p", { class: "small" }, touches),
      make("p", { class: "soft small" }, stateOf(goal, learning.sharedBy(goal.id), this.#texts)),
    );
  }

  #showOthers(circle: Circle, learning: Learning): void {
    const others = learning.shared.filter(({ isMine }) => !isMine);
    show(part(this, "others"), true);
    part(this, "shared")?.replaceChildren(...others.map((goal) => this.#others(goal, circle, learning)));
    show(part(this, "nobody"), others.length === 0 && learning.unread === 0);
    show(part(this, "unread"), learning.unread > 0);
  }

  #others(goal: SharedGoal, circle: Circle, learning: Learning): HTMLElement {
    const seen = seenRows(learning.seen(goal.id), circle, this.#texts);
    const [touches, name] = [touchesOf(goal, this.#texts), nameIn(circle, goal.by, this.#texts)];
    const told: [string, string][] = [
      ["question.own_view", goal.own_view],
      ["question.wish", goal.wish],
      ["question.differently", goal.differently],
    ];
    return make(
      "li",
      { class: goal.closed_on === null ? "goal-card" : "goal-card goal-card--closed" },
      make("h3", {}, this.#texts.say("goal.whose", { name })),
      make(
        "dl",
        { class: "goal-words" },
        ...told.flatMap(([question, words]) =>
          words.trim() === ""
            ? []
            : [
                make("dt", {}, this.#texts.say(question)),
                make("dd", { class: "sealed-text" }, opened("span", {}, words.trim())),
              ],
        ),
      ),
      touches !== "" && make("p", { class: "small" }, touches),
      goal.closed_on !== null &&
        make("p", { class: "soft small" }, stateOf({ ...goal, shared_since: null }, goal, this.#texts)),
      seen.length > 0 &&
        make(
          "details",
          {},
          make("summary", {}, this.#texts.say("goal.what_we_saw")),
          make("ul", { class: "seen-list" }, ...seen),
        ),
    );
  }

  #showMirror(mirror: Mirror): void {
    const cell = (mark: number | null): HTMLElement =>
      make(
        "td",
        { class: "mirror-table__mark" },
        mark === null ? make("span", { class: "soft" }, this.#texts.say("mirror.nothing")) : String(mark),
      );
    const rows = this.#texts
      .under("touches.")
      .filter(([word]) => mirror[word])
      .map(([word, name]) =>
        make(
          "tr",
          {},
          make(
            "th",
            { scope: "row" },
            name,
            (mirror[word]?.words ?? "") !== "" &&
              opened("span", { class: "mirror-table__words sealed-text" }, mirror[word]?.words ?? ""),
          ),
          cell(mirror[word]?.now ?? null),
          cell(mirror[word]?.wish ?? null),
        ),
      );
    const heads = ["capability", "now", "wish"].map((head) =>
      make("th", { scope: "col" }, this.#texts.say(`mirror.${head}`)),
    );
    const table = make(
      "table",
      { class: "figures mirror-table" },
      make("thead", {}, make("tr", {}, ...heads)),
      make("tbody", {}, ...rows),
    );
    const place = part(this, "mirror-table");
    if (show(place, rows.length > 0)) place?.replaceChildren(table);
  }

  #showQuadrant(quadrant: Quadrant): void {
    const corners = CORNERS.filter((corner) => quadrant[corner].trim() !== "").map((corner) =>
      make(
        "div",
        { class: `quadrant__corner quadrant__corner--${corner}` },
        make("dt", {}, this.#texts.say(`corner.${corner}`)),
        make("dd", { class: "sealed-text" }, opened("span", {}, quadrant[corner].trim())),
      ),
    );
    const place = part(this, "corners");
    if (show(place, corners.length > 0)) place?.replaceChildren(...corners);
  }
}

customElements.define("learning-overview", LearningOverview);
