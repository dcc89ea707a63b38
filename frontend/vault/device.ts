/**
 * The key of this device: for what somebody keeps here outside any meeting.
 *
 * The browser keeps it where scripts can use it and never read it. What it seals can't be opened from a copy of the
 * storage alone; whoever uses this browser as this person can open it.
 */
export type DeviceKey = () => Promise<CryptoKey>;

const DATABASE = "kring-vault";
const STORE = "keys";
const NAME = "device";

/** The key from the browser's database; made the first time. */
export const deviceKey: DeviceKey = async () => {
  const database = await opened();
  try {
    const fresh = await newDeviceKey();
    // One transaction looks and writes, so that two tabs can't each make a key of their own.
    const store = database.transaction(STORE, "readwrite").objectStore(STORE);
    const kept = (await done(store.get(NAME))) as CryptoKey | undefined;
    if (kept) return kept;
    await done(store.add(fresh, NAME));
    return fresh;
  } finally {
    database.close();
  }
};

export const newDeviceKey: DeviceKey = () =>
  globalThis.crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("no database", "UnknownError"));
  });
}
