/** A worker for one archive: stretching its passphrase takes two seconds, in which a page must go on living. */
import type { Lock } from "./archive.ts";
import { toAge } from "./archive.ts";
import type { Bytes } from "./primitives.ts";

export interface Order {
  readonly content: string | Bytes;
  readonly lock: Lock;
}

export type Delivery = { readonly archive: Bytes } | { readonly failed: true };

self.onmessage = ({ data }: MessageEvent<Order>) => {
  toAge(data.content, data.lock).then(
    (archive) => self.postMessage({ archive } satisfies Delivery),
    () => self.postMessage({ failed: true } satisfies Delivery),
  );
};
