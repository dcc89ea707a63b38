"""A database that was stolen, and what somebody opens of it who has keys of their own: every text, by every key in it."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from kring.client.vault import KringError
from kring.client.vault.chain import Epoch, Statement, verify_chain
from kring.client.vault.grants import open_grant
from kring.client.vault.keys import derive_keys
from kring.client.vault.primitives import from_base64url
from kring.client.vault.seal import Place, box_key, box_of, group_scope, open_envelope
from kring.client.vault.seat import ANONYMOUS
from tests.browser.fellows import Fellow

NOTHING: Mapping[int, bytes] = MappingProxyType({})


class Stolen:
    """Everything about one group; read once."""

    def __init__(self, database: Path, group: str) -> None:
        self.group = group
        with closing(sqlite3.connect(database)) as connection:
            connection.row_factory = sqlite3.Row
            self._rows = {
                table: [
                    dict(row)
                    for row in connection.execute(
                        f'SELECT * FROM vault_{table} WHERE "group" = ?',
                        [group.replace("-", "")],
                    )
                ]
                for table in ("statement", "grant", "box", "sealed")
            }
        chain = sorted(self._rows["statement"], key=lambda row: int(row["epoch"]))
        self.epochs = verify_chain(group, [Statement(body=row["body"], sig=row["sig"]) for row in chain])

    def members_of(self, epoch: int) -> list[str]:
        """By name, as the signed statement has it."""
        return sorted(name for _, _, _, name in self.epochs[epoch].members.values())

    def keys_that_open(self, one: Fellow) -> dict[int, bytes]:
        """By epoch: trying their own key on everybody's grants."""
        keys = derive_keys(one.vault_key, one.acct)
        found = {}
        for row in self._rows["grant"]:
            epoch: Epoch = self.epochs[row["epoch"]]
            with suppress(KringError):
                found[epoch.epoch] = open_grant(keys, epoch, row["sealed"])
        return found

    def texts_that_open(self, one: Fellow, kept: Mapping[int, bytes] = NOTHING) -> str:
        """All of them: with any key that they have or kept from before, whatever the box says of its epoch."""
        keys = {**kept, **self.keys_that_open(one)}
        return "\n".join(text for row in self._rows["sealed"] for text in self._opened(row, keys))

    def _opened(self, row: dict[str, Any], keys: dict[int, bytes]) -> Iterator[str]:
        box = box_of(row["text"])
        salt = next((one["salt"] for one in self._rows["box"] if str(UUID(one["id"])) == box), None)
        if salt is None:
            return  # of somebody's own: it lies in a box of theirs
        for epoch, group_key in keys.items():
            scope = group_scope(self.group, epoch)
            key = box_key(group_key, scope, box, from_base64url(salt))
            for author in (str(UUID(row["author"])), ANONYMOUS):
                place = Place(scope, box, str(UUID(row["item"])), row["field"], author, row["rev"])
                with suppress(KringError):
                    yield open_envelope(key, place, row["text"])
