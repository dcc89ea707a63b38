"""What an organiser does with one participant, by hand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kring.web.enrolment.access import participant_in
from kring.web.enrolment.actions.claiming import claim_all
from kring.web.enrolment.actions.lines import report_to, settle
from kring.web.enrolment.models import Asked, Invitation, Named, Participant, Source
from kring.web.enrolment.parts import tell_going
from kring.web.organisations.actions import trace
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme
from kring.web.ui.refusal import Refused

Facts = dict[str, Any]  # columns of a row, as a form cleaned them


@transaction.atomic
def add(leading: Leading, facts: Facts, manager: str, *, now: datetime) -> Participant:
    """
    Take somebody in.

    Raises:
        Refused: somebody there has that address, or they would report to themselves.
    """
    programme = leading.programme
    see_that_free(programme, facts["mail"])
    language = language_for(programme, facts["languages"])
    made = Participant(programme=programme, source=Source.FORM, enrolled_at=now, language=language, **facts)
    made.key = free_key(programme, facts["mail"] or f"{facts['name'][:80]} {made.pk.hex[:6]}")
    made.save()
    report_to(made, manager)
    claim_all(programme)
    settle(programme, made)
    trace(leading.organising, "added-participant", programme=programme.pk, now=now)
    return made


@transaction.atomic
def change(leading: Leading, participant: UUID, facts: Facts, manager: str, *, now: datetime) -> None:
    """
    Put right what is known of somebody. With another address the part is whose that is.

    Raises:
        Refused: somebody else has that address, or they would report to themselves.
    """
    row, programme = participant_in(leading, participant), leading.programme
    see_that_free(programme, facts["mail"], but=row)
    if facts["mail"] != row.mail:
        forget_letters(row)
        row.person, row.told_at = None, None
    for column, value in facts.items():
        setattr(row, column, value)
    row.save()
    report_to(row, manager)
    claim_all(programme)
    settle(programme, row)
    trace(leading.organising, "changed-participant", programme=programme.pk, now=now)


@transaction.atomic
def remove(leading: Leading, participant: UUID, *, now: datetime) -> None:
    """Somebody goes, and everything that was said of them with them."""
    row = participant_in(leading, participant)
    take_away(row)
    trace(leading.organising, "removed-participant", programme=leading.programme.pk, now=now)


def take_away(row: Participant) -> None:
    """The row, whom they named and who named them, and lines of authority that came to them."""
    tell_going(row)
    forget_words_about(row)
    forget_letters(row)
    row.delete()


def forget_words_about(row: Participant) -> None:
    """What others wrote of them and nobody could place yet: by this name, address or key."""
    words = {word for word in (row.name, row.mail, row.key) if word}
    said, meant = Q(), Q()
    for word in words:
        said |= Q(text__iexact=word)
        meant |= Q(manager_key__iexact=word)
    Named.objects.filter(said, participant__programme=row.programme_id).delete()
    Participant.objects.filter(meant, programme=row.programme_id).update(manager_key="")


def forget_letters(row: Participant) -> None:
    """What was written to their address, and the links in it."""
    Invitation.objects.filter(participant=row).delete()
    Asked.objects.filter(programme=row.programme_id, mail=row.mail).delete()


@transaction.atomic
def open_link(leading: Leading, *, is_open: bool, now: datetime) -> None:
    """Let the link for enrolling take people, or no longer."""
    Programme.objects.filter(pk=leading.programme.pk).update(enrolment_open=is_open)
    what = "opened-enrolment" if is_open else "closed-enrolment"
    trace(leading.organising, what, programme=leading.programme.pk, now=now)


def note_forming(programme: Programme) -> None:
    """Circles were formed anew with what everybody told: who changed something before that doesn't count any more."""
    programme.participants.filter(changed_since_forming=True).update(changed_since_forming=False)


def language_for(programme: Programme, spoken: Sequence[str]) -> str:
    """In which somebody is written to: the programme's, but to who doesn't speak that another of the site's."""
    if not spoken or programme.language in spoken:
        return programme.language
    return next((code for code, _name in settings.LANGUAGES if code in spoken), programme.language)


def see_that_free(programme: Programme, mail: str, but: Participant | None = None) -> None:
    """
    An address is one person's in a programme.

    Raises:
        Refused: it is somebody else's.
    """
    owner = programme.participants.there().filter(mail=mail).first() if mail else None
    if owner is not None and owner != but:
        raise Refused(409, "taken", _("Somebody in this programme has that address already."))


def free_key(programme: Programme, wanted: str) -> str:
    """One that nobody in the programme has."""
    taken = set(programme.participants.filter(key__startswith=wanted[:100]).values_list("key", flat=True))
    key, number = wanted[:120], 1
    while key in taken:
        number += 1
        key = f"{wanted[:110]} ({number})"
    return key
