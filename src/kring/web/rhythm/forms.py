"""What comes in at the pages of turns and of the path: buttons and choices, never a text."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeVar
from uuid import UUID

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from kring.core.rhythm.path import Deed, Step
from kring.core.rhythm.rota import Duty
from kring.web.rhythm.models import Said
from kring.web.ui.refusal import Refused

_Word = TypeVar("_Word", bound=Enum)


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom to ask, for which date of theirs, with which date of one's own."""

    asked: UUID
    mine: UUID | None
    theirs: UUID | None


def duty_of(address: str) -> Duty:
    """
    The duty that an address names.

    Raises:
        Http404: there is none of that name.
    """
    try:
        return Duty(address)
    except ValueError:
        raise Http404 from None


def asking_of(post: QueryDict) -> Asking:
    """
    What was chosen among the offers, as `queries.swaps.Offer.value` wrote it.

    Raises:
        Refused: nothing was chosen.
    """
    try:
        asked, mine, theirs = post.get("offer", "").split("/")
        return Asking(UUID(asked), UUID(mine) if mine else None, UUID(theirs) if theirs else None)
    except ValueError:
        raise Refused(422, "malformed", _("Choose first what you want to ask.")) from None


def readiness_of(post: QueryDict) -> tuple[Duty, Said]:
    """
    How somebody says they stand.

    Raises:
        Refused: no such button.
    """
    return _word(post, "duty", Duty), _word(post, "said", Said)


def path_deed_of(post: QueryDict) -> tuple[Deed, Step]:
    """
    What a side does, and the step that it saw.

    Raises:
        Refused: no such button.
    """
    return _word(post, "deed", Deed), _word(post, "step", Step)


def _word(post: QueryDict, name: str, words: type[_Word]) -> _Word:
    try:
        return words(post.get(name, ""))
    except ValueError:
        raise Refused(422, "malformed", _("We didn't understand that. Go back and try again.")) from None
