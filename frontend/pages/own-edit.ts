/** Changing one method of one's own: what is typed is sealed and kept on this device all the while. */
import { keepFragment } from "../elements/fragment.ts";
import { say, show } from "../elements/make.ts";
import type { MethodEditor } from "../elements/method-editor.ts";
import "../elements/method-editor.ts";
import { Texts } from "../elements/texts.ts";
import { trustOwnScripts } from "../elements/trusted.ts";
import { saveAsFile } from "../methods/library.ts";
import { Store } from "../methods/store.ts";
import { vault } from "../vault/vault.ts";
import { canSeal } from "./boot/start.ts";

const texts = Texts.ofPage();
const store = new Store(vault);
const id = location.hash.slice(1);
const part = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-part="${name}"]`);

async function open(): Promise<void> {
  trustOwnScripts();
  keepFragment();
  addEventListener("hashchange", () => location.reload());
  if (show(part("too-old"), !(await canSeal()))) return;
  const method = await store.read(id);
  const editor = document.querySelector<MethodEditor>("method-editor");
  show(part("not-here"), method === null);
  if (!method || !editor) return;
  editor.edit(method);
  show(editor, true);

  // At each change, for a page that goes away waits for nobody; what is typed meanwhile goes with the next.
  let asked = 0;
  let keeping: Promise<void> | null = null;
  const keepAll = async (): Promise<void> => {
    for (let kept = 0; kept < asked;) {
      kept = asked;
      const how = await store.keep(id, method).then(
        (lasts) => (lasts ? "kept" : "kept.page"),
        () => "kept.failed",
      );
      say(part("kept"), texts.say(how));
    }
    keeping = null;
    asked = 0;
  };
  const keep = (): Promise<void> => {
    asked += 1;
    return (keeping ??= keepAll());
  };
  editor.addEventListener("method-changed", () => void keep());

  editor.addEventListener("method-well", (event) => {
    const isWell = (event as CustomEvent<boolean>).detail;
    show(part("not-yet"), !isWell);
    for (const way of [part("begin"), part("play")]) {
      way?.setAttribute("aria-disabled", String(!isWell));
      // A link without an address is none: there is nothing to begin as long as there are remarks.
      if (isWell) way?.setAttribute("href", `${way.dataset.href ?? ""}#own=${id}`);
      else way?.removeAttribute("href");
    }
  });

  part("file")?.addEventListener("click", () => void saveAsFile(method));
  part("paper")?.addEventListener(
    "click",
    () => void keep().then(() => location.assign(`/methods/own/print/#${id}`)),
  );
}

void open();
