"""Asking a member to swap or to take over, and their answer."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kring.core.rhythm.rota import Duty
from kring.web.circles.access import circle_for, member_in
from kring.web.people.models import Person
from kring.web.rhythm.access import asked_of, one_at_a_time, put_by
from kring.web.rhythm.models import Answer, SwapRequest, Turn, Why
from kring.web.rhythm.queries.swaps import Wanted, say_why_not, wanted_by, why_not
from kring.web.rhythm.queries.turns import Rota, rota_of
from kring.web.ui.refusal import Refused


@transaction.atomic
def ask_to_swap(
    actor: Person,
    circle: UUID,
    duty: Duty,
    *,
    asked: UUID,
    mine: UUID | None,
    theirs: UUID | None,
    now: datetime,
) -> SwapRequest:
    """
    Ask a member to swap turns; without `mine` the actor offers to take theirs over, without `theirs` the other way.

    Asked once more, the same stands as it stood.

    Raises:
        Http404: not the actor's circle, or nobody of that name in it.
        Refused: with the reason why that can't be.
    """
    within = circle_for(actor, circle)
    one_at_a_time(circle)
    other = member_in(within, asked).person
    assert isinstance(other, Person)
    wanted = Wanted(duty, actor.pk, other.pk, mine, theirs)
    _refuse_if_impossible(wanted, rota_of(within.circle, now), actor, other)
    row, _made = SwapRequest.objects.get_or_create(
        circle=within.circle,
        duty=duty.value,
        by=actor,
        asked=other,
        mine_id=mine,
        theirs_id=theirs,
        answer=Answer.NONE,
        defaults={"at": now},
    )
    return row


@transaction.atomic
def answer_swap(actor: Person, circle: UUID, request: int, *, yes: bool, now: datetime) -> None:
    """
    Say yes, and the turns change; or no, and they stay.

    Raises:
        Http404: it was put to somebody else.
        Refused: it was answered or withdrawn, or the turns are no longer what they were.
    """
    within = circle_for(actor, circle)
    one_at_a_time(circle)
    row = asked_of(within, request)
    if yes:
        by = row.by
        assert isinstance(by, Person)
        wanted = wanted_by(row)
        _refuse_if_impossible(wanted, rota_of(within.circle, now), by, actor)
        _settle(wanted.mine, wanted.duty, wanted.asked)
        _settle(wanted.theirs, wanted.duty, wanted.by)
    row.answer = Answer.YES if yes else Answer.NO
    row.save(update_fields=["answer"])


@transaction.atomic
def withdraw_swap(actor: Person, circle: UUID, request: int) -> None:
    """
    Take a request back.

    Raises:
        Http404: somebody else put it.
        Refused: it was answered already.
    """
    within = circle_for(actor, circle)
    one_at_a_time(circle)
    row = put_by(within, request)
    row.answer = Answer.WITHDRAWN
    row.save(update_fields=["answer"])


def _refuse_if_impossible(wanted: Wanted, rota: Rota, by: Person, asked: Person) -> None:
    found = why_not(wanted, rota)
    if found is not None:
        raise Refused(409, found.value, say_why_not(found, by, asked))


def _settle(date: UUID | None, duty: Duty, person: UUID) -> None:
    """The turn is theirs now; a method that the other had chosen is for them to choose again."""
    if date is not None:
        Turn.objects.update_or_create(
            date_id=date,
            duty=duty.value,
            defaults={"person_id": person, "why": Why.SWAPPED, "method": ""},
        )
