"""The recovery code: 128 random bits and 12 bits that betray a wrong letter, in seven groups of four."""

import re

from kring.client.vault.errors import Code, refuse
from kring.client.vault.primitives import sha256

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"  # no i, l, o and u: nothing that reads as another
_CODE = re.compile(f"[{_CROCKFORD}]{{28}}")


def recovery_code(bits: bytes) -> str:
    """Write 16 random bytes as a code."""
    check = sha256(b"kring/v1/recovery-check\n", bits)
    number = int.from_bytes(bits + check[:2]) >> 4
    letters = "".join(_CROCKFORD[number >> shift & 31] for shift in range(135, -1, -5))
    return "-".join(letters[i : i + 4] for i in range(0, 28, 4))


def parse_recovery_code(typed: str) -> bytes:
    """Read a code as people type it: capitals, spaces and O, I or L are forgiven, one wrong letter is not."""
    letters = re.sub(r"[^0-9a-z]", "", typed.lower()).translate(str.maketrans("oil", "011"))
    if not _CODE.fullmatch(letters):
        refuse(Code.RECOVERY)
    number = 0
    for letter in letters:
        number = number << 5 | _CROCKFORD.index(letter)
    bits = (number >> 12).to_bytes(16)
    if recovery_code(bits).replace("-", "") != letters:
        refuse(Code.RECOVERY)
    return bits
