/** Beginning a meeting: the keys are made here, the server gets what it may have, and the link stays in the address. */
import { keepFragment } from "../elements/fragment.ts";
import { say, show } from "../elements/make.ts";
import { MeetingForm } from "../elements/meeting-form.ts";
import { Texts } from "../elements/texts.ts";
import { trustOwnScripts } from "../elements/trusted.ts";
import { ofDevice } from "../elements/usual-meeting.ts";
import { Refused, ask } from "../live/http.ts";
import { newGroup } from "../live/new-group.ts";
import type { Language } from "../methods/data.ts";
import { OwnParts } from "../methods/own-parts.ts";
import { Store } from "../methods/store.ts";
import { vault } from "../vault/vault.ts";
import { canSeal } from "./boot/start.ts";

const OWN = "#own="; // names a method of this device; the fragment never leaves the browser
const texts = Texts.ofPage();
const language: Language = document.documentElement.lang === "en" ? "en" : "nl";
const address = new URLSearchParams(location.search);
const practises = address.has("practice");

const part = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-part="${name}"]`);
const nameField = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>("#name");
const openButton = (): HTMLButtonElement | null =>
  document.querySelector<HTMLButtonElement>("[data-part=open]");

async function begin(form: MeetingForm, own: OwnParts): Promise<void> {
  const name = (nameField()?.value ?? "").trim();
  if (show(part("name-error"), name === "")) {
    nameField()?.focus();
    return;
  }
  const open = openButton();
  if (open) open.disabled = true;
  say(open, texts.say("begin.opening"));
  show(part("error"), false);
  try {
    location.assign(await openMeeting(form, own, name));
  } catch (error) {
    const why = error instanceof Refused && error.message !== "" ? error.message : texts.say("begin.failed");
    say(part("error"), why);
    show(part("error"), true);
    if (open) open.disabled = false;
    say(open, texts.say("begin.open"));
  }
}

async function openMeeting(form: MeetingForm, own: OwnParts, name: string): Promise<string> {
  const composed = await form.agenda?.agenda();
  if (!composed) throw new Error("the page has an agenda");
  const { meeting, begun, body: group } = await newGroup();
  // For the room, which tells it to the others; sealed on this device until then.
  await vault.keepDraft({ group: meeting, item: meeting, field: "draft.chosen-name", text: name });
  if (practises)
    await vault.keepDraft({ group: meeting, item: meeting, field: "draft.practice", text: "yes" });
  const { body } = await ask<{ room: string }>("POST", "/begin/", {
    ...group,
    ...(await own.bring(composed, vault, meeting, begun)),
    pace: form.pace,
    acct: begun.acct,
  });
  return `${body.room}#${begun.secret}`;
}

async function ownMethods(): Promise<OwnParts> {
  const kept = await new Store(vault).list();
  return new OwnParts(new Map(kept.flatMap(({ id, method }) => (method ? [[id, method]] : []))), language);
}

/** The method that the address names, as a choice names it. */
function chosen(own: OwnParts): string | null {
  const id = location.hash.startsWith(OWN) ? location.hash.slice(OWN.length) : "";
  if (own.all.some(([known]) => known === id)) return `own:${id}`;
  return address.get("method");
}

async function open(form: HTMLFormElement): Promise<void> {
  trustOwnScripts();
  keepFragment();
  const can = await canSeal();
  show(part("too-old"), !can);
  const own = can ? await ownMethods() : new OwnParts(new Map(), language);
  const meeting = new MeetingForm(form);
  meeting.begin(own, ofDevice, chosen(own));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void begin(meeting, own);
  });
  // Shut until here: a form that is sent before the script listens would go to the server unsealed.
  const button = openButton();
  if (button) button.disabled = !can;
}

const form = document.querySelector<HTMLFormElement>("form[data-begin]");
if (form) void open(form);
