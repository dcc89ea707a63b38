/** Which sentence is the largest on somebody's screen, and in which tone it is said. */
import type { Now, RoomNow } from "../live/seen.ts";
import { sitsByCircle } from "./by-circle.ts";
import { choice } from "./choice.ts";
import type { Texts } from "./texts.ts";

export type Tone = "turn" | "listen" | "plain";

const TURN: ReadonlySet<Now> = new Set<Now>([
  "your_turn",
  "answer",
  "may_speak",
  "write",
  "rate",
  "vote",
  "choose",
  "go_on",
  "sit",
  "may_start",
  "may_take_over",
  "play",
]);
const LISTEN: ReadonlySet<Now> = new Set<Now>([
  "listen",
  "turned_away",
  "out_of_room",
  "still",
  "time_out",
  "paused",
]);
/** Said at once, over whatever a screen reader was saying. */
const AT_ONCE: ReadonlySet<Now> = new Set<Now>(["your_turn", "answer"]);
/** Where the phase's own sentence for the role belongs with it. */
const WITH_INSTRUCTION: ReadonlySet<Now> = new Set<Now>([
  "your_turn",
  "answer",
  "may_speak",
  "next_up",
  "listen",
  "turned_away",
  "out_of_room",
  "write",
  "rate",
  "vote",
  "in_group",
  "play",
  "still",
  "look",
  "choose",
]);

export interface Sentence {
  readonly tone: Tone;
  readonly step: string;
  readonly say: string;
  readonly more: string;
  readonly aside: string;
  readonly atOnce: boolean;
}

export function sentence(room: RoomNow, texts: Texts): Sentence {
  if (room.onWall) return forEverybody(room, texts);
  const { now } = room.view;
  const key = now === "may_start" && someAreMissing(room) ? "now.may_start.most" : `now.${now}`;
  return {
    tone: TURN.has(now) ? "turn" : LISTEN.has(now) ? "listen" : "plain",
    step: step(room, texts),
    say: largest(room, texts),
    more: WITH_INSTRUCTION.has(now)
      ? instruction(room)
      : texts.has(`${key}.more`)
        ? texts.say(`${key}.more`)
        : "",
    aside: aside(room, texts),
    atOnce: AT_ONCE.has(now),
  };
}

/** On the wall: nobody in particular is meant. */
function forEverybody(room: RoomNow, texts: Texts): Sentence {
  const { phase, people, stage, language } = room;
  const holder = people.find(({ holdsFloor }) => holdsFloor);
  const say = holder
    ? texts.say("wall.holder", { name: holder.name })
    : (phase?.phase.name[language] ?? texts.say(`wall.${stage}`));
  const more = phase?.phase.purpose[language] ?? "";
  return { tone: "plain", step: step(room, texts), say, more, aside: aside(room, texts), atOnce: false };
}

function step({ phase, plan, phaseIndex, stage, isOver, language }: RoomNow, texts: Texts): string {
  if (isOver) return "";
  if (stage === "gathering") return texts.say("step.gathering");
  if (!phase) return "";
  return texts.say("step", {
    number: phaseIndex + 1,
    of: plan.phases.length,
    name: phase.phase.name[language],
    block: phase.block_name[language],
  });
}

function largest(room: RoomNow, texts: Texts): string {
  const { now } = room.view;
  if (now === "closed" && room.stage !== "closed") return texts.say("now.left");
  const holder = room.people.find((person) => person.id === room.view.floor.holder);
  const asker = room.people.find((person) => person.id === room.view.floor.asker);
  if (now === "listen" && holder) return texts.say("now.listen.to", { name: holder.name });
  if (now === "answer" && asker && asker.id !== room.me?.id)
    return texts.say("now.answer.to", { name: asker.name });
  if (now === "your_turn" && room.phase?.phase.floor.question_only && room.view.role !== "presenter")
    return texts.say("now.your_turn.question");
  const { floor } = room.phase?.phase ?? {};
  if (now === "may_speak" && floor?.question_only && room.view.role !== "presenter")
    return texts.say("now.may_speak.question");
  if (now === "listen" && sitsByCircle(room)) return texts.say("now.listen.circles");
  if (now === "listen" && floor?.answered_by && floor.answered_by === room.view.role)
    return texts.say("now.listen.answering");
  if (now === "vote" && choice(room).ballot === null) return texts.say("now.vote.other");
  if (now === "in_group" && (room.plan.circles ?? []).length > 0) return texts.say("now.in_group.circle");
  if (now === "in_group") return texts.say("now.in_group.with", { names: texts.list(groupNames(room)) });
  if (now === "play") {
    const part = room.phase?.phase.parts.find(({ id }) => id === room.me?.part);
    if (part) return texts.say("now.play.as", { part: part.name[room.language] });
  }
  if (now === "may_start" && someAreMissing(room)) return texts.say("now.may_start.most");
  return texts.say(`now.${now}`);
}

/** Whether some still have to agree where most of them are enough. */
const someAreMissing = ({ view }: RoomNow): boolean => view.people_to_wait_for.length > 0;

function instruction({ phase, view, language }: RoomNow): string {
  if (!phase || !view.role) return "";
  return phase.phase.instruction[view.role][language];
}

/** Something smaller under it: who is next, who is being waited for, which round this is. */
function aside(room: RoomNow, texts: Texts): string {
  const { view, people, stage } = room;
  const nameOf = (id: string): string =>
    people.find((person) => person.id === id)?.name ?? texts.say("somebody");
  // Who has still to do something hears of the others afterwards: a line that grows would move the button under a finger.
  if (view.now === "introduce" || view.now === "assent" || view.now === "sit") return "";
  if (stage === "gathering" && (room.plan.circles ?? []).length > 0) {
    const here = people.filter(({ hasLeft, isAway }) => !hasLeft && !isAway);
    const ready = here.length - view.people_to_wait_for.length;
    return texts.say("aside.agreed", { ready, all: here.length });
  }
  if (stage === "gathering") {
    const waited = view.people_to_wait_for.filter((id) => id !== room.me?.id);
    return waited.length > 0 ? texts.say("aside.waiting", { names: texts.list(waited.map(nameOf)) }) : "";
  }
  if (room.isOver || view.now === "time_out" || view.now === "paused") return "";
  if (view.now === "ready" && view.people_to_wait_for.length > 0)
    return texts.count("aside.writing", view.people_to_wait_for.length);
  const { rounds = 1, pause_seconds: pause = 0 } = room.phase?.phase.floor ?? {};
  const next = view.floor.queue[0];
  const parts = [
    view.now === "answer" && pause > 0 ? texts.say("aside.pause") : "",
    rounds > 1 ? texts.say("aside.round", { round: view.floor.round, of: rounds }) : "",
    view.floor.holder !== null && next !== undefined && next !== room.me?.id
      ? texts.say("aside.next", { name: nameOf(next) })
      : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function groupNames({ groups, me, people }: RoomNow): string[] {
  const mine = groups.find((group) => me && group.includes(me.id)) ?? [];
  return mine
    .filter((id) => id !== me?.id)
    .map((id) => people.find((person) => person.id === id)?.name ?? "…");
}
