/** Methods that stand in no library, among those to choose from. */
import type { Language, Row } from "../methods/data.ts";
import { at, number, said, usualMinutesOf } from "../methods/data.ts";
import type { OwnParts } from "../methods/own-parts.ts";
import { make, show } from "./make.ts";
import type { Texts } from "./texts.ts";

/**
 *     <div data-part="own-choices" hidden><h3>Your own methods</h3><div class="method-choice" data-part="own-list"></div></div>
 */
export function showOwnChoices(place: ParentNode, own: OwnParts, texts: Texts, language: Language): void {
  const list = place.querySelector<HTMLElement>("[data-part=own-list]");
  list?.replaceChildren(...own.all.map(([id, method]) => choice(`own:${id}`, method, texts, language)));
  show(place.querySelector<HTMLElement>("[data-part=own-choices]"), list !== null && own.all.length > 0);
}

/** To add as a part. */
export function ownOptions(own: OwnParts, language: Language): HTMLElement[] {
  return own.all.map(([id, method]) => {
    const minutes = usualMinutesOf(method);
    const name = `${said(method.name, language)} (${minutes})`;
    return make("option", { value: `own:${id}`, "data-minutes": minutes }, name);
  });
}

function choice(value: string, method: Row, texts: Texts, language: Language): HTMLElement {
  const [least = 0, most = 0] = ["least", "most"].map((name) => number(at(method, ["group", name])));
  const facts = texts.say("own.facts", { minutes: usualMinutesOf(method), least, most });
  return make(
    "label",
    { class: "choice" },
    make("input", { type: "radio", name: "method", value }),
    make(
      "span",
      {},
      make("span", { class: "method-choice__name" }, said(method.name, language)),
      make("span", {}, said(method.suits_when, language)),
      " ",
      make("span", { class: "method-choice__facts" }, facts),
    ),
  );
}
