"""A meeting's keys without a network: vaults, and a server that only carries."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kring.client.vault import Begun, Entered, NextEpoch, Vault
from kring.client.vault.chain import Statement
from kring.client.vault.shapes import Candidate, PlacedBox

NOW = datetime(2026, 11, 21, 19, tzinfo=UTC)


@dataclass
class Server:
    """What the server stores of one meeting's keys."""

    group: str = field(default_factory=lambda: str(uuid.uuid4()))
    chain: list[Statement] = field(default_factory=list)
    boxes: list[PlacedBox] = field(default_factory=list)
    grants: dict[str, dict[str, str]] = field(default_factory=dict)
    proofs: dict[str, str] = field(default_factory=dict)

    def store(self, made: NextEpoch, proofs: dict[str, str] | None = None) -> None:
        """Take in the next epoch."""
        epoch = len(self.chain)
        self.chain.append(made.statement)
        self.boxes.append({"id": made.box["id"], "salt": made.box["salt"], "epoch": epoch})
        for acct, grant in made.grants.items():
            self.grants.setdefault(acct, {})[str(epoch)] = grant
        self.proofs |= proofs or {}

    def tell(self, vault: Vault, acct: str) -> Entered:
        """Tell a client everything."""
        proof = {acct: self.proofs[acct]} if acct in self.proofs else {}
        return vault.enter(
            group=self.group,
            chain=self.chain,
            grants=self.grants.get(acct, {}),
            boxes=self.boxes,
            proofs=proof,
        )


@dataclass
class Meeting:
    """A meeting that Noor began."""

    server: Server = field(default_factory=Server)
    noor: Vault = field(default_factory=Vault)
    begun: Begun = field(init=False)

    def __post_init__(self) -> None:
        self.begun = self.noor.begin_group(group=self.group, now=NOW)
        begun = self.begun
        self.server.store(NextEpoch(begun.statement, {begun.acct: begun.grant}, begun.box))
        self.server.tell(self.noor, begun.acct)

    @property
    def group(self) -> str:
        """Its id."""
        return self.server.group

    def let_in(self, vault: Vault, acct: str | None = None) -> str:
        """Somebody knocks and Noor admits them."""
        candidate = self.at_the_door(vault, acct)
        admission = self.noor.admit(
            group=self.group, secret=self.begun.secret, candidates=[candidate], now=NOW
        )
        self.server.store(admission, dict(admission.proofs))
        self.server.tell(self.noor, self.begun.acct)
        self.server.tell(vault, candidate["acct"])
        return candidate["acct"]

    def at_the_door(self, vault: Vault, acct: str | None = None) -> Candidate:
        """Somebody knocks."""
        knocked = vault.knock(group=self.group, secret=self.begun.secret, acct=acct)
        return {"acct": knocked.acct, "member": knocked.member, "mac": knocked.join_mac}
