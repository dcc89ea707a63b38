/** Plain notes on this device, for what a circle didn't write. Where a browser forbids them, nothing is kept. */
export interface Notes {
  read(name: string): string | null;
  write(name: string, value: string): void;
  remove(name: string): void;
}

/** `session` lasts as long as the tab, `device` until somebody has it forgotten. */
export function ownStorage(how: "session" | "device"): Notes {
  const tried = <Answer>(ask: (storage: Storage) => Answer): Answer | null => {
    try {
      return ask(how === "session" ? globalThis.sessionStorage : globalThis.localStorage);
    } catch {
      return null; // forbidden, or full
    }
  };
  return {
    read: (name) => tried((storage) => storage.getItem(name)),
    write: (name, value) => void tried((storage) => storage.setItem(name, value)),
    remove: (name) => void tried((storage) => storage.removeItem(name)),
  };
}
