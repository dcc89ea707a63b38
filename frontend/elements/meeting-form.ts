/** The form with which a meeting is begun: method, pace and time beside the agenda. What is filled in survives a reload. */
import type { Language } from "../methods/data.ts";
import type { OwnParts } from "../methods/own-parts.ts";
import { show } from "./make.ts";
import type { Composed, MeetingAgenda } from "./meeting-agenda.ts";
import "./meeting-agenda.ts";
import { showOwnChoices } from "./own-choices.ts";
import { Texts } from "./texts.ts";
import type { UsualPlace } from "./usual-meeting.ts";

const USUAL = 120; // minutes
const LEAST = 60;
const MOST = 480;
const FIELDS = ["method", "pace", "minutes", "own_minutes"];

/** What a reload gives back, kept with this page in the browser's own history as it does with other fields. */
interface Draft {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly composed: Composed;
}

/**
 *     <form>
 *       <input type="radio" name="method" value="basis"> <div data-part="own-choices" hidden>…</div>
 *       <input type="radio" name="pace" value="live"> <fieldset data-part="minutes">… <div data-part="own" hidden>…</div></fieldset>
 *       <meeting-agenda>…</meeting-agenda> <input id="name">
 *     </form>
 */
export class MeetingForm {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  /** `chosen`: the method that was asked for elsewhere, as a choice names it. */
  begin(own: OwnParts, usual: UsualPlace, chosen: string | null): void {
    const language: Language = document.documentElement.lang === "en" ? "en" : "nl";
    showOwnChoices(this.#form, own, Texts.ofPage(), language);
    this.agenda?.offer(own, usual);
    const before = this.#restore();
    if (!before && chosen !== null) this.#check("method", chosen);
    this.#showTimes();
    this.agenda?.begin(this.#wishes, before, chosen !== null);
    if (this.agenda?.method) this.#check("method", this.agenda.method);
    this.#showChosen();
    this.#listen();
  }

  get agenda(): MeetingAgenda | null {
    return this.#form.querySelector<MeetingAgenda>("meeting-agenda");
  }

  get pace(): string {
    return this.#wishes.pace;
  }

  #listen(): void {
    this.#form.addEventListener("input", ({ target }) => {
      this.#showTimes();
      const isOfTheForm = target instanceof HTMLInputElement && target.name !== "";
      if (this.agenda && isOfTheForm) this.agenda.wishes = this.#wishes;
      this.#keep();
    });
    this.#form.addEventListener("agenda-anew", (event) => {
      this.#check("minutes", String((event as CustomEvent<number>).detail));
      this.#showTimes();
    });
    this.#form.addEventListener("agenda-changed", () => this.#keep());
  }

  get #wishes(): MeetingAgenda["wishes"] {
    const data = new FormData(this.#form);
    const own = Number(data.get("own_minutes"));
    const minutes =
      data.get("minutes") === "own"
        ? Math.min(MOST, Math.max(LEAST, Math.round(own) || LEAST))
        : Number(data.get("minutes") ?? USUAL);
    return { method: text(data.get("method")), minutes, pace: text(data.get("pace")) || "live" };
  }

  #showTimes(): void {
    const data = new FormData(this.#form);
    show(this.#part("minutes"), (data.get("pace") ?? "live") === "live");
    show(this.#part("own"), data.get("minutes") === "own");
  }

  /** A choice that was made is seen, wherever it stands. */
  #showChosen(): void {
    const folded = this.#form.querySelector("[name=method]:checked")?.closest("details");
    if (folded) folded.open = true;
  }

  #check(name: string, value: string): void {
    const field = [...this.#form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)].find(
      (input) => input.type !== "radio" || input.value === value,
    );
    if (!field) return;
    if (field.type === "radio") field.checked = true;
    else field.value = value;
  }

  #keep(): void {
    const data = new FormData(this.#form);
    const fields = Object.fromEntries(FIELDS.map((name) => [name, text(data.get(name))]));
    const composed = this.agenda?.composed;
    if (composed) history.replaceState({ draft: { name: this.#name?.value ?? "", fields, composed } }, "");
  }

  /** What was filled in before a reload; none where somebody comes here with another wish. */
  #restore(): Composed | null {
    const { draft } = (history.state ?? {}) as { draft?: Draft };
    if (!draft) return null;
    for (const [name, value] of Object.entries(draft.fields)) if (value !== "") this.#check(name, value);
    if (this.#name?.value === "") this.#name.value = draft.name;
    return draft.composed;
  }

  get #name(): HTMLInputElement | null {
    return this.#form.querySelector<HTMLInputElement>("#name");
  }

  #part(name: string): HTMLElement | null {
    return this.#form.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

const text = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");
