/** The methods that somebody keeps on this device: new ones, adapted ones, and those from a file. */
import { make, say, show } from "../elements/make.ts";
import { Texts } from "../elements/texts.ts";
import { trustOwnScripts } from "../elements/trusted.ts";
import type { Language, Row, Said } from "../methods/data.ts";
import { phasesOf, said, usualMinutesOf } from "../methods/data.ts";
import type { FileFault } from "../methods/fit.ts";
import { libraryMethod, readFile, saveAsFile } from "../methods/library.ts";
import { adapted, newMethod } from "../methods/making.ts";
import type { Kept } from "../methods/store.ts";
import { Store } from "../methods/store.ts";
import { vault } from "../vault/vault.ts";
import { canSeal } from "./boot/start.ts";

const texts = Texts.ofPage();
const both = Texts.inBoth();
const language: Language = document.documentElement.lang === "en" ? "en" : "nl";
const store = new Store(vault);
const part = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-part="${name}"]`);

const inBoth = (name: string, of?: Said): Said => ({
  nl: both.say(`${name}.nl`, { method: of?.nl ?? "" }),
  en: both.say(`${name}.en`, { method: of?.en ?? "" }),
});
const edit = (id: string): string => `/methods/own/edit/#${id}`;

async function open(): Promise<void> {
  trustOwnScripts();
  if (show(part("too-old"), !(await canSeal()))) return;
  const from = new URLSearchParams(location.search).get("from");
  if (from !== null && (await adapt(from))) return;
  show(part("deeds"), true);
  await list();
  part("new")?.addEventListener("click", () => {
    void store
      .add(newMethod(inBoth("new.name"), inBoth("new.origin"), inBoth("certainty"), language))
      .then((id) => location.assign(edit(id)));
  });
  part("adapt")?.addEventListener("submit", (event) => {
    event.preventDefault();
    void adapt(document.querySelector<HTMLSelectElement>("#from")?.value ?? "");
  });
  const file = document.querySelector<HTMLInputElement>("#file");
  file?.addEventListener("change", () => void take(file));
}

/** A copy of a method of the library; the address forgets that it was asked for, so that going back makes no second one. */
async function adapt(id: string): Promise<boolean> {
  const method = await libraryMethod(id).catch(() => null);
  if (!method) {
    complain([texts.say("library.failed")]);
    return false;
  }
  const name = saidOf(method.name);
  const made = adapted(
    method,
    inBoth("adapted.name", name),
    inBoth("adapted.origin", name),
    inBoth("certainty"),
    language,
  );
  history.replaceState(null, "", "/methods/own/");
  location.assign(edit(await store.add(made)));
  return true;
}

const saidOf = (name: unknown): Said => ({ nl: said(name as Said, "nl"), en: said(name as Said, "en") });

async function take(input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const taken = new Set((part("taking")?.dataset.taken ?? "").split(" "));
  const found = await readFile(await file.text(), taken);
  input.value = ""; // the same file may be mended and taken again
  if ("method" in found) location.assign(edit(await store.add(found.method)));
  else complain(found.faults.map(worded));
}

function worded({ line, place, name, values }: FileFault): string {
  const where = [
    ...(line === null ? [] : [texts.say("line", { line })]),
    ...(place === "" ? [] : [place]),
  ].join(", ");
  const what = `${texts.say(name, values)} ${texts.say(`${name}.mend`, values)}`;
  return where === "" ? what : `${where}: ${what}`;
}

function complain(sentences: readonly string[]): void {
  const box = part("faults");
  box?.querySelector("ul")?.replaceChildren(...sentences.map((sentence) => make("li", {}, sentence)));
  show(box, sentences.length > 0);
  box?.focus();
}

async function list(): Promise<void> {
  const kept = await store.list();
  part("list")?.replaceChildren(...kept.map((one) => row(one)));
  show(part("none"), kept.length === 0);
}

function row({ id, method }: Kept): HTMLElement {
  const drop = (name: string): HTMLElement =>
    make(
      "button",
      {
        type: "button",
        class: "button button--quiet",
        "aria-label": texts.say("remove_it", { name }),
        onclick: () => void remove(id, method, name),
      },
      texts.say("remove"),
    );
  if (!method)
    return make(
      "li",
      {},
      make("p", {}, texts.say("unreadable")),
      make("p", { class: "button-row" }, drop(texts.say("nameless"))),
    );
  const name = said(method.name, language) || texts.say("nameless");
  const steps = texts.count("steps", phasesOf(method).length);
  const facts = `${steps} · ${texts.count("minutes", usualMinutesOf(method))}`;
  return make(
    "li",
    {},
    make("h2", { class: "method-card__name" }, make("a", { href: edit(id) }, name)),
    make("p", {}, said(method.summary, language)),
    make("p", { class: "soft small" }, facts),
    make(
      "p",
      { class: "button-row" },
      make(
        "a",
        { class: "button", href: edit(id), "aria-label": texts.say("change_it", { name }) },
        texts.say("change"),
      ),
      make(
        "a",
        { class: "button", href: `/methods/own/print/#${id}`, "aria-label": texts.say("paper_it", { name }) },
        texts.say("paper"),
      ),
      make(
        "button",
        {
          type: "button",
          class: "button",
          "aria-label": texts.say("file_it", { name }),
          onclick: () => void saveAsFile(method),
        },
        texts.say("file"),
      ),
      texts.has("share") &&
        make(
          "a",
          { class: "button", href: `/circles/methods/#${id}`, "aria-label": texts.say("share_it", { name }) },
          texts.say("share"),
        ),
      drop(name),
    ),
  );
}

async function remove(id: string, method: Row | null, name: string): Promise<void> {
  store.drop(id);
  await list();
  const undo = part("undo");
  say(part("said"), texts.say("removed", { name }));
  show(part("happened"), true);
  show(undo, method !== null);
  if (!undo || !method) return;
  undo.onclick = () => {
    show(part("happened"), false);
    void store.keep(id, method).then(list);
  };
  undo.focus();
}

void open();
