import type { Turns } from "../live/bringing.ts";
import { bringingsIn } from "../live/bringing.ts";
import type { CaseWords, OfferedCase } from "../live/cases.ts";
import { BROUGHT, OFFERED, OWN, offerOf, offered, wordsOf } from "../live/cases.ts";
import type { Circle } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import { unsentIn } from "./case-draft.ts";
import type { Draft } from "./case-card.ts";
import { CaseCards } from "./case-card.ts";
import { whenOpen } from "./circle-here.ts";
import { say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";
import { turnsOf, turnsTable } from "./case-turns.ts";

/**
 * The circle's stock of cases: what lies ready, what is mine, what was brought, and who brought when.
 *
 *     <case-stock data-cases="/circles/…/cases/">
 *       <p data-part="error" role="alert" hidden></p> <p data-part="done" role="status"></p>
 *       <div data-part="mine"></div> <p data-part="none-mine" hidden>…</p>
 *       <div data-part="ready"></div> <p data-part="none-ready" hidden>…</p> <p data-part="shut" hidden></p>
 *       <section data-part="brought-whole" hidden><div data-part="brought"></div></section>
 *       <div data-part="turns"></div>
 *     </case-stock>
 *     <script type="application/json" id="case-turns">…</script>
 */
export class CaseStock extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const circle = await whenOpen();
    await this.#show(circle);
    this.dataset.state = "open";
  }

  async #show(circle: Circle): Promise<void> {
    const turns = turnsOf(document);
    const [{ cases, shut }, drafts, unsent] = await Promise.all([
      offered(circle),
      this.#drafts(circle),
      unsentIn(circle),
    ]);
    const { brought, shut: before } = await bringingsIn(circle, turns.held, cases);
    const cards = this.#cards(circle, turns);
    const [ready, done] = [cases.filter((one) => !one.brought), cases.filter((one) => one.brought)];
    const mine = ready
      .filter(({ isMine }) => isMine)
      .map((one) => cards.mine(one, drafts.get(one.id) ?? null));
    const offeredIds = new Set(cases.map(({ id }) => id));
    const making: Draft[] = [...drafts]
      .filter(([id]) => !offeredIds.has(id))
      .map(([id, words]) => ({ id, words }));
    if (unsent) making.unshift({ id: null, words: unsent });
    this.#fill("mine", [...mine, ...making.map((one) => cards.draft(one))]);
    this.#fill(
      "ready",
      ready.filter(({ isMine }) => !isMine).map((one) => cards.others(one)),
    );
    this.#fill(
      "brought",
      done.map((one) => cards.done(one)),
    );
    show(part(this, "brought-whole"), done.length > 0);
    say(part(this, "shut"), this.#texts.count("case.shut", shut));
    show(part(this, "shut"), shut > 0);
    part(this, "turns")?.replaceChildren(turnsTable(turns, brought, this.#texts));
    show(part(this, "before"), before > 0);
  }

  #fill(name: string, cards: readonly HTMLElement[]): void {
    part(this, name)?.replaceChildren(...cards);
    show(part(this, `none-${name}`), cards.length === 0);
  }

  /** One's own texts, by case. */
  async #drafts(circle: Circle): Promise<Map<string, CaseWords>> {
    const texts = await circle.texts([OWN]);
    const opened = await circle.read(texts);
    const drafts = texts.flatMap(({ item }, i) => {
      const found = opened[i];
      const words = found && "text" in found ? wordsOf(JSON.parse(found.text)) : null;
      return words ? [[item, words] as const] : [];
    });
    return new Map(drafts);
  }

  #cards(circle: Circle, turns: Turns): CaseCards {
    const names = new Map(circle.roster.map(([acct, , , name]) => [acct, name]));
    const deed =
      <Args extends unknown[]>(does: (...args: Args) => Promise<unknown>, says: string) =>
      (...args: Args): void =>
        void this.#do(circle, () => does(...args), says);
    return new CaseCards(this.#texts, names, turns.held, this.dataset.cases ?? "", {
      withdraw: deed(async ({ id }: OfferedCase) => {
        await circle.takeBack(BROUGHT, id);
        await circle.takeBack(OFFERED, id);
      }, "case.withdrawn"),
      offerAnew: deed(async (one: OfferedCase) => {
        const offer = offerOf(one, one.offered_on);
        await circle.keep(OFFERED, one.id, one.rev + 1, JSON.stringify(offer));
      }, "case.offered_anew"),
      mark: deed(async ({ id }: OfferedCase, meeting: { id: string; on: string }) => {
        const text = JSON.stringify({ v: 1, meeting: meeting.id, on: meeting.on });
        await circle.keep(BROUGHT, id, 1, text);
      }, "case.marked"),
      unmark: deed(({ id }: OfferedCase) => circle.takeBack(BROUGHT, id), "case.unmarked"),
      discard: deed((id: string) => circle.takeBack(OWN, id), "case.discarded"),
    });
  }

  async #do(circle: Circle, deed: () => Promise<unknown>, says: string): Promise<void> {
    show(part(this, "error"), false);
    try {
      await deed();
      await this.#show(circle);
      say(part(this, "done"), this.#texts.say(says));
      part(this, "done")?.focus();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(this, "error"), sentence === "" ? this.#texts.say("circle.failed") : sentence);
      show(part(this, "error"), true);
    }
  }
}

customElements.define("case-stock", CaseStock);
