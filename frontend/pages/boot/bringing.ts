/** What somebody brings into the meeting of their circle, opened here for themselves alone. */
import type { Brought } from "../../elements/brought.ts";
import { asCard, stock, titleOf } from "../../live/cases.ts";
import { openOfMine } from "../../live/intentions.ts";
import { goalsOfMine } from "../../live/learning-goals.ts";
import type { OfCircle } from "./keeping.ts";
import { enter } from "./keeping.ts";

/** Null as long as one's own keys are shut. */
export async function bring(of: OfCircle): Promise<Brought | null> {
  const circle = await enter(of);
  if (!circle) return null;
  const [goals, intentions, offered] = await Promise.all([
    goalsOfMine(circle),
    openOfMine(circle),
    stock(circle),
  ]);
  return {
    goals: goals
      .map(({ wish, differently, own_view }) => [wish, differently].filter(Boolean).join("\n") || own_view)
      .filter((goal) => goal !== ""),
    intentions: intentions.map(({ told: { text, date } }) => ({ text, date })),
    cases: offered
      .filter(({ isMine }) => isMine)
      .map((offer) => ({ title: titleOf(offer), card: asCard(offer) })),
  };
}
