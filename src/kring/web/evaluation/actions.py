"""What an organiser does with an evaluation, and what somebody answers. Actor first."""

from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from kring.core.evaluation.figures import figures_of
from kring.core.evaluation.load import load_questionnaires
from kring.core.evaluation.questionnaire import CHOICES
from kring.core.evaluation.tally import Sheet, open_items
from kring.core.programmes.turn_out import ENOUGH_PEOPLE
from kring.web.enrolment.models import Participant
from kring.web.evaluation import mailing
from kring.web.evaluation.access import Sitting, outcome_for, seated_in, sitting_in
from kring.web.evaluation.models import Asked, Evaluation, Tally, day_of
from kring.web.evaluation.queries import questionnaire_for, tally_of
from kring.web.organisations.actions import trace
from kring.web.people.models import Person
from kring.web.programmes.access import Leading
from kring.web.programmes.letters import Reader, clients, write_to
from kring.web.programmes.models import Programme
from kring.web.ui.refusal import Refused

LONGEST = timedelta(
    days=90
)  # what is asked for longer is about another moment at the end than at the beginning


@transaction.atomic
def open_evaluation(leading: Leading, questionnaire: str, until: date, *, now: datetime) -> Evaluation:
    """
    Ask everybody who sits in a circle. They are written to in the background.

    Raises:
        Refused: another one is open, it was asked before, too few people sit in circles, or the day can't be.
    """
    programme = Programme.objects.select_for_update().get(pk=leading.programme.pk)
    asked = next((one for one in load_questionnaires() if one.id == questionnaire), None)
    if asked is None:
        raise Refused(422, "questionnaire", _("Choose what to ask."))
    if not day_of(now) < until <= day_of(now) + LONGEST:
        raise Refused(422, "until", _("Choose a day from tomorrow on, within three months."))
    if programme.evaluations.filter(closed_at=None).exists():
        raise Refused(409, "open", _("An evaluation is open already. Close it first."))
    if seated_in(programme).count() < ENOUGH_PEOPLE:
        raise Refused(
            409,
            "few",
            _("Fewer than five people sit in a circle. Then answers can't be told without a name."),
        )
    before = programme.evaluations.filter(questionnaire=questionnaire)
    if before.exclude(figures=None).exists():
        raise Refused(409, "before", _("You asked this before. Choose another moment."))
    before.delete()  # fewer than five answered; nothing of it was left
    evaluation = Evaluation.objects.create(
        programme=programme, questionnaire=questionnaire, until=until, opened_at=now
    )
    Tally.objects.bulk_create(
        Tally(evaluation=evaluation, item=id, choice=choice) for id in asked.ids for choice in CHOICES
    )
    mailing.ask_everybody(evaluation)
    trace(leading, "opened-evaluation", programme=programme.pk, now=now)
    transaction.on_commit(mailing.send_soon)
    return evaluation


@transaction.atomic
def answer(person: Person, programme: UUID, sheet: Sheet, *, now: datetime) -> None:
    """
    Add somebody's answers to those of the others, once. Nothing joins the two rows that this changes.

    Raises:
        Http404: they have no place in a circle of it.
        Refused: it is closed, they answered before, or something is left open.
    """
    sitting = sitting_in(person, programme, now)
    evaluation = _open_for(sitting)
    asked = questionnaire_for(evaluation)
    if open_items(asked, sheet):
        raise Refused(422, "open", _("Answer every sentence, or choose that it doesn't apply."))
    Asked.objects.get_or_create(evaluation=evaluation, participant=sitting.participant)
    mine = Asked.objects.filter(evaluation=evaluation, participant=sitting.participant, answered=False)
    if not mine.update(answered=True):
        raise Refused(409, "answered", _("You have answered already."))
    for item in asked.ids:
        choice = sheet[item]
        counted = Tally.objects.filter(evaluation=evaluation, item=item, choice=choice)
        if not counted.update(count=F("count") + 1):  # a sentence that came with an upgrade in between
            Tally.objects.create(evaluation=evaluation, item=item, choice=choice, count=1)


def _open_for(sitting: Sitting) -> Evaluation:
    found = sitting.evaluation
    open_still = Evaluation.objects.select_for_update().filter(pk=found.pk, closed_at=None) if found else None
    if open_still is None or not open_still.exists():
        raise Refused(409, "closed", _("This evaluation is closed."))
    return open_still.get()


@transaction.atomic
def close(leading: Leading, *, now: datetime) -> Evaluation | None:
    """Close what is open, before its last day. Nothing is done where nothing is open."""
    rows = Evaluation.objects.select_for_update().filter(programme=leading.programme, closed_at=None)
    evaluation = rows.first()
    if evaluation is not None:
        shut(evaluation, now=now)
        trace(leading, "closed-evaluation", programme=leading.programme.pk, now=now)
    return evaluation


def close_due(now: datetime) -> int:
    """Close those whose last day is over. Returns how many."""
    due = Evaluation.objects.due(now).values_list("pk", flat=True)
    return sum(_close_due(one, now) for one in list(due))


@transaction.atomic
def _close_due(evaluation: UUID, now: datetime) -> int:
    found = Evaluation.objects.select_for_update().filter(pk=evaluation, closed_at=None).first()
    if found is None:
        return 0
    shut(found, now=now)
    return 1


def shut(evaluation: Evaluation, *, now: datetime) -> None:
    """Keep what may be told; the tallies go, and who answered."""
    asked = seated_in(evaluation.programme).count()
    figures = figures_of(questionnaire_for(evaluation), tally_of(evaluation), asked=asked)
    evaluation.figures = msgspec.to_builtins(figures)
    evaluation.closed_at = now
    evaluation.save(update_fields=["figures", "closed_at"])
    evaluation.tallies.all().delete()
    evaluation.asked.all().delete()


@transaction.atomic
def publish(leading: Leading, evaluation: UUID, advice: str, *, site: str, now: datetime) -> None:
    """
    Show the figures and the advice to the client and to who takes part. The first time they are written to; after that
    the advice changes.

    Raises:
        Http404: nothing may be told of it.
    """
    found = outcome_for(leading, evaluation)
    first = found.published_at is None
    found.advice, found.published_at = advice, found.published_at or now
    found.save(update_fields=["advice", "published_at"])
    trace(
        leading, "published-evaluation" if first else "changed-advice", programme=found.programme_id, now=now
    )
    if first:
        _tell(leading.programme, site)


def _tell(programme: Programme, site: str) -> None:
    about = {
        "subject": gettext_lazy("The evaluation of %(programme)s"),
        "says": gettext_lazy(
            "What came out of the evaluation of %(programme)s, and the advice for going on, is here:"
        ),
        "programme": programme.name,
    }
    write_to(clients(programme), link=site + reverse("client", args=[programme.pk]), **about)
    write_to(_readers(programme), link=site + reverse("mine", args=[programme.pk]), **about)


def _readers(programme: Programme) -> list[Reader]:
    """Whoever takes part in the programme itself; those who were lent find it on their own page."""
    rows = Participant.objects.to_seat().filter(programme=programme).select_related("person")
    return [
        Reader(one.person.email if one.person else one.mail, one.name, one.language)
        for one in rows
        if one.person or one.mail
    ]


def forget_going(participant: Participant) -> None:
    """Somebody goes: that they were asked goes too. What they answered can't be found, so it stays in the sums."""
    Asked.objects.filter(participant=participant).delete()
