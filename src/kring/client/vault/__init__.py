"""
The vault in Python: the same formats and the same deeds as `frontend/vault`, for companions, audits and load.

Only clients import this. The server never does: it has nothing to open.
"""

from kring.client.vault.errors import Code, KringError
from kring.client.vault.shapes import Admission, Entered, KeyWarning, NextEpoch, Opened, Sealed
from kring.client.vault.vault import Begun, Knocked, Vault

__all__ = [
    "Admission",
    "Begun",
    "Code",
    "Entered",
    "KeyWarning",
    "Knocked",
    "KringError",
    "NextEpoch",
    "Opened",
    "Sealed",
    "Vault",
]
