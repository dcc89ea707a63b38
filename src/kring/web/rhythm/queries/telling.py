"""Who does what at one meeting, in whole sentences: on the circle's page and in the mail that prepares people."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from kring.core.rhythm.path import Path, Step
from kring.core.rhythm.rota import Duty
from kring.web.people.models import Person
from kring.web.rhythm.queries.turns import TurnNow
from kring.web.ui.templatetags.kring import said


def sentences_about(turns: Sequence[TurnNow], path: Path, reader: Person) -> list[str]:
    """A sentence for each duty, to one reader."""
    return [sentence_about(turn, path, reader) for turn in turns]


def sentence_about(turn: TurnNow, path: Path, reader: Person) -> str:
    """Who does it; once a method is chosen, which one."""
    if turn.duty is Duty.CHOOSE_METHOD and turn.method is not None:
        return _("The method is %(method)s.") % {"method": said(turn.method.name)}
    if turn.own is not None:
        return _("The method is one of your own circle.")
    nobody, mine, theirs = _words(turn, path)
    if turn.person is None:
        return nobody
    return mine if turn.person.pk == reader.pk else theirs % {"name": turn.person.name}


def _words(turn: TurnNow, path: Path) -> tuple[str, str, str]:
    """Where it is nobody's turn, the reader's, and somebody else's."""
    if turn.duty is Duty.CHOOSE_METHOD:
        return (
            _("Nobody chooses the method yet."),
            _("You choose the method."),
            _("%(name)s chooses the method."),
        )
    if path.step is Step.LEAD_A_ROUND:
        return _("Nobody leads a round yet."), _("You lead a round."), _("%(name)s leads a round.")
    return _("Nobody leads yet."), _("You lead."), _("%(name)s leads.")
