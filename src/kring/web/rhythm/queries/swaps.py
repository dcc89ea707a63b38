"""Requests to swap, and why one can't be any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kring.core.rhythm import rota as craft
from kring.core.rhythm.rota import Duty, WhyNot
from kring.web.circles.access import Within
from kring.web.circles.models import PlannedDate
from kring.web.people.models import Person
from kring.web.rhythm.models import Answer, SwapRequest
from kring.web.rhythm.queries.standing import id_of
from kring.web.rhythm.queries.turns import Rota, TurnNow


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of whom: each gets the other's turn, or one of them takes over what the other has."""

    duty: Duty
    by: UUID
    asked: UUID
    mine: UUID | None
    theirs: UUID | None


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the page shows it; `why_not` where it can't be any more."""

    row: SwapRequest
    why_not: WhyNot | None

    @property
    def duty(self) -> Duty:
        """What the turns are for."""
        return Duty(self.row.duty)

    @property
    def is_open(self) -> bool:
        """Whether there is something to answer."""
        return self.row.answer == Answer.NONE and self.why_not is None


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the things that may be asked about a turn: to give a date for a date, or to take over."""

    person: Person
    mine: PlannedDate | None
    theirs: PlannedDate | None

    @property
    def value(self) -> str:
        """As it comes back from the form."""
        return f"{self.person.pk}/{self.mine.pk if self.mine else ''}/{self.theirs.pk if self.theirs else ''}"


def wanted_by(row: SwapRequest) -> Wanted:
    """What a stored request wants."""
    return Wanted(Duty(row.duty), row.by_id, row.asked_id, row.mine_id, row.theirs_id)


def why_not(wanted: Wanted, rota: Rota) -> WhyNot | None:
    """What stands in the way as the turns are now, or nothing."""
    turns = {turn.date.pk: rota.of(turn) for turn in rota.turns if turn.duty is wanted.duty}
    mine, theirs = (None if date is None else turns.get(date) for date in (wanted.mine, wanted.theirs))
    if (wanted.mine and mine is None) or (wanted.theirs and theirs is None):
        return WhyNot.PAST
    by, asked = id_of(wanted.by), id_of(wanted.asked)
    planned, candidates = rota.as_craft(wanted.duty), rota.candidates(wanted.duty)
    if wanted.duty not in rota.goes_round or not {by, asked} <= {one.member for one in candidates}:
        return WhyNot.NOT_A_SWAP
    if mine is not None and theirs is not None:
        found = craft.swap(
            planned, mine, theirs, by=by, agreed_by=asked, today=rota.today, candidates=candidates
        )
    elif mine is not None:
        found = craft.hand_over(planned, mine, by=by, to=asked, today=rota.today, candidates=candidates)
    elif theirs is not None:
        found = craft.hand_over(planned, theirs, by=asked, to=by, today=rota.today, candidates=candidates)
        if found is WhyNot.NOT_YOURS:
            return WhyNot.NOT_THEIRS
    else:
        return WhyNot.NOT_A_SWAP
    return found if isinstance(found, WhyNot) else None


def say_why_not(why: WhyNot, by: Person, asked: Person) -> str:
    """In plain words, for either of them."""
    said = {
        WhyNot.NOT_YOURS: _("This turn is no longer %(by)s's, so it can't be exchanged any more."),
        WhyNot.NOT_THEIRS: _("This turn is no longer %(asked)s's, so it can't be exchanged any more."),
        WhyNot.PAST: _("That date is over or cancelled, so there is nothing left to exchange."),
        WhyNot.NOT_A_SWAP: _("Turns can only be exchanged by two members among whom they go round."),
        WhyNot.CAN_NOT_COME: _("Whoever would get this turn has said not to come on that date."),
    }
    return said[why] % {"by": by.name, "asked": asked.name}


def requests_to(within: Within, rota: Rota) -> list[Request]:
    """What somebody is asked and can still answer."""
    rows = within.circle.swap_requests.filter(asked=within.person, answer=Answer.NONE)
    return [request for request in _shown(rows, rota) if request.is_open]


def requests_by(within: Within, rota: Rota) -> list[Request]:
    """What somebody asked, as long as its dates are to come; what was agreed or withdrawn is no longer shown."""
    rows = within.circle.swap_requests.filter(by=within.person, answer__in=(Answer.NONE, Answer.NO))
    return [request for request in _shown(rows, rota) if request.why_not is not WhyNot.PAST]


def is_asked(within: Within) -> bool:
    """Whether there may be something to answer: worked out further only then."""
    return within.circle.swap_requests.filter(asked=within.person, answer=Answer.NONE).exists()


def _shown(rows: QuerySet[SwapRequest], rota: Rota) -> list[Request]:
    found = rows.select_related("by", "asked", "mine", "theirs").order_by("pk")
    return [Request(row, why_not(wanted_by(row), rota)) for row in found]


def offers_about(turn: TurnNow, me: Person, rota: Rota) -> Sequence[Offer]:
    """What somebody may ask about a turn: about their own of everybody else, about another's of whoever has it."""
    if turn.person is None or not turn.goes_round:
        return []
    others = [one for one in rota.turns if one.duty is turn.duty and one.date.pk != turn.date.pk]
    if turn.person.pk == me.pk:
        offers = [Offer(one.person, turn.date, one.date) for one in others if one.person is not None]
        offers += [Offer(standing.person, turn.date, None) for standing in rota.standings[turn.duty]]
    else:
        offers = [Offer(turn.person, one.date, turn.date) for one in others if one.person == me]
        offers.append(Offer(turn.person, None, turn.date))
    return [offer for offer in offers if why_not(_asking(offer, turn.duty, me), rota) is None]


def _asking(offer: Offer, duty: Duty, me: Person) -> Wanted:
    mine, theirs = (None if date is None else date.pk for date in (offer.mine, offer.theirs))
    return Wanted(duty, me.pk, offer.person.pk, mine, theirs)
