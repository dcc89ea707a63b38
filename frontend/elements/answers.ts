/** A reflection, question by question; only what was answered. */
import type { Reflection } from "../live/reflections.ts";
import { make, opened } from "./make.ts";
import type { Texts } from "./texts.ts";

export function answerRows({ form, answers }: Reflection, texts: Texts): readonly HTMLElement[] {
  const told = texts.under("prompt.").filter(([prompt]) => (answers[prompt] ?? "").trim() !== "");
  const named = texts.has(`form.${form}`) ? texts.say(`form.${form}`) : form;
  return [
    make("p", { class: "soft small" }, named),
    make(
      "dl",
      { class: "goal-words" },
      ...told.flatMap(([prompt, asks]) => [
        make("dt", {}, asks),
        make("dd", { class: "sealed-text" }, opened("span", {}, (answers[prompt] ?? "").trim())),
      ]),
    ),
  ];
}
