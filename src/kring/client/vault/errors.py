"""Every way in which the vault can refuse; the codes are those of `frontend/vault/errors.ts`."""

from enum import StrEnum
from typing import NoReturn


class Code(StrEnum):
    """A code that shipped is never reused."""

    LOCKED = "locked"
    ENCODING = "encoding"
    CONTEXT = "context"
    VERSION = "version"
    TAMPERED = "tampered"
    PADDING = "padding"
    TOO_LONG = "too-long"
    BOX = "box"
    NOT_YET = "not-yet"
    NO_GRANT = "no-grant"
    GRANT = "grant"
    COMMITMENT = "commitment"
    CHAIN = "chain"
    SIGNER = "signer"
    SIGNATURE = "signature"
    FORK = "fork"
    ROLLBACK = "rollback"
    PROOF = "proof"
    REMOVED = "removed"
    TAKEN = "taken"
    MEMBER = "member"
    REFUSED = "refused"
    SLOT = "slot"
    KDF = "kdf"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a refusal, not a secret
    RECOVERY = "recovery"
    REKEYED = "rekeyed"
    UNPINNED = "unpinned"


class KringError(Exception):
    """A refusal of the vault. It carries a code and never any content."""

    def __init__(self, code: Code) -> None:
        super().__init__(code.value)
        self.code = code


def refuse(code: Code) -> NoReturn:
    """Raise the refusal with this code."""
    raise KringError(code)
