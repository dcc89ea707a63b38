const KIND = "text/plain";

/**
 * Dragging somebody to another circle; dropping leads to the page that says what it costs. Whoever uses a keyboard
 * follows the name.
 *
 *     <forming-board data-change="/programmes/…/forming/change/">
 *       <article data-circle="3"><li draggable="true" data-who="…"><a href="…">Noor</a></li></article>
 *     </forming-board>
 */
export class FormingBoard extends HTMLElement {
  #lifted: HTMLElement | null = null;

  connectedCallback(): void {
    this.addEventListener("dragstart", this.#lift);
    this.addEventListener("dragover", this.#over);
    this.addEventListener("drop", this.#drop);
    this.addEventListener("dragend", this.#letGo);
  }

  disconnectedCallback(): void {
    this.removeEventListener("dragstart", this.#lift);
    this.removeEventListener("dragover", this.#over);
    this.removeEventListener("drop", this.#drop);
    this.removeEventListener("dragend", this.#letGo);
  }

  readonly #lift = (event: DragEvent): void => {
    this.#lifted = closest(event, "[data-who]");
    if (!this.#lifted || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData(KIND, this.#lifted.dataset.who ?? "");
    this.#lifted.dataset.lifted = "";
  };

  readonly #over = (event: DragEvent): void => {
    const card = this.#target(event);
    for (const other of this.querySelectorAll<HTMLElement>("[data-over]"))
      if (other !== card) delete other.dataset.over;
    if (!card) return;
    event.preventDefault();
    card.dataset.over = "";
  };

  readonly #drop = (event: DragEvent): void => {
    const card = this.#target(event);
    if (!card || !this.#lifted) return;
    event.preventDefault();
    const wanted = new URLSearchParams({
      kind: "move",
      who: this.#lifted.dataset.who ?? "",
      circle: card.dataset.circle ?? "",
    });
    location.assign(`${this.dataset.change ?? ""}?${wanted.toString()}`);
  };

  readonly #letGo = (): void => {
    for (const card of this.querySelectorAll<HTMLElement>("[data-over]")) delete card.dataset.over;
    if (this.#lifted) delete this.#lifted.dataset.lifted;
    this.#lifted = null;
  };

  /** The circle one is over, unless it is the one that the person sits in. */
  #target(event: DragEvent): HTMLElement | null {
    const card = closest(event, "[data-circle]");
    return card && this.#lifted && !card.contains(this.#lifted) ? card : null;
  }
}

function closest(event: Event, what: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(what) : null;
}

customElements.define("forming-board", FormingBoard);
