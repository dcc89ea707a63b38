"""What a signed statement says. The signature is for the members to check; the server only keeps its books in order."""

from hashlib import sha256
from typing import Literal
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from kring.web.ui.base64url import from_base64url, to_base64url
from kring.web.ui.refusal import Refused

Member = tuple[str, str, str, str]
NAME_LENGTH = 80  # characters
GUEST = "gast"  # in a meeting of guests names travel sealed, so that nobody outside reads who came


class Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement as it travels: the text that was signed, and the signature."""

    body: str
    sig: str

    @property
    def hash(self) -> str:
        """By which the next statement names this one."""
        return to_base64url(sha256(self.body.encode() + from_base64url(self.sig)).digest())


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The text of a statement, read."""

    v: Literal[1]
    kind: Literal["kring-epoch"]
    group: str
    epoch: int
    prev: str
    by: str
    why: Literal["create", "add", "remove", "rekey", "rotate"]
    members: tuple[Member, ...]
    kc: str
    at: str

    @property
    def roster(self) -> dict[UUID, Member]:
        """Who belongs to the group, by account."""
        return {UUID(member[0]): member for member in self.members}


def read(signed: Signed) -> Said:
    """
    What the statement says.

    Raises:
        Refused: it isn't a statement.
    """
    try:
        from_base64url(signed.sig, size=64)
        said = msgspec.json.decode(signed.body, type=Said)
        from_base64url(said.kc, size=32)
        for member in said.members:
            check_member(member)
    except ValueError:  # what is read here and what msgspec reads fail alike
        raise not_a_statement() from None
    if len(said.roster) != len(said.members):
        raise not_a_statement()
    return said


def keeps_somebody_out(before: Said, after: Said) -> bool:
    """Whether keys that held before are now with somebody who is no longer in, or lost."""
    return any(after.roster.get(acct) != member for acct, member in before.roster.items())


def check_member(member: Member) -> None:
    """
    Whether these are an account, two public keys, and a name on one line.

    Raises:
        ValueError: they aren't.
    """
    acct, exchange, signing, name = member
    fits = 1 <= len(name) <= NAME_LENGTH and name == name.strip() and name.isprintable()
    if str(UUID(acct)) != acct or not fits:
        raise ValueError("not a member")
    from_base64url(exchange, size=32)
    from_base64url(signing, size=32)


def check_guest(member: Member) -> None:
    """
    The same for a meeting, where names travel sealed.

    Raises:
        ValueError: it isn't a member, or is named in the open.
    """
    check_member(member)
    if member[3] != GUEST:
        raise ValueError("named in the open")


def refuse_names(said: Said) -> None:
    """
    Keep the statements of a meeting free of names.

    Raises:
        Refused: somebody is named in the open.
    """
    if any(member[3] != GUEST for member in said.members):
        raise not_a_statement()


def not_a_statement() -> Refused:
    """What is said of a statement that doesn't hold together."""
    return Refused(
        422, "statement", _("The list of who takes part isn't in order. Reload the page and try again.")
    )
