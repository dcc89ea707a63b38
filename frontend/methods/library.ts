/** Methods of the library, and files: read where they are needed, because reading YAML takes a script of its own. */
import type { Row } from "./data.ts";
import { text } from "./data.ts";
import type { Read } from "./file.ts";

/** A method of the library as its file holds it; null where it can't be had. */
export async function libraryMethod(id: string): Promise<Row | null> {
  const answer = await fetch(`/methods/${encodeURIComponent(id)}/file/`);
  if (!answer.ok) return null;
  const found = await readFile(await answer.text(), new Set());
  return "method" in found ? found.method : null;
}

export async function readFile(source: string, taken: ReadonlySet<string>): Promise<Read> {
  const { read } = await import("./file.ts");
  return read(source, taken);
}

/** Hands a method over as a file, called after its id. */
export async function saveAsFile(method: Row): Promise<void> {
  const { write } = await import("./file.ts");
  const address = URL.createObjectURL(new Blob([write(method)], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${text(method.id)}.yaml`;
  link.click();
  // The browser reads it after the click; it needs no more than a moment.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
