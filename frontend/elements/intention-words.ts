/** How an intention is told: its day, and what came of it. */
import type { LookedBack } from "../live/intentions.ts";
import { today } from "../live/kept.ts";
import type { Texts } from "./texts.ts";

/** A day in words; with its year where that isn't this one. */
export function daySaid(day: string): string {
  const date = new Date(`${day}T12:00:00`);
  return date.toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : "nl", {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(date.getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" }),
  });
}

/** By when it was to be done, or when that was. */
export function byWhen(day: string, texts: Texts): string {
  const now = today();
  const date = day === now ? texts.say("intention.today") : daySaid(day);
  return texts.say(day < now ? "intention.passed" : "intention.by", { date });
}

export function outcomeSaid({ how, words, on }: LookedBack, texts: Texts): string {
  const outcome = texts.say(how === null ? "outcome.said" : `outcome.${how}`);
  const first = texts.say("outcome.on", { outcome, date: daySaid(on) });
  return words === "" ? first : `${first}\n${words}`;
}
