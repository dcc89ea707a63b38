"""
A mail to everybody who is asked, and one more before the end to who hasn't answered; the organiser doesn't see to whom.

They go in the background, and again in the round of `circles.reminding` for who came later.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connections
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kring.web.circles.reminding import send
from kring.web.evaluation.access import seated_in
from kring.web.evaluation.models import Asked, Evaluation, day_of

REMIND_BEFORE = timedelta(days=3)  # soon enough to do it tonight, late enough not to nag
NOT_BEFORE = timedelta(days=2)  # after it was opened: who has just been asked needs no second mail

_log = logging.getLogger(__name__)


def send_soon() -> None:
    """Now, without anybody having to wait for it."""
    Thread(target=_send_now, name="kring-evaluation-mail", daemon=True).start()


def _send_now() -> None:
    try:
        write_to_asked(timezone.now())
    except Exception:  # noqa: BLE001 -- whatever it is, the next round may well succeed
        _log.exception("mails about an evaluation couldn't be sent; they go with the next round")
    finally:
        connections.close_all()


def write_to_asked(now: datetime) -> int:
    """Everybody who wasn't written to, and whoever is to be reminded. Returns how many mails went."""
    return send(_letters(now))


def ask_everybody(evaluation: Evaluation) -> None:
    """Whoever sits in a circle and isn't asked yet, those who came later among them."""
    known = Asked.objects.filter(evaluation=evaluation).values("participant")
    new = seated_in(evaluation.programme).exclude(pk__in=known).order_by("pk").distinct()
    Asked.objects.bulk_create(Asked(evaluation=evaluation, participant=one) for one in new)


def _letters(now: datetime) -> Iterator[EmailMessage]:
    """Each marked first: rather no mail than the same one every minute."""
    for evaluation in Evaluation.objects.open(now).select_related("programme"):
        ask_everybody(evaluation)
    asked = Asked.objects.filter(evaluation__in=Evaluation.objects.open(now), answered=False)
    for one in _with_address(asked.filter(told=False)):
        if Asked.objects.filter(pk=one.pk, told=False).update(told=True):
            yield letter(one, reminds=False)
    soon = asked.filter(
        evaluation__until__lte=day_of(now + REMIND_BEFORE),
        evaluation__opened_at__lte=now - NOT_BEFORE,
    )
    for one in _with_address(soon.filter(told=True, reminded=False)):
        if Asked.objects.filter(pk=one.pk, reminded=False).update(reminded=True):
            yield letter(one, reminds=True)


def _with_address(asked: "QuerySet[Asked]") -> "QuerySet[Asked]":
    reached = asked.exclude(Q(participant__person=None) & Q(participant__mail=""))
    return reached.select_related("participant__person", "evaluation__programme").order_by("pk")


def letter(asked: Asked, *, reminds: bool) -> EmailMessage:
    """In their language."""
    participant, evaluation = asked.participant, asked.evaluation
    mail = participant.person.email if participant.person else participant.mail
    with translation.override(participant.language):
        about = {"programme": evaluation.programme.name}
        subject = (
            _("A reminder: the evaluation of %(programme)s") if reminds
            else _("How is %(programme)s for you?")
        )  # fmt: skip
        told = {
            "name": participant.name,
            "programme": evaluation.programme.name,
            "until": evaluation.until,
            "address": settings.SITE_ADDRESS + reverse("my-evaluation", args=[evaluation.programme_id]),
            "mail": mail,
            "reminds": reminds,
        }
        body = render_to_string("evaluation/mail/asked.txt", told)
        return EmailMessage(" ".join((subject % about).split()), body, to=[mail])
