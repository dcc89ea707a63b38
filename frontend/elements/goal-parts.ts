/** How a goal and what was seen of it look, wherever they stand. */
import type { GoalText, OwnGoal, SeenGoal, SharedGoal } from "../live/goal-shapes.ts";
import type { Circle } from "../live/circle.ts";
import { dayInFull, shortDate } from "./days.ts";
import { make, opened } from "./make.ts";
import type { Texts } from "./texts.ts";

/** What a goal is called: the wish, or the first words there are. */
export function nameOf({ wish, differently, own_view }: GoalText, texts: Texts): string {
  return (
    [wish, differently, own_view].map((one) => one.trim()).find((one) => one !== "") ??
    texts.say("goal.unnamed")
  );
}

/** What it touches, in words. */
export function touchesOf({ capabilities, themes }: GoalText, texts: Texts): string {
  return [...capabilities, ...themes]
    .filter((word) => texts.has(`touches.${word}`))
    .map((word) => texts.say(`touches.${word}`))
    .join(" · ");
}

/** Whether it is open, shared, reached or let go. */
export function stateOf(goal: OwnGoal, shared: SharedGoal | undefined, texts: Texts): string {
  if (goal.closed_on !== null)
    return texts.say(`goal.${goal.ending ?? "let_go"}`, { date: dayInFull(goal.closed_on) });
  return shared ? texts.say("goal.shared", { date: dayInFull(shared.since) }) : texts.say("goal.private");
}

/** A member's name as the signed list has it. */
export function nameIn(circle: Circle, acct: string, texts: Texts): string {
  return circle.roster.find(([id]) => id === acct)?.[3] ?? texts.say("goal.somebody");
}

/** What was seen, by date. */
export function seenRows(seen: readonly SeenGoal[], circle: Circle, texts: Texts): readonly HTMLElement[] {
  return seen.map(({ by, on, mark, words }) =>
    make(
      "li",
      { class: "seen-list__item" },
      words.trim() !== "" && opened("p", { class: "sealed-text" }, words.trim()),
      make(
        "p",
        { class: "soft small" },
        texts.say("goal.seen_by", { name: nameIn(circle, by, texts), date: shortDate(on) }),
        mark !== null && ` · ${texts.say(`seen_mark.${mark}`)} (${mark})`,
      ),
    ),
  );
}
