"""`{% who_does_it turn rota person as says %}`, `{{ request.row|as_asked }}`, `{{ request.row|as_asking }}`, `{{ offer|in_words }}`."""

from django import template
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kring.core.rhythm.path import Deed, Step, load_steps
from kring.core.rhythm.rota import Duty
from kring.web.circles.models import PlannedDate
from kring.web.people.models import Person
from kring.web.rhythm.models import PathDeed, SwapRequest
from kring.web.rhythm.queries.swaps import Offer, Request, say_why_not
from kring.web.rhythm.queries.telling import sentence_about
from kring.web.rhythm.queries.turns import Rota, TurnNow
from kring.web.ui.templatetags.kring import said

register = template.Library()


@register.simple_tag
def who_does_it(turn: TurnNow, rota: Rota, reader: Person) -> str:
    """Whose turn it is, in a sentence to whoever looks."""
    return sentence_about(turn, rota.path, reader)


@register.filter
def as_asked(row: SwapRequest) -> str:
    """A request, to whoever is asked."""
    leads = row.duty == Duty.FACILITATE.value
    if row.mine and row.theirs:
        say = (
            _("%(name)s asks to swap: you lead on %(mine)s, and %(name)s on %(theirs)s.")
            if leads
            else _("%(name)s asks to swap: you choose the method on %(mine)s, and %(name)s on %(theirs)s.")
        )
    elif row.mine:
        say = (
            _("%(name)s asks whether you will lead on %(mine)s instead.")
            if leads
            else _("%(name)s asks whether you will choose the method on %(mine)s instead.")
        )
    else:
        say = (
            _("%(name)s offers to lead on %(theirs)s in your place.")
            if leads
            else _("%(name)s offers to choose the method on %(theirs)s in your place.")
        )
    return say % {"name": row.by.name, "mine": _day(row.mine), "theirs": _day(row.theirs)}


@register.filter
def as_asking(row: SwapRequest) -> str:
    """A request, to whoever put it."""
    leads = row.duty == Duty.FACILITATE.value
    if row.mine and row.theirs:
        say = (
            _("You asked %(name)s to swap: you lead on %(theirs)s, and %(name)s on %(mine)s.")
            if leads
            else _(
                "You asked %(name)s to swap: you choose the method on %(theirs)s, and %(name)s on %(mine)s."
            )
        )
    elif row.mine:
        say = (
            _("You asked %(name)s to lead on %(mine)s instead.")
            if leads
            else _("You asked %(name)s to choose the method on %(mine)s instead.")
        )
    else:
        say = (
            _("You offered %(name)s to lead on %(theirs)s.")
            if leads
            else _("You offered %(name)s to choose the method on %(theirs)s.")
        )
    return say % {"name": row.asked.name, "mine": _day(row.mine), "theirs": _day(row.theirs)}


@register.filter
def in_words(offer: Offer) -> str:
    """What may be asked about a turn: to give a date for a date, or to take over."""
    if offer.mine and offer.theirs:
        say = _("Swap: I get %(theirs)s, %(name)s gets %(mine)s")
    elif offer.mine:
        say = _("%(name)s takes it over, I get nothing in return")
    else:
        say = _("I take it over, %(name)s gets nothing in return")
    return say % {"name": offer.person.name, "mine": _day(offer.mine), "theirs": _day(offer.theirs)}


@register.filter
def reason(request: Request) -> str:
    """Why a request can't be any more."""
    return "" if request.why_not is None else say_why_not(request.why_not, request.row.by, request.row.asked)


@register.filter
def deed_said(row: PathDeed) -> str:
    """What was done on the way, and where."""
    says = {
        Deed.TICK: _("ticked off “%(step)s”"),
        Deed.UNTICK: _("took the tick of “%(step)s” back"),
        Deed.STEP_BACK: _("asked for a step back from “%(step)s”"),
    }
    return says[Deed(row.deed)] % {"step": said(load_steps()[Step(row.step)].name)}


def _day(planned: PlannedDate | None) -> str:
    """In the zone of the page."""
    return "" if planned is None else date_format(localtime(planned.starts_at), "j F")
