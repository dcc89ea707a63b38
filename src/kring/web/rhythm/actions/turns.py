"""Taking a turn on, choosing the method beforehand, and saying how one stands."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from kring.core.rhythm.rota import Duty, start_of_newcomer
from kring.web.circles.access import circle_for
from kring.web.circles.fields import CIRCLE_METHOD
from kring.web.circles.models import Membership, PlannedDate, Role
from kring.web.circles.queries import members_of
from kring.web.meetings.own_methods import own_of
from kring.web.methods.queries import method_by_id
from kring.web.people.models import Person
from kring.web.rhythm.access import one_at_a_time
from kring.web.rhythm.models import Readiness, Said, Turn, Why
from kring.web.rhythm.queries.standing import standings_of
from kring.web.rhythm.queries.turns import TurnNow, rota_of
from kring.web.ui.refusal import Refused
from kring.web.vault.queries import writers_of


@transaction.atomic
def take_turn(actor: Person, circle: UUID, date: UUID, duty: Duty, *, now: datetime) -> None:
    """
    Take on a turn that is proposed to the actor, or that is nobody's.

    Raises:
        Http404: not the actor's circle, or not a date to come.
        Refused: it is somebody else's, or the actor takes no turns or can't come then.
    """
    turn = _turn_of(actor, circle, date, duty, now)
    if turn.why is None:
        _settle(turn, actor, Why.TAKEN)


@transaction.atomic
def give_back_turn(actor: Person, circle: UUID, date: UUID, duty: Duty, *, now: datetime) -> None:
    """
    Let a turn that one took on go round again; what two agreed, or a mail told, isn't given back like that.

    Raises:
        Refused: others count on it.
    """
    within = circle_for(actor, circle)
    one_at_a_time(circle)
    turn = rota_of(within.circle, now).turn(date, duty)
    if turn.person != actor or turn.why is not Why.TAKEN:
        raise Refused(409, "counted_on", _("Others count on it by now. Ask somebody to take it over."))
    Turn.objects.filter(date=date, duty=duty.value).delete()


@transaction.atomic
def choose_method(actor: Person, circle: UUID, date: UUID, method: str, *, now: datetime) -> None:
    """
    Say beforehand by which method the circle works. Whoever chooses has taken the turn on.

    Raises:
        Refused: it is somebody else's turn, or there is no such method.
    """
    own = own_of(method)
    if method_by_id(method) is None and own not in writers_of(circle, CIRCLE_METHOD.name):
        raise Refused(422, "no_such_method", _("There is no such method. Choose one from the list."))
    turn = _turn_of(actor, circle, date, Duty.CHOOSE_METHOD, now)
    _settle(turn, actor, turn.why or Why.TAKEN, method)


@transaction.atomic
def say_how_one_stands(actor: Person, circle: UUID, duty: Duty, said: Said, *, now: datetime) -> None:
    """
    Say that one is ready, or would rather not for now. Who comes back is level with whoever did it least, and doesn't
    have to make up for the time they were left out.

    Raises:
        Refused: turns don't go to whoever leads from outside.
    """
    within = circle_for(actor, circle)
    one_at_a_time(circle)
    if within.membership.role != Role.MEMBER:
        raise Refused(422, "outside", _("Turns go round among the members; you are here from outside."))
    row, _made = Readiness.objects.get_or_create(membership=within.membership, duty=duty.value)
    if said is Said.READY and row.said == Said.RATHER_NOT and row.start is not None:
        row.start += _behind(within.membership, duty)
    row.said = said
    row.save(update_fields=["said", "start"])


def settle_what_is_told(planned: PlannedDate, now: datetime) -> None:
    """Before the mail goes that tells whose turn it is: from then on people count on it."""
    with transaction.atomic():
        one_at_a_time(planned.circle_id)
        for turn in rota_of(planned.circle, now).turns:
            if (
                turn.date.pk == planned.pk
                and turn.goes_round
                and turn.why is None
                and turn.person is not None
            ):
                _settle(turn, turn.person, Why.TOLD)


def _turn_of(actor: Person, circle: UUID, date: UUID, duty: Duty, now: datetime) -> TurnNow:
    """A turn that is the actor's, or nobody's and could be."""
    within = circle_for(actor, circle)
    one_at_a_time(circle)
    rota = rota_of(within.circle, now)
    turn = rota.turn(date, duty)
    if turn.person == actor:
        return turn
    if turn.person is not None:
        say = _("It is %(name)s's turn now. Go back and ask to swap.")
        raise Refused(409, "somebody_elses", say % {"name": turn.person.name})
    able = [one.candidate for one in rota.standings[duty] if one.person == actor]
    if not turn.goes_round or not able:
        raise Http404
    if rota.of(turn).on in able[0].away:
        raise Refused(422, "away", _("You said that you can't come then."))
    return turn


def _settle(turn: TurnNow, person: Person, why: Why, method: str | None = None) -> None:
    """What was chosen stays where nothing else is chosen: whoever chose it may only be unable to come."""
    chosen = {} if method is None else {"method": method}
    Turn.objects.update_or_create(
        date=turn.date, duty=turn.duty.value, defaults={"person": person, "why": why, **chosen}
    )


def _behind(membership: Membership, duty: Duty) -> int:
    """How many turns somebody is behind whoever of the others did it least."""
    standings = standings_of(membership.circle, members_of(membership.circle), [])[duty]
    mine = next(one.candidate.done for one in standings if one.membership.pk == membership.pk)
    others = [one.candidate for one in standings if one.membership.pk != membership.pk]
    return max(0, start_of_newcomer(others) - mine)
