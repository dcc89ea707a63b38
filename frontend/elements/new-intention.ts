/** Writing one down oneself, between two meetings: kept sealed on this device while typing. */
import type { Circle } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import { keepNew } from "../live/intentions.ts";
import { today } from "../live/kept.ts";
import { say, show } from "./make.ts";
import { buttonPart, inputPart, part } from "./parts.ts";
import "./sealed-field.ts";
import type { SealedField } from "./sealed-field.ts";
import type { Texts } from "./texts.ts";

export async function listenForNew(
  form: HTMLFormElement,
  folded: HTMLDetailsElement,
  circle: Circle,
  texts: Texts,
  kept: () => Promise<void>,
): Promise<void> {
  const field = form.querySelector<SealedField>("sealed-field");
  const button = buttonPart(form, "keep");
  if (!field || !button) return;
  await field.ready;
  button.disabled = false;
  let item = crypto.randomUUID(); // the same until it is kept: pressed twice is still one
  const keep = async (): Promise<void> => {
    const { text } = field;
    if (show(part(form, "empty"), text === "")) {
      field.focus();
      return;
    }
    button.disabled = true;
    show(part(form, "error"), false);
    try {
      const date = inputPart(form, "date")?.value ?? "";
      await keepNew(
        circle,
        item,
        {
          v: 1,
          text,
          date: date === "" ? null : date,
          made_on: today(),
          meeting: null,
          looked_back: null,
        },
        inputPart(form, "shared")?.checked === true,
      );
      await field.sent();
      form.reset();
      item = crypto.randomUUID();
      folded.open = false;
      await kept();
      folded.querySelector("summary")?.focus();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : "";
      say(part(form, "error"), sentence === "" ? texts.say("circle.failed") : sentence);
      show(part(form, "error"), true);
    } finally {
      button.disabled = false;
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void keep();
  });
}
