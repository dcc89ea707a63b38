"""What this room shows on the circle's page, and says in the mail that prepares people for a meeting."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from kring.core.rhythm.rota import Duty
from kring.web.circles.access import Within
from kring.web.circles.models import PlannedDate
from kring.web.people.models import Person
from kring.web.rhythm.models import Turn
from kring.web.rhythm.queries.path import path_page
from kring.web.rhythm.queries.swaps import is_asked, requests_to
from kring.web.rhythm.queries.telling import sentences_about
from kring.web.rhythm.queries.turns import rota_of
from kring.web.ui.templatetags.kring import said

Told = Mapping[str, Any]


def about_next_meeting(within: Within, now: datetime) -> Told | None:
    """Who leads and who chooses the method next time."""
    rota = rota_of(within.circle, now)
    if not rota.by_date:
        return None
    _date, turns = rota.by_date[0]
    mine = [
        turn
        for turn in turns
        if turn.duty is Duty.CHOOSE_METHOD and turn.person == within.person and not turn.is_chosen
    ]
    own = [turn.own for turn in turns if turn.own is not None]
    return {"sentences": sentences_about(turns, rota.path, within.person), "to_choose": mine, "own": own}


def about_requests(within: Within, now: datetime) -> Told | None:
    """What fellow members ask of whoever looks."""
    if not is_asked(within):
        return None
    requests = requests_to(within, rota_of(within.circle, now))
    return {"requests": requests} if requests else None


def about_step_to_tick(within: Within, now: datetime) -> Told | None:
    """The other side has ticked off the step of the path."""
    page = path_page(within) if within.circle.guided else None
    return {"page": page} if page is not None and page.waits_for_me else None


def about_path(within: Within, now: datetime) -> Told | None:
    """Where the circle is; a circle that guides itself isn't reminded that it once didn't."""
    return {"page": path_page(within)} if within.circle.guided else None


def lines_of_mail(planned: PlannedDate, person: Person, now: datetime) -> list[str]:
    """Who leads, who chooses; and once it is chosen, by which method and what to expect."""
    rota = rota_of(planned.circle, now)
    for date, turns in rota.by_date:
        if date.pk != planned.pk:
            continue
        lines = [" ".join(sentences_about(turns, rota.path, person))]
        for turn in turns:
            if turn.method is not None:
                lines.append(said(turn.method.summary))
            elif turn.duty is Duty.CHOOSE_METHOD and turn.person == person and turn.own is None:
                lines.append(_("Choose it on your circle's page, so that the others know what to expect."))
        return lines
    return []


def method_chosen_for(planned: PlannedDate) -> str:
    """The method that was chosen beforehand, as a choice names it, or nothing."""
    row = Turn.objects.filter(date=planned, duty=Duty.CHOOSE_METHOD.value).first()
    return "" if row is None else row.method
