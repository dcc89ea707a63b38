/** What each role reads, step by step: the method as somebody else will meet it. */
import type { Language, Row } from "../methods/data.ts";
import { isRow, number, said } from "../methods/data.ts";
import { readingOf } from "../methods/making.ts";
import { make } from "./make.ts";
import type { Texts } from "./texts.ts";

export function showReading(
  place: HTMLElement,
  method: Row,
  role: string,
  texts: Texts,
  language: Language,
): void {
  place.replaceChildren(
    ...readingOf(method, role).map(({ phase, said: told, cards }) => {
      const minutes = isRow(phase.minutes) ? number(phase.minutes.usual) : 0;
      const sentence = said(told, language);
      return make(
        "li",
        { class: "method-reading__step" },
        make(
          "p",
          { class: "soft small" },
          `${said(phase.name, language) || texts.say("step.nameless")} · ${texts.count("minutes", minutes)}`,
        ),
        make("p", { class: "method-reading__said" }, sentence || texts.say("reading.nothing")),
        ...cards.map((card) => make("p", { class: "method-reading__card" }, said(card.prompt, language))),
      );
    }),
  );
}
