"""What comes in: one sealed sheet."""

from typing import Annotated
from uuid import UUID

import msgspec


class NewSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answered sheet, sealed; `rev` is one more than what the writer had before."""

    item: UUID
    rev: Annotated[int, msgspec.Meta(ge=1)]
    text: str
