/** The line to the room: opens, says where it left off, comes back by itself, and notices when it went dead. */

export type LineState = "opening" | "waiting" | "open" | "lost" | "ended";

/** Why a line won't be opened again. */
export type Ending = "malformed" | "no-seat" | "no-meeting" | "closed";

const ENDINGS: Readonly<Record<number, Ending>> = {
  4400: "malformed",
  4403: "no-seat",
  4404: "no-meeting",
  4410: "closed",
};
const TOO_FAST = 4429;

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000; // a train tunnel is over in less; nobody waits longer for a room to come back
const TOO_FAST_RETRY_MS = 5_000;
const SILENT_AFTER_MS = 10_000; // what was sent is answered in milliseconds; ten seconds is a dead line
const ASLEEP_AFTER_MS = 30_000; // a phone that slept this long may hold a line that died unnoticed

export interface Ear {
  /** Number of the last event seen. */
  since: () => number;
  heard: (message: Readonly<Record<string, unknown>>) => void;
  changed: (state: LineState, ending: Ending | null) => void;
}

export class Connection {
  readonly #address: string;
  readonly #ear: Ear;
  #socket: WebSocket | null = null;
  #state: LineState = "opening";
  #tries = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #hiddenSince: number | null = null;
  readonly #stop = new AbortController();

  constructor(address: string, ear: Ear) {
    this.#address = address;
    this.#ear = ear;
    const { signal } = this.#stop;
    globalThis.addEventListener("online", () => this.#again(), { signal });
    globalThis.addEventListener("offline", () => this.#drop(), { signal });
    document.addEventListener("visibilitychange", () => this.#wake(), { signal });
  }

  get state(): LineState {
    return this.#state;
  }

  open(): void {
    if (this.#socket || this.#stop.signal.aborted) return;
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ hello: { since: this.#ear.since() } }));
    socket.onmessage = ({ data }) => this.#hear(socket, String(data));
    socket.onclose = ({ code }) => {
      if (this.#socket === socket) this.#ended(code);
    };
  }

  /** Whether it went out; what didn't stays with the caller. */
  send(message: object): boolean {
    if (this.#state !== "open" || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    this.#silence ??= setTimeout(() => this.#drop(), SILENT_AFTER_MS);
    return true;
  }

  /** Hangs up for good. */
  close(): void {
    this.#stop.abort();
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#socket?.close(1000);
    this.#socket = null;
  }

  #hear(socket: WebSocket, data: string): void {
    if (this.#socket !== socket) return;
    clearTimeout(this.#silence);
    this.#silence = undefined;
    const message = JSON.parse(data) as Readonly<Record<string, unknown>>;
    if ("waiting" in message) this.#become("waiting");
    this.#ear.heard(message);
    if ("welcome" in message) {
      this.#tries = 0;
      this.#become("open");
    }
  }

  #ended(code: number): void {
    this.#socket = null;
    clearTimeout(this.#silence);
    this.#silence = undefined;
    const ending = ENDINGS[code];
    if (ending) {
      this.#stop.abort();
      this.#become("ended", ending);
      return;
    }
    this.#become("lost");
    const wait =
      code === TOO_FAST ? TOO_FAST_RETRY_MS : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#tries);
    this.#tries += 1;
    // Not all at once when a server comes back: each waits a little differently.
    this.#retry = setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
  }

  #become(state: LineState, ending: Ending | null = null): void {
    if (this.#state === state && state !== "ended") return;
    this.#state = state;
    this.#ear.changed(state, ending);
  }

  /** The line is dead, whatever the socket thinks. */
  #drop(): void {
    const socket = this.#socket;
    if (!socket) return;
    socket.onclose = null;
    socket.onmessage = null;
    socket.close();
    this.#ended(1006);
  }

  #again(): void {
    this.#tries = 0;
    clearTimeout(this.#retry);
    this.open();
  }

  #wake(): void {
    if (document.visibilityState === "hidden") {
      this.#hiddenSince = Date.now();
      return;
    }
    const asleep = this.#hiddenSince === null ? 0 : Date.now() - this.#hiddenSince;
    this.#hiddenSince = null;
    if (asleep > ASLEEP_AFTER_MS) this.#drop();
    if (!this.#socket) this.#again();
  }
}
