/** Hands a file to the browser; nothing of it goes over the network. */
import { make } from "./make.ts";

const GONE_AFTER_MS = 60_000; // by then the browser has written it

export function saveFile(content: BlobPart, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), GONE_AFTER_MS);
}
