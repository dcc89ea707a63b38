import type { Agenda, AgendaShown, Part, PartKind } from "../live/agenda.ts";
import { choiceOf, isCase, moved, nextQuarter, withMethod, withPart } from "../live/agenda.ts";
import { Refused } from "../live/http.ts";
import { OwnParts } from "../methods/own-parts.ts";
import type { Kept } from "./agenda-parts.ts";
import { bare, fixedParts, keep, kept, mended, mergeOf, rowsOf } from "./agenda-parts.ts";
import { showAgenda } from "./agenda-rows.ts";
import { dragRows } from "./drag-rows.ts";
import { make, say, show } from "./make.ts";
import { ownOptions } from "./own-choices.ts";
import { Texts } from "./texts.ts";
import type { UsualPlace } from "./usual-meeting.ts";
import { ofDevice } from "./usual-meeting.ts";

const PATIENCE_MS = 120; // after the last press of a button

/** What of it survives a reload; `parts` only where somebody has put them together. */
export interface Composed {
  readonly start: string;
  readonly parts: readonly Part[] | null;
}

/**
 * The meeting from part to part, with its clock. Adapting it: parts come, go and move, and last longer or shorter.
 * The usual one goes with the method and the time until somebody adapts it.
 *
 *     <meeting-agenda data-exercise="" data-with="self_check">
 *       <input type="time" id="start"> <div data-part="band"></div> <ol data-part="rows"></ol>
 *       <p data-part="total"></p> <ul data-part="remarks"></ul> <p role="status" data-part="told"></p>
 *       <button data-part="adapt"></button>
 *       <div data-part="tools" hidden>… <button data-part="add"> <button data-anew="90"> <button data-part="save"></div>
 *     </meeting-agenda>
 *
 * Tells the page `agenda-changed` after each change, and `agenda-anew` (with the minutes) before it begins anew.
 */
export class MeetingAgenda extends HTMLElement {
  readonly #texts = Texts.ofPage();
  #parts: Kept[] | null = null;
  #shown: AgendaShown | null = null;
  #wishes = { method: "", minutes: 120, pace: "live" };
  #cases = "1";
  #asked = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #coming: Promise<void> = Promise.resolve();
  #isOpen = false;
  #own = new OwnParts(new Map(), "nl");
  #usual: UsualPlace = ofDevice;

  connectedCallback(): void {
    this.#start.value = nextQuarter(new Date());
    this.#start.addEventListener("input", () => {
      this.#changed();
    });
    const rows = this.#part("rows");
    if (rows) dragRows(rows, (from, to) => this.#move(this.#placeOf(from), this.#placeOf(to)));
    this.addEventListener("click", this.#clicked);
  }

  // deeds ------------------------------------------------------------------------------------------------

  /** What else may be a part, and where the usual meeting is kept. */
  offer(own: OwnParts, usual: UsualPlace): void {
    this.#own = own;
    this.#usual = usual;
    const language = document.documentElement.lang === "en" ? "en" : "nl";
    const options = ownOptions(own, language);
    if (options.length > 0)
      this.querySelector("#part-to-add")?.append(
        make("optgroup", { label: this.#texts.say("own.methods") }, ...options),
      );
  }

  /**
   * Begin with what was there before a reload, with what is kept as usual, or with what goes with the method.
   * Where the method was `chosen` elsewhere, the usual meeting takes that one.
   */
  begin(wishes: MeetingAgenda["wishes"], before: Composed | null, chosen: boolean): void {
    this.#wishes = wishes;
    const usual = before || this.dataset.exercise ? null : this.#usual.kept;
    this.#start.value = before?.start ?? usual?.start ?? this.#start.value;
    const parts = before?.parts ?? usual?.parts ?? null;
    this.#parts = parts && kept(parts);
    if (before) this.dataset.with = "";
    if (usual && chosen) this.#useMethod(wishes.method);
    show(this.#part("forget"), this.#usual.kept !== null);
    this.#ask();
  }

  /** Another method, time or pace was chosen elsewhere on the page. */
  set wishes(wishes: { method: string; minutes: number; pace: string }) {
    const before = this.#wishes;
    this.#wishes = wishes;
    if (this.#parts && wishes.method !== before.method) this.#useMethod(wishes.method);
    if (JSON.stringify(before) !== JSON.stringify(wishes)) this.#ask();
  }

  get wishes(): { method: string; minutes: number; pace: string } {
    return this.#wishes;
  }

  get composed(): Composed {
    return { start: this.#start.value, parts: this.#parts?.map(bare) ?? null };
  }

  /** The method of the first case, as a choice names it, where there is one. */
  get method(): string | null {
    const first = this.#parts?.find(isCase);
    return first ? choiceOf(first) : null;
  }

  /**
   * What to meet by. A part that nobody gave minutes of its own shares in the time.
   *
   * Throws `Refused` where it never came from the server.
   */
  async agenda(): Promise<Agenda> {
    if (!this.#shown && !this.#parts) this.#ask();
    await this.#coming;
    if (this.#parts) return { minutes: this.#wishes.minutes, parts: this.#parts.map(bare) };
    if (!this.#shown) throw new Refused("agenda", this.#texts.say("agenda.failed"), 0);
    const parts = this.#shown.parts.map(({ kind, id }) => ({ kind, id, minutes: null }));
    return { minutes: this.#shown.minutes, parts };
  }

  // private ----------------------------------------------------------------------------------------------

  readonly #clicked = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const row = button.closest("li");
    const place = row ? this.#placeOf([...(row.parentElement?.children ?? [])].indexOf(row)) : -1;
    const { anew, cases = "1" } = button.dataset;
    if (anew) this.#beginAnew(Number(anew), cases);
    this.#deeds[button.dataset.part ?? ""]?.(place, button);
  };

  readonly #deeds: Readonly<Record<string, (place: number, button: HTMLElement) => void>> = {
    adapt: () => this.#open(!this.#isOpen),
    add: () => this.#add(),
    spread: () => this.#change((parts) => parts.map((part) => ({ ...part, minutes: null }))),
    save: () => void this.#save(),
    forget: () => void this.#forget(),
    earlier: (place, button) => this.#move(place, place - 1, button),
    later: (place, button) => this.#move(place, place + 1, button),
    shorter: (place) => this.#last(place, -1),
    longer: (place) => this.#last(place, 1),
    remove: (place) => this.#remove(place),
  };

  #open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (isOpen && !this.#parts && this.#shown) this.#parts = fixedParts(this.#shown);
    this.#show();
  }

  #beginAnew(minutes: number, cases: string): void {
    this.#parts = null;
    this.#cases = cases;
    this.#wishes = { ...this.#wishes, minutes };
    this.dispatchEvent(new CustomEvent("agenda-anew", { detail: minutes, bubbles: true }));
    this.#ask();
  }

  #useMethod(method: string): void {
    this.#parts = kept(withMethod(this.#parts ?? [], method, this.#usualMinutes("block:choosing")));
  }

  #change(change: (parts: Kept[]) => Kept[]): void {
    this.#parts = change(this.#parts ?? fixedParts(this.#shown));
    this.#show();
    this.#ask(PATIENCE_MS);
  }

  #move(from: number, to: number, button?: HTMLElement): void {
    const of = this.#parts?.length ?? 0;
    if (to < 0 || to >= of) return;
    const name = this.#nameAt(from);
    this.#change((parts) => moved(parts, from, to));
    this.#tell("agenda.moved", { part: name, place: to + 1, of });
    button?.focus(); // a row that moves lets go of it
  }

  #last(place: number, by: number): void {
    const shown = this.#rowAt(place);
    if (!shown) return;
    const minutes = Math.min(shown.most, Math.max(shown.least, shown.minutes + by));
    this.#change((parts) => parts.map((part, i) => (i === place ? { ...part, minutes } : part)));
    const said = this.#texts.count("agenda.minutes", minutes);
    this.#tell("agenda.lasts", { part: shown.name, minutes: said });
  }

  #remove(place: number): void {
    const name = this.#nameAt(place);
    this.#change((parts) => parts.filter((_, i) => i !== place));
    this.#tell("agenda.removed", { part: name });
    const rows = this.#part("rows")?.children ?? [];
    const next = rows[Math.min(place, rows.length - 1)]?.querySelector<HTMLElement>("[data-part=remove]");
    (next ?? this.#part("adapt"))?.focus();
  }

  #add(): void {
    const select = this.querySelector<HTMLSelectElement>("#part-to-add");
    const [kind, id] = (select?.value ?? "").split(":") as [PartKind, string | undefined];
    if (!select || id === undefined) {
      select?.focus();
      return;
    }
    const part = keep({ kind, id, minutes: this.#usualMinutes(select.value) });
    const name = select.selectedOptions[0]?.text.replace(/ \(\d+\)$/, "") ?? "";
    let place = 0;
    this.#change((parts) => {
      const [all, at] = withPart(parts, part, this.#usualMinutes("block:choosing"));
      place = at;
      return kept(all);
    });
    select.value = "";
    this.#tell("agenda.added", { part: name, place: place + 1, of: this.#parts?.length ?? 0 });
  }

  async #save(): Promise<void> {
    const parts = (this.#parts ?? fixedParts(this.#shown)).map(bare);
    const lasts = parts.length > 0 && (await this.#usual.keep({ start: this.#start.value, parts }));
    show(this.#part("forget"), this.#usual.kept !== null);
    this.#tell(lasts ? "agenda.saved" : "agenda.not_saved");
  }

  async #forget(): Promise<void> {
    await this.#usual.forget();
    const isGone = this.#usual.kept === null;
    show(this.#part("forget"), !isGone);
    this.#tell(isGone ? "agenda.forgotten" : "agenda.not_saved");
  }

  /** Ask for the clock of what is there now. What is overtaken by a later question is passed over. */
  #ask(after = 0): void {
    clearTimeout(this.#later);
    const asked = ++this.#asked;
    this.#changed();
    this.#coming = new Promise((done) => {
      this.#later = setTimeout(() => {
        void this.#answer(asked).finally(done);
      }, after);
    });
  }

  async #answer(asked: number): Promise<void> {
    try {
      const { exercise = "" } = this.dataset;
      const parts = this.#parts?.map(bare) ?? null;
      const shown = await this.#own.look({ ...this.#wishes, parts, exercise, cases: this.#cases });
      if (asked !== this.#asked) return;
      this.#shown = shown;
      const mend = mended(this.#parts, shown, this.dataset.with ?? "");
      this.dataset.with = "";
      if (mend) {
        this.#parts = mend;
        this.#ask();
        return;
      }
      if (this.dataset.exercise) this.#wishes = { ...this.#wishes, minutes: shown.minutes };
      if (this.#isOpen) this.#parts = mergeOf(this.#parts, shown);
      show(this.#part("agenda-error"), false);
      this.#show();
    } catch (error) {
      if (asked !== this.#asked) return;
      const why =
        error instanceof Refused && error.message !== "" ? error.message : this.#texts.say("agenda.failed");
      say(this.#part("agenda-error"), why);
      show(this.#part("agenda-error"), true);
    }
  }

  #changed(): void {
    this.#show();
    this.dispatchEvent(new Event("agenda-changed", { bubbles: true }));
  }

  #rows(): ReturnType<typeof rowsOf> {
    return rowsOf(this.#parts, this.#shown?.parts ?? []);
  }

  #show(): void {
    const { minutes, pace } = this.#wishes;
    const { faults = [], warnings = [] } = this.#shown ?? {};
    showAgenda(this, this.#texts, {
      rows: this.#rows(),
      start: pace === "live" ? this.#start.value : null,
      minutes,
      isOpen: this.#isOpen,
      faults,
      warnings,
    });
    show(this.#part("twice"), this.#fitsTwice);
  }

  #nameAt(place: number): string {
    return this.#rowAt(place)?.name ?? "";
  }

  /** Of the part that this row shows: one that was just added has no row until the server has told about it. */
  #placeOf(row: number): number {
    const key = this.#rows()[row]?.key;
    return this.#parts?.findIndex((part) => part.key === key) ?? row;
  }

  #rowAt(place: number): ReturnType<typeof rowsOf>[number] | undefined {
    const rows = this.#rows();
    return this.#parts ? rows.find(({ key }) => key === this.#parts?.[place]?.key) : rows[place];
  }

  #usualMinutes(value: string): number {
    return Number(this.#option(value)?.dataset.minutes ?? 0);
  }

  /** Whether two cases by the method fit into the longest usual meeting. Of an own one nobody has worked that out. */
  get #fitsTwice(): boolean {
    return this.#option(`method:${this.#wishes.method}`)?.dataset.twice !== undefined;
  }

  #option(value: string): HTMLOptionElement | null {
    return this.querySelector<HTMLOptionElement>(`option[value="${value}"]`);
  }

  #tell(name: string, values: Readonly<Record<string, string | number>> = {}): void {
    say(this.#part("told"), this.#texts.say(name, values));
  }

  get #start(): HTMLInputElement {
    const start = this.querySelector<HTMLInputElement>("#start");
    if (!start) throw new Error("a meeting-agenda has an input with the id start");
    return start;
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}

customElements.define("meeting-agenda", MeetingAgenda);
