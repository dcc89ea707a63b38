import { reflectionsIn } from "../live/reflections.ts";
import { answerRows } from "./answers.ts";
import { whenOpen } from "./circle-here.ts";
import { make, say, show } from "./make.ts";
import { part } from "./parts.ts";
import { Texts } from "./texts.ts";

/**
 * What one wrote after each meeting.
 *
 *     <reflection-list><p data-part="none" hidden></p>
 *       <li data-meeting="…"><h2></h2><div data-part="answers"></div><a data-part="way"></a></li>
 *     </reflection-list>
 */
export class ReflectionList extends HTMLElement {
  readonly #texts = Texts.ofPage();

  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    const { all, shut } = await reflectionsIn(await whenOpen());
    for (const row of this.querySelectorAll<HTMLElement>("[data-meeting]")) {
      const { meeting = "" } = row.dataset;
      const reflection = all.find((one) => one.meeting === meeting);
      if (shut.has(meeting))
        part(row, "answers")?.replaceChildren(
          make("p", { class: "soft" }, this.#texts.say("reflection.shut")),
        );
      if (!reflection) continue;
      part(row, "answers")?.replaceChildren(...answerRows(reflection, this.#texts));
      const way = part(row, "way");
      say(way, this.#texts.say("reflection.change"));
      const date = row.querySelector("h2")?.textContent ?? "";
      way?.setAttribute("aria-label", this.#texts.say("reflection.change_of", { date }));
    }
    show(part(this, "none"), all.length === 0 && shut.size === 0);
    this.dataset.state = "open";
  }
}

customElements.define("reflection-list", ReflectionList);
