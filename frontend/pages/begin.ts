/** Beginning a meeting: the keys are made here, the server gets what it may have, and the link stays in the address. */
import { keepFragment } from "../elements/fragment.ts";
import { say, show } from "../elements/make.ts";
import type { Composed, MeetingAgenda } from "../elements/meeting-agenda.ts";
import "../elements/meeting-agenda.ts";
import { Texts } from "../elements/texts.ts";
import { trustOwnScripts } from "../elements/trusted.ts";
import { Refused, ask } from "../live/http.ts";
import { vault } from "../vault/vault.ts";
import { ownMethod, sealedMethod, showOwnMethod } from "./boot/own-method.ts";
import { canSeal } from "./boot/start.ts";

const USUAL = 120; // minutes
const LEAST = 60;
const MOST = 480;

const form = document.querySelector<HTMLFormElement>("form[data-begin]");
const texts = Texts.ofPage();
const address = new URLSearchParams(location.search);
const practises = address.has("practice");

/** What a reload gives back, kept with this page in the browser's own history as it does with other fields. */
interface Draft {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly composed: Composed;
}

const part = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-part="${name}"]`);
const nameField = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>("#name");
const agenda = (): MeetingAgenda | null => document.querySelector<MeetingAgenda>("meeting-agenda");

function minutes(data: FormData): number {
  const own = Number(data.get("own_minutes"));
  return data.get("minutes") === "own"
    ? Math.min(MOST, Math.max(LEAST, Math.round(own) || LEAST))
    : Number(data.get("minutes") ?? USUAL);
}

const text = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");

function wishes(of: HTMLFormElement): MeetingAgenda["wishes"] {
  const data = new FormData(of);
  const pace = text(data.get("pace"));
  return { method: text(data.get("method")), minutes: minutes(data), pace };
}

function showTimes(of: HTMLFormElement): void {
  const data = new FormData(of);
  show(part("minutes"), data.get("pace") === "live");
  show(part("own"), data.get("minutes") === "own");
}

function check(of: HTMLFormElement, name: string, value: string): void {
  const field = [...of.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)].find(
    (input) => input.type !== "radio" || input.value === value,
  );
  if (!field) return;
  if (field.type === "radio") field.checked = true;
  else field.value = value;
}

function keepDraft(of: HTMLFormElement): void {
  const data = new FormData(of);
  const fields = Object.fromEntries(
    ["method", "pace", "minutes", "own_minutes"].map((name) => [name, text(data.get(name))]),
  );
  const composed = agenda()?.composed;
  if (composed) history.replaceState({ draft: { name: nameField()?.value ?? "", fields, composed } }, "");
}

/** What was filled in before a reload; none where somebody comes here with another wish. */
function restore(of: HTMLFormElement): Composed | null {
  const { draft } = (history.state ?? {}) as { draft?: Draft };
  if (!draft) return null;
  for (const [name, value] of Object.entries(draft.fields)) if (value !== "") check(of, name, value);
  const field = nameField();
  if (field?.value === "") field.value = draft.name;
  return draft.composed;
}

async function begin(of: HTMLFormElement): Promise<void> {
  const data = new FormData(of);
  const name = (nameField()?.value ?? "").trim();
  if (show(part("name-error"), name === "")) {
    nameField()?.focus();
    return;
  }
  const open = document.querySelector<HTMLButtonElement>("[data-part=open]");
  if (open) open.disabled = true;
  say(open, texts.say("begin.opening"));
  show(part("error"), false);
  try {
    location.assign(await openMeeting(text(data.get("pace")), name, minutes(data)));
  } catch (error) {
    const why = error instanceof Refused && error.message !== "" ? error.message : texts.say("begin.failed");
    say(part("error"), why);
    show(part("error"), true);
    if (open) open.disabled = false;
    say(open, texts.say("begin.open"));
  }
}

async function openMeeting(pace: string, name: string, length: number): Promise<string> {
  const own = await ownMethod();
  const composed = own ? null : await agenda()?.agenda();
  const meeting = crypto.randomUUID();
  const begun = await vault.beginGroup({ group: meeting, now: new Date().toISOString() });
  const { share } = await vault.keep({ group: meeting });
  // For the room, which tells it to the others; sealed on this device until then.
  await vault.keepDraft({ group: meeting, item: meeting, field: "draft.chosen-name", text: name });
  if (practises)
    await vault.keepDraft({ group: meeting, item: meeting, field: "draft.practice", text: "yes" });
  const { acct, member, statement, grant, box, doorTokenHash, secret } = begun;
  const { body } = await ask<{ room: string }>("POST", "/begin/", {
    meeting,
    ...(own ? { own: await sealedMethod(own, length, meeting, begun) } : { agenda: composed }),
    pace,
    acct,
    member,
    statement,
    grant,
    box,
    door_hash: doorTokenHash,
    share,
  });
  return `${body.room}#${secret}`;
}

if (form) {
  trustOwnScripts();
  keepFragment();
  const before = restore(form);
  const meeting = agenda();
  meeting?.begin(wishes(form), before, address.has("method"));
  if (meeting?.method) check(form, "method", meeting.method);
  form.addEventListener("input", ({ target }) => {
    showTimes(form);
    const isOfTheForm = target instanceof HTMLInputElement && target.name !== "";
    if (meeting && isOfTheForm) meeting.wishes = wishes(form);
    keepDraft(form);
  });
  form.addEventListener("agenda-anew", (event) => {
    check(form, "minutes", String((event as CustomEvent<number>).detail));
    showTimes(form);
  });
  form.addEventListener("agenda-changed", () => {
    keepDraft(form);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void begin(form);
  });
  showTimes(form);
  void canSeal().then(async (can) => {
    show(part("too-old"), !can);
    const own = can ? await ownMethod() : null;
    if (own) showOwnMethod(own, document.documentElement.lang === "en" ? "en" : "nl", texts);
    // Shut until here: a form that is sent before the script listens would go to the server unsealed.
    const open = document.querySelector<HTMLButtonElement>("[data-part=open]");
    if (open) open.disabled = !can;
  });
}
