/**
 * What kind of question the triage ended in, handed on to the other pages of this tab.
 *
 * Not in an address: those go to the server and into the history of a device that others may use. The kind dies with
 * the tab; the words of the question never come here.
 */
import { ownStorage } from "./own-storage.ts";

const NAME = "kring:kind-of-question";

export const handOver = (kind: string): void => ownStorage("session").write(NAME, kind);

export const handedOver = (): string | null => ownStorage("session").read(NAME);

export const forgetKind = (): void => ownStorage("session").remove(NAME);
