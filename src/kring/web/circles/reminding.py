"""
Mail that reminds: before a meeting when, where, which way in, what to bring. Never what anybody wrote.

Rooms above this one send theirs in the same round.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kring.web.circles.models import PlannedDate
from kring.web.circles.queries import dates_to_prepare, members_of
from kring.web.people.models import Person

AHEAD = timedelta(days=3)  # time to find a case, and soon enough not to forget it again

LOOK_EVERY_SECONDS = 600

_log = logging.getLogger(__name__)
_also: list[Callable[[datetime], int]] = []


async def remind_often() -> None:
    """As long as the server runs. A failure is told and tried again at the next look."""
    while True:
        for send in (prepare_people, *_also):
            try:
                await asyncio.to_thread(send, timezone.now())
            except Exception:  # noqa: BLE001 -- whatever it is, the next look may well succeed
                _log.exception("mails that remind people weren't sent: %s", send.__name__)
        await asyncio.sleep(LOOK_EVERY_SECONDS)


def remind_also(send: Callable[[datetime], int]) -> None:
    """A room above this one leaves word of the mails it sends; `send` returns how many went, and sends each once."""
    _also.append(send)


def send_due(now: datetime) -> int:
    """Everything that is due now. Returns how many mails went."""
    return sum(send(now) for send in (prepare_people, *_also))


def prepare_people(now: datetime) -> int:
    """Send what is due, once for each date. Returns how many mails went."""
    return sum(prepare_for(date, now) for date in dates_to_prepare(now, AHEAD))


def prepare_for(date: PlannedDate, now: datetime) -> int:
    """One meeting; who said not to come is left alone. Marked first: rather no mail than the same one every minute."""
    if not PlannedDate.objects.filter(pk=date.pk, prepared_at=None).update(prepared_at=now):
        return 0
    away = set(date.excuses.values_list("person", flat=True))
    sent = 0
    for membership in members_of(date.circle):
        person = membership.person
        assert isinstance(person, Person)
        if person.pk in away:
            continue
        try:
            mail_to(person, date).send()
            sent += 1
        except OSError:
            _log.warning("a mail that prepares for a meeting couldn't be sent")
    return sent


def mail_to(person: Person, date: PlannedDate) -> EmailMessage:
    """In their language and the circle's time."""
    with translation.override(person.language), timezone.override(ZoneInfo(date.circle.zone)):
        subject = _("Soon: %(circle)s") % {"circle": date.circle.name}
        told = {"person": person, "date": date, "circle": date.circle, "site": settings.SITE_ADDRESS}
        body = render_to_string("circles/mail/preparation.txt", told)
    return EmailMessage(" ".join(subject.split()), body, to=[person.email])
