"""A group that lasts, as the vault of each member sees it: personal invitations, leaving, lost keys."""

import secrets
from collections.abc import Sequence
from uuid import uuid4

import pytest

from kring.client.vault import Code, KringError, Sealed, Vault
from kring.client.vault.chain import Statement
from kring.client.vault.primitives import base64url
from kring.client.vault.shapes import Candidate, Guest, NextEpoch, Placed, PlacedBox


class Server:
    """Keeps the books of one group and hands out what it is asked for."""

    def __init__(self) -> None:
        self.group = str(uuid4())
        self.chain: list[Statement] = []
        self.grants: dict[str, dict[str, str]] = {}
        self.boxes: list[PlacedBox] = []
        self.proofs: dict[str, dict[str, str]] = {}

    def store(self, next_epoch: NextEpoch, proofs: dict[str, str] | None = None) -> None:
        number = len(self.chain)
        self.chain.append(next_epoch.statement)
        self.boxes.append({"id": next_epoch.box["id"], "salt": next_epoch.box["salt"], "epoch": number})
        for acct, grant in next_epoch.grants.items():
            self.grants.setdefault(acct, {})[str(number)] = grant
        for acct, proof in (proofs or {}).items():
            self.proofs.setdefault(acct, {})[str(number)] = proof

    def tell(self, vault: Vault, acct: str) -> tuple[str, ...]:
        """The names on the roster that this vault now believes."""
        entered = vault.enter(
            group=self.group,
            chain=self.chain,
            grants=self.grants.get(acct, {}),
            boxes=self.boxes,
            proofs=self.proofs.get(acct, {}),
        )
        return tuple(sorted(member.name for member in entered.roster))


class Member:
    """Somebody with a vault key of their own."""

    def __init__(self, name: str, acct: str | None = None) -> None:
        self.name, self.acct = name, acct or str(uuid4())
        self.vault = Vault((self.acct, secrets.token_bytes(32)))

    def accept(self, server: Server, link: tuple[str, str]) -> Candidate:
        self.vault.sit(group=server.group, name=self.name, invited=link)
        member, mac = self.vault.accept(group=server.group, invite=link[0], secret=link[1])
        return {"acct": self.acct, "member": member, "mac": mac}


def new_link() -> tuple[str, str]:
    return str(uuid4()), base64url(secrets.token_bytes(32))


def guest(candidate: Candidate, link: tuple[str, str], replaces: str | None = None) -> Guest:
    from kring.client.vault.primitives import from_base64url

    return Guest(candidate, from_base64url(link[1]), link[0], replaces)


def welcome(server: Server, host: Member, newcomer: Member, replaces: str | None = None) -> None:
    link = new_link()
    candidate = newcomer.accept(server, link)
    made = host.vault.welcome(group=server.group, guests=[guest(candidate, link, replaces)])
    server.store(made, dict(made.proofs))
    server.tell(host.vault, host.acct)
    server.tell(newcomer.vault, newcomer.acct)


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def noor(server: Server) -> Member:
    noor = Member("Noor")
    server.store(noor.vault.begin_circle(group=server.group, name="Noor"))
    server.tell(noor.vault, noor.acct)
    return noor


@pytest.fixture
def bram(server: Server, noor: Member) -> Member:
    bram = Member("Bram")
    welcome(server, noor, bram)
    return bram


def sealed(server: Server, by: Member, text: str) -> Sealed:
    item = str(uuid4())
    envelope = by.vault.seal(group=server.group, item=item, field="rules.text", rev=1, text=text)
    return Sealed(envelope, item, "rules.text", by.acct, 1)


def read(server: Server, by: Member, text: Sealed) -> str | Code | None:
    (opened,) = by.vault.open(group=server.group, items=[text])
    return opened.text or opened.error


def test_newcomer_reads_what_comes_and_not_what_was(server: Server, noor: Member) -> None:
    before = sealed(server, noor, "before")
    bram = Member("Bram")
    welcome(server, noor, bram)

    assert server.tell(bram.vault, bram.acct) == ("Bram", "Noor")
    assert read(server, bram, sealed(server, noor, "after")) == "after"
    assert read(server, bram, before) is Code.NO_GRANT


def at_door(server: Server, one: Member) -> Sequence[str]:
    """With a place and no link: what the server hands on of them."""
    one.vault.sit(group=server.group, name=one.name)
    return one.vault.entry(group=server.group)


def test_word_of_a_member_lets_in_who_has_a_place(server: Server, noor: Member) -> None:
    bram, imane = Member("Bram"), Member("Imane")
    guests = [Placed(one.acct, at_door(server, one)) for one in (bram, imane)]

    made = noor.vault.welcome(group=server.group, guests=guests)
    server.store(made, dict(made.proofs))
    server.tell(noor.vault, noor.acct)

    assert server.tell(bram.vault, bram.acct) == ("Bram", "Imane", "Noor")
    assert read(server, bram, sealed(server, noor, "after")) == "after"
    assert made.proofs == {}


def test_newcomer_without_a_link_hears_that_nothing_proves_the_chain(server: Server, noor: Member) -> None:
    bram = Member("Bram")
    made = noor.vault.welcome(group=server.group, guests=[Placed(bram.acct, at_door(server, bram))])
    server.store(made)

    entered = bram.vault.enter(
        group=server.group, chain=server.chain, grants=server.grants[bram.acct], boxes=server.boxes
    )
    assert [warning.code for warning in entered.warnings] == [Code.UNPINNED]


def test_place_is_no_link(server: Server, noor: Member) -> None:
    bram = Member("Bram")
    knock: Candidate = {"acct": bram.acct, "member": at_door(server, bram), "mac": ""}

    with pytest.raises(KringError, match="refused"):
        noor.vault.welcome(group=server.group, guests=[guest(knock, new_link())])


def test_place_takes_nobodys_seat(server: Server, noor: Member, bram: Member) -> None:
    other = Member("Bram", bram.acct)
    placed = Placed(bram.acct, at_door(server, other))

    with pytest.raises(KringError, match="refused"):
        noor.vault.welcome(group=server.group, guests=[placed])


def test_other_link_lets_nobody_in(server: Server, noor: Member) -> None:
    olga = Member("Olga")
    candidate = olga.accept(server, new_link())

    with pytest.raises(KringError) as refused:
        noor.vault.welcome(group=server.group, guests=[guest(candidate, new_link())])
    assert refused.value.code is Code.REFUSED


def test_newcomer_notices_another_door_than_the_link_s(server: Server, noor: Member) -> None:
    link, bram = new_link(), Member("Bram")
    made = noor.vault.welcome(group=server.group, guests=[guest(bram.accept(server, link), link)])
    server.store(made, {bram.acct: base64url(secrets.token_bytes(32))})

    with pytest.raises(KringError) as refused:
        server.tell(bram.vault, bram.acct)
    assert refused.value.code is Code.PROOF


def test_who_left_opens_nothing_that_comes_after(server: Server, noor: Member, bram: Member) -> None:
    server.store(noor.vault.remove(group=server.group, acct=bram.acct))
    server.tell(noor.vault, noor.acct)

    later = sealed(server, noor, "later")

    with pytest.raises(KringError) as refused:
        server.tell(bram.vault, bram.acct)
    assert refused.value.code is Code.REMOVED
    assert read(server, bram, later) is Code.BOX


def test_lost_keys_come_back_by_an_invitation_made_for_that(
    server: Server, noor: Member, bram: Member
) -> None:
    first = sealed(server, noor, "while Bram was there")
    afresh, link = Member("Bram", bram.acct), new_link()
    candidate = afresh.accept(server, link)

    with pytest.raises(KringError) as refused:
        noor.vault.welcome(group=server.group, guests=[guest(candidate, link)])
    assert refused.value.code is Code.REFUSED

    made = noor.vault.welcome(group=server.group, guests=[guest(candidate, link, bram.acct)])
    server.grants.pop(bram.acct)
    server.store(made, dict(made.proofs))
    server.tell(noor.vault, noor.acct)
    given = noor.vault.regrant(group=server.group, acct=bram.acct, while_member=True)
    server.grants[bram.acct] |= given
    server.tell(afresh.vault, afresh.acct)

    assert set(given) == {"1", "2"}  # not the epoch before Bram came
    assert read(server, afresh, first) == "while Bram was there"
