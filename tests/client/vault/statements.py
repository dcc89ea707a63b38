"""
Chains that must hold and chains that must not, for both vaults: `tests/vectors/sealing_chains.json`.

`python tests/client/vault/statements.py` writes the file anew; a test holds it to this script.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kring.client.vault.chain import member_of, statement_hash
from kring.client.vault.keys import Keys, derive_keys
from kring.client.vault.primitives import base64url

VECTORS = Path(__file__).resolve().parents[2] / "vectors" / "sealing_chains.json"
GROUP = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
OTHER_GROUP = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaab"
NOOR, BRAM = (
    derive_keys(bytes([byte]) * 32, f"{byte}{byte}111111-1111-4111-8111-111111111111") for byte in (1, 2)
)
GHOST = derive_keys(bytes([9]) * 32, BRAM.acct)  # Bram's account with keys that the server made

Body = dict[str, Any]  # JSON, wrong on purpose in all kinds of ways
Chain = list[dict[str, str]]


def body(epoch: int = 0, by: Keys = NOOR, who: tuple[Keys, ...] = (NOOR,), **changed: Any) -> Body:
    """What a statement says when nothing is wrong with it."""
    return {
        "v": 1,
        "kind": "kring-epoch",
        "group": GROUP,
        "epoch": epoch,
        "prev": "",
        "by": by.acct,
        "why": "add" if epoch else "create",
        "members": [list(member_of(keys, "gast")) for keys in who],
        "kc": base64url(bytes(32)),
        "at": "2026-11-21T19:00:00Z",
        **changed,
    }


def written(said: Body) -> str:
    """As we write it."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def signed(text: str, by: Keys = NOOR) -> dict[str, str]:
    """With a good signature, whatever the text is."""
    return {"body": text, "sig": base64url(by.signing.sign(b"kring/v1/epoch\n" + text.encode()))}


def after(chain: Chain, said: Body, by: Keys = NOOR) -> Chain:
    """The chain and one more that points back to it."""
    return [*chain, signed(written(said | {"prev": base64url(statement_hash(chain[-1]))}), by)]  # type: ignore[arg-type] # a TypedDict in all but name


FIRST = [signed(written(body()))]
BOTH = (NOOR, BRAM)
SECOND = after(FIRST, body(1, who=BOTH))


def named(name: str) -> Chain:
    """A first epoch of somebody who is called so."""
    entry = [*member_of(NOOR, "gast")[:3], name]
    return [signed(written(body(members=[entry])))]


def holding() -> Iterator[tuple[str, Chain]]:
    """Everything that follows, and at the edge of what may be."""
    yield "one member", FIRST
    yield "two members", SECOND
    yield "the newcomer signs the next", after(SECOND, body(2, by=BRAM, who=BOTH, why="rotate"), BRAM)
    yield "a member takes their seat again", after(SECOND, body(2, who=(NOOR, GHOST), why="rekey"))
    yield "with milliseconds", [signed(written(body(at="2026-11-21T19:00:00.123Z")))]
    for name in ("N", "é" * 80, "Noor 👩🏽‍⚕️", "نور", 'Noor "N" \\ de Wit', "🪿" * 80):
        yield f"the name {name[:20]}", named(name)


def broken() -> Iterator[tuple[str, Chain, str]]:
    """What a server, a stranger or somebody who left could try."""
    yield "a ghost admitted by itself", after(FIRST, body(1, by=GHOST, who=(NOOR, GHOST)), GHOST), "signer"
    yield "a newcomer signs the own admission", after(FIRST, body(1, by=BRAM, who=BOTH), BRAM), "signer"
    yield "signed by another than it says", after(FIRST, body(1, who=BOTH), BRAM), "signature"
    gone = after(SECOND, body(2, why="remove"))
    yield "signed by who was removed", after(gone, body(3, by=BRAM, who=BOTH), BRAM), "signer"
    retaken = after(SECOND, body(2, who=(NOOR, GHOST), why="rekey"))
    yield "signed with a key of before", after(retaken, body(3, by=BRAM, who=BOTH), BRAM), "signature"
    yield "nobody signed", [signed(written(body(by=BRAM)), BRAM)], "signer"
    yield "nobody in it", [signed(written(body(members=[])))], "signer"
    yield "one epoch left out", after(FIRST, body(2, who=BOTH)), "chain"
    yield "begins in the middle", [SECOND[1]], "chain"
    yield "doesn't point back", [*FIRST, signed(written(body(1, who=BOTH)))], "chain"
    yield "the first points back", [signed(written(body(prev=base64url(bytes(32)))))], "chain"
    yield "another group", [signed(written(body(group=OTHER_GROUP)))], "chain"
    yield "begins twice", after(FIRST, body(1, why="create")), "chain"
    yield "never began", [signed(written(body(why="add")))], "chain"
    yield (
        "signed and then changed",
        [FIRST[0] | {"body": FIRST[0]["body"].replace("gast", "Olga")}],
        "signature",
    )
    yield "half a signature", [FIRST[0] | {"sig": FIRST[0]["sig"][:43]}], "encoding"
    yield "a short signature", [FIRST[0] | {"sig": base64url(bytes(63))}], "signature"
    yield "a signature with padding", [FIRST[0] | {"sig": FIRST[0]["sig"] + "=="}], "encoding"
    for what, text in misspelt():
        yield what, [signed(text)], "chain"
    for what, members in impossible_rosters():
        yield what, [signed(written(body(members=members)))], "chain"


def misspelt() -> Iterator[tuple[str, str]]:
    """Texts in which two readers could see two different things, or nothing."""
    good = written(body())
    slips: dict[str, Body] = {
        "another version": {"v": 2},
        "another kind": {"kind": "kring-other"},
        "an epoch that is true": {"epoch": False},
        "an epoch in a text": {"epoch": "0"},
        "an epoch below zero": {"epoch": -1},
        "a reason nobody knows": {"why": "because"},
        "a reason that is a list": {"why": ["create"]},
        "no time": {"at": "gisteren"},
        "a time with another zone": {"at": "2026-11-21T19:00:00+01:00"},
        "a short commitment": {"kc": base64url(bytes(31))},
        "members that are none": {"members": "gast"},
        "one thing more": {"more": 1},
    }
    for what, changed in slips.items():
        yield what, written(body(**changed))
    yield "an epoch with a point", good.replace('"epoch":0', '"epoch":0.0')
    yield "an epoch of minus nothing", good.replace('"epoch":0', '"epoch":-0')
    yield "something left out", written({key: value for key, value in body().items() if key != "at"})
    yield "said twice", good.replace('"epoch":0', '"epoch":1,"epoch":0')
    yield "in another order", written(dict(reversed(body().items())))
    yield "with a space", good.replace(":", ": ", 1)
    yield "with an escape", good.replace("gast", "g\\u0061st")
    yield "with more behind it", good + "\n"
    yield "half of it", good[:-1]
    yield "nothing", ""
    yield "a list", "[]"
    yield "null", "null"
    yield "very deep", "[" * 20_000


def impossible_rosters() -> Iterator[tuple[str, list[Any]]]:
    """Entries that can't be, each beside a good one."""
    noor, bram = (list(member_of(keys, "gast")) for keys in BOTH)
    yield "in another order than sorted", [bram, noor]
    yield "somebody twice", [noor, noor]
    yield "an entry of three", [noor, bram[:3]]
    yield "an entry of five", [noor, [*bram, "gast"]]
    yield "an entry with a number", [noor, [*bram[:3], 4]]
    yield "an account in capitals", [noor, [bram[0][:-1] + "A", *bram[1:]]]
    yield "a short key", [noor, [bram[0], base64url(bytes(31)), *bram[2:]]]
    yield "a key in a second spelling", [noor, [bram[0], bram[1][:-1] + chr(ord(bram[1][-1]) + 1), *bram[2:]]]
    for name in (
        "",
        " ",
        "Noor ",
        " Noor",
        "No\nor",
        "No\u2028or",
        "No\u202eor",
        "No\u0085or",
        "N" * 81,
        "\ufeffNoor",
    ):
        yield f"the name {name[:12]!r}", [noor, [*bram[:3], name]]


def vectors() -> dict[str, Any]:
    """All of it, as it stands in the file."""
    return {
        "about": "Chains of one group that hold, and chains that must be refused, with the code of the refusal.",
        "group": GROUP,
        "holds": [{"what": what, "chain": chain} for what, chain in holding()],
        "refused": [{"what": what, "chain": chain, "code": code} for what, chain, code in broken()],
    }


def as_text() -> str:
    """As it stands in the file, to the byte."""
    return json.dumps(vectors(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    VECTORS.write_text(as_text(), "utf-8")
    sys.stdout.write(f"{VECTORS.name}: {len(vectors()['holds'])} hold, {len(vectors()['refused'])} don't\n")
