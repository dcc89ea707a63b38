"""Archives in the age format (age-encryption.org/v1), which the standard `age` tool opens."""

import pyrage

from kring.client.vault.errors import Code, refuse

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_IDENTITY = "age-secret-key-"


def export_age(content: bytes, passphrase: str) -> bytes:
    """Seal with a passphrase; takes about a second."""
    return bytes(pyrage.passphrase.encrypt(content, passphrase))


def open_age(archive: bytes, passphrase: str) -> bytes:
    """Open what was sealed with a passphrase."""
    try:
        return bytes(pyrage.passphrase.decrypt(archive, passphrase))
    except pyrage.DecryptError:
        refuse(Code.PASSPHRASE)


def age_identity(seed: bytes) -> str:
    """
    The 32 bytes of a person's age key as the tool writes them.

    Source: BIP 173 (Bech32), as the age format has it.
    """
    number = int.from_bytes(seed) << 4  # 256 bits fill 52 letters of five
    values = [number >> shift & 31 for shift in range(255, -1, -5)]
    spread = [ord(letter) >> 5 for letter in _IDENTITY] + [0] + [ord(letter) & 31 for letter in _IDENTITY]
    checksum = _polymod([*spread, *values, *[0] * 6]) ^ 1
    check = [checksum >> shift & 31 for shift in range(25, -1, -5)]
    return f"{_IDENTITY}1{''.join(_BECH32[value] for value in values + check)}".upper()


def _polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate(_GENERATOR):
            checksum ^= generator if top >> i & 1 else 0
    return checksum
