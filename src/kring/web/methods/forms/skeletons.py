"""What comes in from the editor: a method without its words. `editing.without_words` says whether it is one."""

from typing import Annotated

import msgspec

from kring.core.methods.method import Method


class Skeleton(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method with a mark for each text."""

    method: Method


class Walk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A circle of so many people that is to go through it."""

    method: Method
    people: Annotated[int, msgspec.Meta(ge=3, le=12)]
