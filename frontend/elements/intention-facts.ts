/** What the page of intentions knows in the open: names, when the circle met, and of what a mail was asked for. */
export class IntentionFacts {
  readonly reminders: Map<string, string>;
  readonly #content: DocumentFragment | undefined;

  constructor(page: Document = document) {
    this.#content = page.querySelector<HTMLTemplateElement>("template#intentions-facts")?.content;
    this.reminders = new Map(
      [...(this.#content?.querySelectorAll<HTMLElement>("[data-reminder]") ?? [])].map((one) => [
        one.dataset.reminder ?? "",
        one.textContent,
      ]),
    );
  }

  /** By account; an empty text for somebody who isn't in the circle. */
  nameOf(member: string): string {
    return this.#content?.querySelector(`[data-member="${CSS.escape(member)}"]`)?.textContent ?? "";
  }

  /** The accounts of all members, in the order of the page. */
  get members(): readonly string[] {
    return [...(this.#content?.querySelectorAll<HTMLElement>("[data-member]") ?? [])].map(
      ({ dataset }) => dataset.member ?? "",
    );
  }

  /** The day of a meeting of this circle, as a link to it. */
  linkTo(meeting: string | null): Element | null {
    const found =
      meeting === null ? null : this.#content?.querySelector(`[data-meeting="${CSS.escape(meeting)}"]`);
    return found ? (found.cloneNode(true) as Element) : null;
  }
}
