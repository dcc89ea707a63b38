/** Beginning a meeting with a method of one's own: its structure goes to the server, its words go sealed. */
import { say, show } from "../../elements/make.ts";
import type { Texts } from "../../elements/texts.ts";
import type { Language, Row } from "../../methods/data.ts";
import { at, number, phasesOf, said } from "../../methods/data.ts";
import { skeletonOf, wordsOf } from "../../methods/skeleton.ts";
import { Store } from "../../methods/store.ts";
import { FIELD } from "../../live/method-words.ts";
import type { Begun } from "../../vault/vault.ts";
import { vault } from "../../vault/vault.ts";

const HASH = "#own=";

/** What the server gets of it. */
export interface OwnMethod {
  readonly method: Row;
  readonly minutes: number;
  readonly words: string;
}

/** The method that the address names, if any; the fragment never leaves the browser. */
export async function ownMethod(): Promise<Row | null> {
  if (!location.hash.startsWith(HASH)) return null;
  return new Store(vault).read(location.hash.slice(HASH.length));
}

/** Shows which method it will be, instead of a choice. */
export function showOwnMethod(method: Row, language: Language, texts: Texts): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-of-library]")) show(part, false);
  show(document.querySelector<HTMLElement>("[data-part=own-method]"), true);
  say(document.querySelector("[data-part=own-name]"), said(method.name, language));
  say(document.querySelector("[data-part=own-summary]"), said(method.summary, language));
  const minutes = phasesOf(method).reduce((sum, phase) => sum + number(at(phase, ["minutes", "usual"])), 0);
  const [least, most] = ["least", "most"].map((name) => number(at(method, ["group", name])));
  say(
    document.querySelector("[data-part=own-facts]"),
    texts.say("own.facts", { minutes, least: least ?? 0, most: most ?? 0 }),
  );
  document
    .querySelector("[data-part=own-change]")
    ?.setAttribute("href", `/methods/own/edit/#${location.hash.slice(HASH.length)}`);
}

/** Seals the words in the first box of a group that was just begun. */
export async function sealedMethod(
  method: Row,
  minutes: number,
  group: string,
  begun: Begun,
): Promise<OwnMethod> {
  const { statement, grant, box } = begun;
  await vault.enter({ group, chain: [statement], grants: { 0: grant }, boxes: [{ ...box, epoch: 0 }] });
  const skeleton = skeletonOf(method);
  const text = JSON.stringify(wordsOf(method, skeleton));
  const words = await vault.seal({ group, author: "anonymous", item: group, field: FIELD, rev: 1, text });
  return { method: skeleton.method, minutes, words };
}
