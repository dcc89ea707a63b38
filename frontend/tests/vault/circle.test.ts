import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { Statement } from "../../vault/chain.ts";
import { Keyring } from "../../vault/keyring.ts";
import type { Admission, Guest, NextEpoch, Placed, PlacedBox } from "../../vault/shapes.ts";
import { argon2id } from "./cast.ts";
import { newDeviceKey } from "../../vault/device.ts";

const NOW = "2026-11-22T19:00:00Z";
const FIELD = "rules.text";

/** The server's books for one group that lasts. */
class Books {
  readonly group = randomUUID();
  readonly chain: Statement[] = [];
  readonly boxes: PlacedBox[] = [];
  readonly grants = new Map<string, Record<string, string>>();
  readonly proofs = new Map<string, Record<string, string>>();

  store(
    next: Omit<NextEpoch, "grants"> & Partial<Admission> & { grants: Readonly<Record<string, string>> },
  ): void {
    const epoch = this.chain.length;
    this.chain.push(next.statement);
    this.boxes.push({ ...next.box, epoch });
    for (const [acct, grant] of Object.entries(next.grants))
      this.grants.set(acct, { ...this.grants.get(acct), [epoch]: grant });
    for (const [acct, proof] of Object.entries(next.proofs ?? {}))
      this.proofs.set(acct, { ...this.proofs.get(acct), [epoch]: proof });
  }
}

/** Somebody with a vault key of their own, in a browser of their own. */
class Person {
  readonly name: string;
  readonly acct: string;
  readonly keyring = new Keyring(argon2id, newDeviceKey);

  private constructor(name: string, acct: string) {
    this.name = name;
    this.acct = acct;
  }

  static async withKeys(name: string, acct: string = randomUUID()): Promise<Person> {
    const person = new Person(name, acct);
    await person.keyring.touchPasskey({
      credential: "passkey",
      output: Buffer.alloc(32, 7).toString("base64url"),
    });
    const { member, slot } = await person.keyring.createByPasskey({ acct });
    await person.keyring.unlock({ acct, member, slots: [slot] });
    return person;
  }

  async look({ group, chain, boxes, grants, proofs }: Books): Promise<string[]> {
    const told = { chain, boxes, grants: grants.get(this.acct) ?? {}, proofs: proofs.get(this.acct) ?? {} };
    const { roster } = await this.keyring.enter({ group, ...told, pin: null });
    return roster.map(([, , , name]) => name).sort();
  }

  async write({ group }: Books, text: string): Promise<{ envelope: string; item: string }> {
    const item = randomUUID();
    return { item, envelope: await this.keyring.seal({ group, item, field: FIELD, rev: 1, text }) };
  }

  async read({ group }: Books, by: Person, sealed: { envelope: string; item: string }): Promise<string> {
    const [opened] = await this.keyring.open({
      group,
      items: [{ ...sealed, field: FIELD, rev: 1, author: by.acct }],
    });
    assert.ok(opened);
    return "text" in opened ? opened.text : opened.error;
  }
}

async function accepted(books: Books, guest: Person, replaces: string | null = null): Promise<Guest> {
  const { group } = books;
  const invited = await guest.keyring.newInvitation();
  await guest.keyring.sit({ group, name: guest.name, invited });
  const shown = await guest.keyring.accept({ group, ...invited });
  return { acct: guest.acct, ...shown, ...invited, replaces };
}

/** At the door without a link. */
async function placed({ group }: Books, one: Person): Promise<Placed> {
  await one.keyring.sit({ group, name: one.name });
  return { acct: one.acct, member: await one.keyring.entry({ group }), placed: true };
}

async function circleOf(books: Books, first: Person, ...others: Person[]): Promise<void> {
  const { group } = books;
  const begun = await first.keyring.beginCircle({ group, name: first.name, now: NOW });
  books.store({ ...begun, grants: { [first.acct]: begun.grant } });
  await first.look(books);
  for (const other of others) {
    const guests = [await accepted(books, other)];
    books.store(await first.keyring.welcome({ group, guests, now: NOW }));
    await first.look(books);
  }
}

test("a newcomer reads what comes and not what was", async () => {
  const [books, noor, bram] = [new Books(), await Person.withKeys("Noor"), await Person.withKeys("Bram")];
  await circleOf(books, noor);
  const before = await noor.write(books, "before");
  books.store(
    await noor.keyring.welcome({ group: books.group, guests: [await accepted(books, bram)], now: NOW }),
  );
  await noor.look(books);

  assert.deepEqual(await bram.look(books), ["Bram", "Noor"]);
  assert.equal(await bram.read(books, noor, await noor.write(books, "after")), "after");
  assert.equal(await bram.read(books, noor, before), "no-grant");
});

test("another secret than the invitation's lets nobody in", async () => {
  const [books, noor, olga] = [new Books(), await Person.withKeys("Noor"), await Person.withKeys("Olga")];
  await circleOf(books, noor);
  const { secret } = await noor.keyring.newInvitation();
  const guests = [{ ...(await accepted(books, olga)), secret }];

  await assert.rejects(noor.keyring.welcome({ group: books.group, guests, now: NOW }), { code: "refused" });
});

test("a member's press lets in who has a place, and the words tell the rest", async () => {
  const [books, noor, bram] = [new Books(), await Person.withKeys("Noor"), await Person.withKeys("Bram")];
  const { group } = books;
  await circleOf(books, noor);
  books.store(await noor.keyring.welcome({ group, guests: [await placed(books, bram)], now: NOW }));
  await noor.look(books);

  const grants = books.grants.get(bram.acct) ?? {};
  const { chain, boxes } = books;
  const { warnings } = await bram.keyring.enter({ group, chain, boxes, grants, pin: null });
  assert.deepEqual(warnings, [{ code: "unpinned", epoch: 1 }]);
  assert.equal(await bram.read(books, noor, await noor.write(books, "after")), "after");
  assert.deepEqual(await noor.keyring.words({ group }), await bram.keyring.words({ group }));
});

test("without a press a place lets nobody in", async () => {
  const [books, noor, bram] = [new Books(), await Person.withKeys("Noor"), await Person.withKeys("Bram")];
  const { group } = books;
  await circleOf(books, noor);
  const { acct, member } = await placed(books, bram);
  const guests = [{ acct, member, mac: "", ...(await noor.keyring.newInvitation()), replaces: null }];

  await assert.rejects(noor.keyring.welcome({ group, guests, now: NOW }), { code: "refused" });
});

test("a place takes nobody's seat", async () => {
  const [books, noor, bram] = [new Books(), await Person.withKeys("Noor"), await Person.withKeys("Bram")];
  const { group } = books;
  await circleOf(books, noor, bram);
  const other = await Person.withKeys("Bram", bram.acct);

  await assert.rejects(noor.keyring.welcome({ group, guests: [await placed(books, other)], now: NOW }), {
    code: "refused",
  });
});

test("who left opens nothing that comes after", async () => {
  const [books, noor, bram] = [new Books(), await Person.withKeys("Noor"), await Person.withKeys("Bram")];
  await circleOf(books, noor, bram);
  await bram.look(books);
  books.store(await noor.keyring.remove({ group: books.group, acct: bram.acct, now: NOW }));
  await noor.look(books);

  const later = await noor.write(books, "later");

  await assert.rejects(bram.look(books), { code: "removed" });
  assert.equal(await bram.read(books, noor, later), "box");
});

test("lost keys come back by an invitation made for that, and no others", async () => {
  const [books, noor, bram] = [new Books(), await Person.withKeys("Noor"), await Person.withKeys("Bram")];
  const { group } = books;
  await circleOf(books, noor, bram);
  const said = await noor.write(books, "while Bram was there");
  const afresh = await Person.withKeys("Bram", bram.acct);
  const guest = await accepted(books, afresh);

  await assert.rejects(noor.keyring.welcome({ group, guests: [guest], now: NOW }), { code: "refused" });

  books.grants.delete(bram.acct);
  books.store(await noor.keyring.welcome({ group, guests: [{ ...guest, replaces: bram.acct }], now: NOW }));
  await noor.look(books);
  const given = await noor.keyring.regrant({ group, acct: bram.acct, whileMember: true });
  books.grants.set(bram.acct, { ...given, ...books.grants.get(bram.acct) });
  await afresh.look(books);

  assert.deepEqual(Object.keys(given), ["1", "2"]);
  assert.equal(await afresh.read(books, noor, said), "while Bram was there");
});
