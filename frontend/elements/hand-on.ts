/** A text that somebody hands on by their own means: copied, sent by their own mail program, shared. */
import { say, show } from "./make.ts";
import { buttonPart, inputPart, part } from "./parts.ts";
import type { Texts } from "./texts.ts";

export interface HandedOn {
  readonly subject: string;
  readonly text: string;
  /** What is copied, where that is less than the whole message. */
  readonly copied?: string;
  /** The beginning of the names of what is said after copying. */
  readonly says: "link" | "message";
}

/** Ties the pieces `copy`, `copied`, `mail` and `share` of a place to the text. */
export function handOn(
  place: HTMLElement,
  { subject, text, copied = text, says }: HandedOn,
  texts: Texts,
): void {
  buttonPart(place, "copy")?.addEventListener("click", () => {
    navigator.clipboard.writeText(copied).then(
      () => say(part(place, "copied"), texts.say(`${says}.copied`)),
      () => {
        inputPart(place, "link")?.focus();
        say(part(place, "copied"), texts.say(`${says}.copy`));
      },
    );
  });
  const mail = place.querySelector<HTMLAnchorElement>("[data-part=mail]");
  if (mail) mail.href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  const share = buttonPart(place, "share");
  if (share && show(share, "share" in navigator))
    share.addEventListener("click", () => {
      navigator.share({ title: subject, text }).catch(() => undefined); // called off
    });
}
