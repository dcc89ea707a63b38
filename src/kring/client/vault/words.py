"""Eight words that everybody reads aloud: the same on every screen only if everybody sees the same members."""

import secrets
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from mnemonic import Mnemonic

from kring.client.vault.chain import Epoch, statement_hash
from kring.client.vault.keys import KDF
from kring.client.vault.primitives import label, sha256

Language = Literal["nl", "en"]
_WORDS = 8
_BITS_A_WORD = 11


@dataclass(frozen=True, slots=True)
class Words:
    """The first four for everyone, all eight on demand, and the same 88 bits as digits for any language."""

    eight: tuple[str, ...]
    digits: str

    @property
    def four(self) -> tuple[str, ...]:
        """Those that everyone sees."""
        return self.eight[:4]


@cache
def word_list(language: Language) -> tuple[str, ...]:
    """The 2,048 words of a language."""
    if language == "en":
        return tuple(Mnemonic("english").wordlist)
    return tuple((files("kring.client.vault") / "words" / "nl.txt").read_text("utf-8").split())


def control_words(newest: Epoch, language: Language) -> Words:
    """Slow on purpose: who can make two views of a group with the same words needs 2^44 of these."""
    salt = sha256(label("kring/v1/words", newest.group).encode())[:16]
    stretched = KDF[1].stretch(statement_hash(newest.statement), salt)
    number = int.from_bytes(stretched[: _WORDS * _BITS_A_WORD // 8])
    places = [number >> _BITS_A_WORD * place & 2047 for place in reversed(range(_WORDS))]
    digits = f"{number:027d}"
    return Words(
        tuple(word_list(language)[place] for place in places),
        " ".join(digits[i : i + 3] for i in range(0, 27, 3)),
    )


def suggest_passphrase(language: Language) -> str:
    """Six random words, 66 bits: a passphrase nobody guesses."""
    return " ".join(secrets.choice(word_list(language)) for _ in range(6))
