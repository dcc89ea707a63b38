/** Beginning a meeting: the keys are made here, the server gets what it may have, and the link stays in the address. */
import { say, show } from "../elements/make.ts";
import { Texts } from "../elements/texts.ts";
import { trustOwnScripts } from "../elements/trusted.ts";
import { Refused, ask } from "../live/http.ts";
import { vault } from "../vault/vault.ts";
import { canSeal } from "./boot/start.ts";

const SHORT_BELOW = 90; // minutes; below this the least times of the steps begin to pinch
const LEAST = 60;
const MOST = 480;

const form = document.querySelector<HTMLFormElement>("form[data-begin]");
const texts = Texts.ofPage();
const practises = new URLSearchParams(location.search).has("practice");

const part = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-part="${name}"]`);

function minutes(data: FormData): number {
  const own = Number(data.get("own_minutes"));
  return data.get("minutes") === "own"
    ? Math.min(MOST, Math.max(LEAST, Math.round(own) || LEAST))
    : Number(data.get("minutes"));
}

function showTimes(of: HTMLFormElement): void {
  const data = new FormData(of);
  show(part("minutes"), data.get("pace") === "live");
  show(part("own"), data.get("minutes") === "own");
  show(part("short"), data.get("pace") === "live" && minutes(data) < SHORT_BELOW);
}

async function begin(of: HTMLFormElement): Promise<void> {
  const data = new FormData(of);
  const name = (of.querySelector<HTMLInputElement>("#name")?.value ?? "").trim();
  if (show(part("name-error"), name === "")) {
    of.querySelector<HTMLElement>("#name")?.focus();
    return;
  }
  const open = document.querySelector<HTMLButtonElement>("[data-part=open]");
  if (open) open.disabled = true;
  say(open, texts.say("begin.opening"));
  show(part("error"), false);
  try {
    location.assign(await openMeeting(data, name));
  } catch (error) {
    const why = error instanceof Refused && error.message !== "" ? error.message : texts.say("begin.failed");
    say(part("error"), why);
    show(part("error"), true);
    if (open) open.disabled = false;
    say(open, texts.say("begin.open"));
  }
}

async function openMeeting(data: FormData, name: string): Promise<string> {
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
    method: data.get("method"),
    minutes: minutes(data),
    pace: data.get("pace"),
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
  form.addEventListener("input", () => showTimes(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void begin(form);
  });
  showTimes(form);
  void canSeal().then((can) => {
    show(part("too-old"), !can);
    // Shut until here: a form that is sent before the script listens would go to the server unsealed.
    const open = document.querySelector<HTMLButtonElement>("[data-part=open]");
    if (open) open.disabled = !can;
  });
}
