/** The sheets of a method of one's own: the server lays them out with places, and here the words come in. */
import { keepFragment } from "../elements/fragment.ts";
import { say, show } from "../elements/make.ts";
import { Texts } from "../elements/texts.ts";
import { postForPage } from "../live/page.ts";
import type { Language, Row } from "../methods/data.ts";
import { said } from "../methods/data.ts";
import type { Skeleton } from "../methods/skeleton.ts";
import { skeletonOf, withWords } from "../methods/skeleton.ts";
import { Store } from "../methods/store.ts";
import { vault } from "../vault/vault.ts";
import { canSeal } from "./boot/start.ts";
import { trustOwnScripts } from "../elements/trusted.ts";

const texts = Texts.ofPage();
const language: Language = document.documentElement.lang === "en" ? "en" : "nl";
const part = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-part="${name}"]`);

async function open(): Promise<void> {
  trustOwnScripts();
  keepFragment();
  const id = location.hash.slice(1);
  part("back")?.setAttribute("href", `/methods/own/edit/#${id}`);
  const method = (await canSeal()) ? await new Store(vault).read(id) : null;
  if (!method) {
    complain("not_here");
    return;
  }
  const skeleton = skeletonOf(method);
  const page = await postForPage("/methods/own/sheets/", { method: skeleton.method });
  const sheets = [...(page?.body.children ?? [])].filter((sheet) => sheet.matches("section"));
  if (sheets.length === 0) {
    complain("no_sheets");
    return;
  }
  for (const sheet of sheets) fillIn(sheet, skeleton, method);
  document.querySelector("main")?.replaceChildren(...sheets);
  document.title = `${said(method.name, language)} · Kring`;
  const print = part("print");
  show(print, true);
  print?.addEventListener("click", () => globalThis.print());
}

/** Every text, and every address, that stands for something of the method. */
function fillIn(sheet: Element, skeleton: Skeleton, method: Row): void {
  const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const words = withWords(node.nodeValue ?? "", skeleton, method, language);
    if (words !== node.nodeValue) node.nodeValue = words;
  }
}

function complain(name: string): void {
  say(part("state"), texts.say(name));
}

void open();
