"""Methods that stand in no library and come along with a meeting: structure to plan by, and sealed words."""

from typing import Annotated
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from kring.core.meetings.remarks import MOST_CASES
from kring.core.methods.method import Method
from kring.web.methods.skeletons import to_carry_out
from kring.web.ui.refusal import Refused
from kring.web.vault.envelopes import NotSealed, TooLarge, box_of

# By the name that the meeting has for them (own, own-2): their structure, without a word.
OwnMethods = Annotated[dict[str, Method], msgspec.Meta(max_length=MOST_CASES)]


class OwnWithWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Methods that stand in no library: their structure for the plan, and their texts, sealed in the first box."""

    methods: OwnMethods
    words: str


def own_in(brought: OwnWithWords | None) -> dict[str, Method]:
    """
    The methods that came along, to be carried out.

    Raises:
        Refused: see `to_carry_out`.
    """
    return {} if brought is None else to_carry_out(brought.methods)


def words_in(brought: OwnWithWords | None) -> str:
    """Their words, sealed."""
    return "" if brought is None else brought.words


def check_words(words: str, box: UUID) -> None:
    """Whether the texts of a method are sealed, in the box that comes with them."""
    try:
        is_there = box_of(words) == box.bytes
    except TooLarge:
        raise Refused(
            422, "too_large", _("The texts of this method are too long to take along. Shorten them.")
        ) from None
    except NotSealed:
        is_there = False
    if not is_there:
        raise Refused(
            422, "not_sealed", _("That wasn't sealed, so it wasn't taken in. Reload the page and try again.")
        )


def own_of(choice: str) -> UUID | None:
    """The sealed text of a circle that a choice means: `own:` and its id. Whether it is there isn't asked."""
    kind, _colon, item = choice.partition(":")
    try:
        return UUID(item) if kind == "own" else None
    except ValueError:
        return None
