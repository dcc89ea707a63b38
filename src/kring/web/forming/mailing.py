"""
A mail to everybody whose circle is ready: that it is, and where; nothing of who is in it or why.

They go in the background, and again in the round of `circles.reminding` for whoever moved or came later.
"""

import logging
from collections.abc import Iterator
from datetime import datetime
from threading import Thread
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connections
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kring.web.circles.reminding import send
from kring.web.enrolment.models import Participant
from kring.web.forming.models import ProposedCircle, Seat

_log = logging.getLogger(__name__)


def send_soon() -> None:
    """Now, without anybody having to wait for it."""
    Thread(target=_send_now, name="kring-forming-mail", daemon=True).start()


def tell_placed(now: datetime) -> int:
    """Write to everybody who sits in a published circle and wasn't written to. Returns how many mails went."""
    return send(_letters(now))


def _send_now() -> None:
    try:
        tell_placed(timezone.now())
    except Exception:  # noqa: BLE001 -- whatever it is, the next round may well succeed
        _log.exception("mails about circles couldn't be sent; they go with the next round")
    finally:
        connections.close_all()


def _letters(now: datetime) -> Iterator[EmailMessage]:
    """Each marked first: rather no mail than the same one every minute."""
    seats = Seat.objects.filter(told_at=None, participant__left_at=None).exclude(participant__mail="")
    waiting = seats.exclude(circle__published=None).select_related("participant__programme", "circle")
    for seat in waiting.order_by("pk"):
        if Seat.objects.filter(pk=seat.pk, told_at=None).update(told_at=now):
            yield letter(seat.participant, _published(seat.circle))
    led = ProposedCircle.objects.filter(facilitator_told_at=None, facilitator__left_at=None)
    leaders = led.exclude(published=None).exclude(facilitator__mail="").exclude(facilitator=None)
    for circle in leaders.select_related("facilitator__programme").order_by("pk"):
        untold = ProposedCircle.objects.filter(pk=circle.pk, facilitator_told_at=None)
        if circle.facilitator and untold.update(facilitator_told_at=now):
            yield letter(circle.facilitator, _published(circle))


def letter(participant: Participant, circle: UUID) -> EmailMessage:
    """In their language."""
    with translation.override(participant.language):
        subject = _("Your circle is ready")
        told = {
            "name": participant.name,
            "programme": participant.programme.name,
            "address": settings.SITE_ADDRESS + reverse("begin-circle", args=[circle]),
            "mail": participant.mail,
        }
        body = render_to_string("forming/mail/ready.txt", told)
        return EmailMessage(subject, body, to=[participant.mail])


def _published(circle: ProposedCircle) -> UUID:
    assert circle.published is not None
    return circle.published
