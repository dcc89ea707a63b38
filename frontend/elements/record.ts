/** The meeting as a text to keep: Markdown, readable as it is, in the order in which things happened. */
import type { Card, RoomNow } from "../live/seen.ts";
import { shares } from "./shares.ts";
import { wayOf, writingOf } from "./slots.ts";
import { cardText, labelsOn } from "./table.ts";
import type { Texts } from "./texts.ts";

export function asText(room: RoomNow, texts: Texts, notes: string): string {
  const { plan, language, people } = room;
  const day = new Date(room.now).toLocaleDateString(language, { dateStyle: "long" });
  const present = texts.list(people.map(({ name }) => name));
  const parts = [
    `# ${texts.say("record.title", { method: plan.method_name[language], day })}`,
    texts.say("record.present", { names: present }),
    texts.say("record.private"),
    ...plan.phases.flatMap((planned, i) => {
      const cards = room.cards.filter(({ phase, isUnsent }) => phase === i && !isUnsent);
      const lines = cards.flatMap((card) => line(card, room, texts));
      return lines.length === 0 ? [] : [`## ${planned.phase.name[language]}`, lines.join("\n")];
    }),
    ...(notes.trim() === "" ? [] : [`## ${texts.say("record.notes")}`, notes.trim()]),
    `## ${texts.say("record.shares")}`,
    shares(room)
      .map(
        ({ name, turns, seconds }) =>
          `- ${texts.say("record.share", { name, turns, minutes: Math.round(seconds / 60) })}`,
      )
      .join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

export function fileName({ now }: RoomNow, ending: string): string {
  return `kring-${new Date(now).toISOString().slice(0, 10)}.${ending}`;
}

function line(card: Card, room: RoomNow, texts: Texts): string[] {
  const writing = writingOf(room, card.slot);
  // A label stands with the card it is about; a ballot stays a secret.
  const isCard = writing?.kind === "choice" || (writing !== null && wayOf(writing) === "words");
  if (!isCard || card.text === null) return [];
  const name = room.people.find(({ id }) => id === card.by)?.name;
  const subject = room.cards.find(({ id }) => id === card.about);
  const labels = labelsOn(card, room);
  const words = cardText(card, texts, room.language).replace(/\n/g, "\n  ");
  const about = subject?.text ? `\n  > ${subject.text.replace(/\n/g, "\n  > ")}` : "";
  return [
    `- ${name === undefined ? "" : `**${name}**: `}${words}${labels.length > 0 ? ` (${labels.join(", ")})` : ""}${about}`,
  ];
}
