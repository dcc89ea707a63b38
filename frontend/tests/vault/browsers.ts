/** Browsers without a browser: each has its own worker's keys and its own storage; the server only carries. */
import { after } from "node:test";
import type { Statement } from "../../vault/chain.ts";
import { newDeviceKey } from "../../vault/device.ts";
import { Keyring } from "../../vault/keyring.ts";
import { Shelf } from "../../vault/shelf.ts";
import type { Candidate, KeyNews, NextEpoch } from "../../vault/shapes.ts";
import { Vault } from "../../vault/vault.ts";
import type { Begun } from "../../vault/keyring.ts";
import { Caller, Counter } from "../../vault/wire.ts";
import { argon2id } from "./cast.ts";

export const MEETING = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const AN_HOUR_MS = 3_600_000;

class MemoryStorage implements Storage {
  [name: string]: unknown;
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  clear(): void {
    this.#items.clear();
  }
  getItem(name: string): string | null {
    return this.#items.get(name) ?? null;
  }
  key(at: number): string | null {
    return [...this.#items.keys()][at] ?? null;
  }
  removeItem(name: string): void {
    this.#items.delete(name);
  }
  setItem(name: string, value: string): void {
    this.#items.set(name, value);
  }
}

export class Browser {
  readonly storage = new MemoryStorage();
  readonly #device = newDeviceKey();
  readonly #deviceKey = (): Promise<CryptoKey> => this.#device;
  #counter = this.#worker();

  #worker(): Counter {
    const counter = new Counter(new Keyring(argon2id, this.#deviceKey), AN_HOUR_MS);
    after(() => counter.lock());
    return counter;
  }

  /** A page, or one more tab. */
  page(): Vault {
    const connect = async (onLocked: () => void): Promise<Caller> => {
      const { port1, port2 } = new MessageChannel();
      after(() => port1.close());
      this.#counter.serve(port1);
      const caller = new Caller(port2, onLocked);
      await caller.hello();
      return caller;
    };
    return new Vault(connect, new Shelf(this.storage));
  }

  /** The browser was closed: its keys are gone, its storage isn't. */
  restart(): void {
    this.#counter = this.#worker();
  }
}

/** What the server stores of one meeting's keys. */
export class Server {
  readonly chain: Statement[] = [];
  readonly grants = new Map<string, Record<string, string>>();
  readonly boxes: { id: string; salt: string; epoch: number }[] = [];
  readonly proofs: Record<string, string> = {};

  begun({ acct, statement, grant, box }: Begun): void {
    this.store({ statement, grants: { [acct]: grant }, box });
  }

  store({ statement, grants, box, proofs }: NextEpoch & { proofs?: Readonly<Record<string, string>> }): void {
    const epoch = this.chain.push(statement) - 1;
    this.boxes.push({ ...box, epoch });
    for (const [acct, grant] of Object.entries(grants)) this.grant(acct, { [epoch]: grant });
    Object.assign(this.proofs, proofs);
  }

  grant(acct: string, grants: Readonly<Record<string, string>>): void {
    this.grants.set(acct, { ...this.grants.get(acct), ...grants });
  }

  news(acct: string): { group: string } & KeyNews {
    const proof = this.proofs[acct];
    const proofs = proof === undefined ? {} : { [acct]: proof };
    return {
      group: MEETING,
      chain: [...this.chain],
      grants: this.grants.get(acct) ?? {},
      boxes: [...this.boxes],
      proofs,
    };
  }
}

/** A meeting with its starter, and the way for others to come in. */
export async function meeting(): Promise<{
  server: Server;
  browser: Browser;
  noor: Vault;
  begun: Begun;
  letIn: (page: Vault) => Promise<string>;
}> {
  const server = new Server();
  const browser = new Browser();
  const noor = browser.page();
  const begun = await noor.beginGroup({ group: MEETING, now: "2026-11-21T19:00:00Z" });
  server.begun(begun);
  await noor.enter(server.news(begun.acct));
  const letIn = async (page: Vault): Promise<string> => {
    const candidate = await atTheDoor(page, begun.secret);
    server.store(await noor.admit({ group: MEETING, secret: begun.secret, candidates: [candidate] }));
    await noor.enter(server.news(begun.acct));
    await page.enter(server.news(candidate.acct));
    return candidate.acct;
  };
  return { server, browser, noor, begun, letIn };
}

export async function atTheDoor(page: Vault, secret: string): Promise<Candidate> {
  const { acct, member, joinMac } = await page.knock({ group: MEETING, secret });
  return { acct, member, mac: joinMac };
}
