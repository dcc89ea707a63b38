"""
Mail of a circle: what prepares people for a meeting (when, where, which way in, what to bring), that the agreement ends,
that somebody stopped the circle or would like it to end, that it has ended. Never what anybody wrote, nor who did it.

Rooms above this one send theirs in the same round.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kring.web.circles.models import Circle, PlannedDate
from kring.web.circles.preparing import lines_for, tell_before_mail
from kring.web.circles.queries import dates_to_prepare, ends_to_tell, people_of
from kring.web.people.actions import forget_unconfirmed
from kring.web.people.models import Person
from kring.web.vault.actions import forget_former_keys

AHEAD = timedelta(days=3)  # time to find a case, and soon enough not to forget it again

LOOK_EVERY_SECONDS = 600

_log = logging.getLogger(__name__)
_also: list[Callable[[datetime], int]] = []
_forgetting: list[Callable[[datetime], int]] = [forget_unconfirmed, forget_former_keys]


async def remind_often() -> None:
    """As long as the server runs. A failure is told and tried again at the next look."""
    while True:
        for do in (prepare_people, say_what_ends, *_also, *_forgetting):
            try:
                await asyncio.to_thread(do, timezone.now())
            except Exception:  # noqa: BLE001 -- whatever it is, the next look may well succeed
                _log.exception("what is due now and then failed: %s", do.__name__)
        await asyncio.sleep(LOOK_EVERY_SECONDS)


def remind_also(send_them: Callable[[datetime], int]) -> None:
    """A room above this one leaves word of the mails it sends; tells how many went, and sends each once."""
    _also.append(send_them)


def send_due(now: datetime) -> int:
    """Everything that is due now. Returns how many mails went."""
    return sum(send_them(now) for send_them in (prepare_people, say_what_ends, *_also))


def forget_also(forget: Callable[[datetime], int]) -> None:
    """A room above this one leaves word of what it lets go of when its time has come; tells how many there were."""
    _forgetting.append(forget)


def forget_due(now: datetime) -> int:
    """Everything whose time has come. Returns how many there were."""
    return sum(forget(now) for forget in _forgetting)


def prepare_people(now: datetime) -> int:
    """Send what is due, once for each date. Returns how many mails went."""
    return sum(prepare_for(planned, now) for planned in dates_to_prepare(now, AHEAD))


def prepare_for(planned: PlannedDate, now: datetime) -> int:
    """One meeting; who said not to come is left alone. Marked first: rather no mail than the same one every minute."""
    if not PlannedDate.objects.filter(pk=planned.pk, prepared_at=None).update(prepared_at=now):
        return 0
    tell_before_mail(planned, now)
    away = set(planned.excuses.values_list("person", flat=True))
    return send(
        mail_to(person, planned, now) for person in people_of(planned.circle) if person.pk not in away
    )


def mail_to(person: Person, planned: PlannedDate, now: datetime) -> EmailMessage:
    """In their language and the circle's time."""
    with translation.override(person.language), timezone.override(ZoneInfo(planned.circle.zone)):
        subject = _("Soon: %(circle)s") % {"circle": planned.circle.name}
        told = {
            "person": person,
            "date": planned,
            "circle": planned.circle,
            "site": settings.SITE_ADDRESS,
            "lines": lines_for(planned, person, now),
        }
        return letter(person, subject, "preparation", told)


def say_what_ends(now: datetime) -> int:
    """Tell members once that their agreement ends, as soon as that is in sight. Returns how many mails went."""
    return sum(tell_of_end(circle, until) for circle, until in ends_to_tell(now))


def tell_of_end(circle: Circle, until: date) -> int:
    """One circle; marked first, as above."""
    untold = Circle.objects.filter(pk=circle.pk).exclude(end_told_for=until)
    if not untold.update(end_told_for=until):
        return 0
    return send(mail_of_end(person, circle, until) for person in people_of(circle))


def mail_of_end(person: Person, circle: Circle, until: date) -> EmailMessage:
    """In their language."""
    with translation.override(person.language):
        subject = _("How does %(circle)s go on?") % {"circle": circle.name}
        told = {"person": person, "circle": circle, "until": until, "site": settings.SITE_ADDRESS}
        return letter(person, subject, "end_in_sight", told)


def say_stopped(circle: Circle, others: Iterable[Person]) -> int:
    """Tell the others that somebody stopped the circle. Returns how many mails went."""
    return send(mail_to_others(person, circle, "stopped") for person in others)


def say_end_is_wished(circle: Circle, others: Iterable[Person]) -> int:
    """Tell the others that somebody would like the circle to end: it needs a yes of each. Returns how many mails went."""
    return send(mail_to_others(person, circle, "end_wished") for person in others)


def mail_to_others(
    person: Person, circle: Circle, template: Literal["stopped", "end_wished"]
) -> EmailMessage:
    """In their language; who did it stands on the circle's page, and not in a mailbox that others may read."""
    with translation.override(person.language):
        subjects = {
            "stopped": _("%(circle)s has been stopped for a while"),
            "end_wished": _("Shall %(circle)s end?"),
        }
        told = {"person": person, "circle": circle, "site": settings.SITE_ADDRESS}
        return letter(person, subjects[template] % {"circle": circle.name}, template, told)


def say_goodbye(name: str, people: Iterable[Person]) -> int:
    """Tell everybody that their circle, of that name, has ended and that nothing of it is left. Returns how many mails went."""
    return send(goodbye_to(person, name) for person in people)


def goodbye_to(person: Person, name: str) -> EmailMessage:
    """In their language."""
    with translation.override(person.language):
        subject = _("%(circle)s has ended") % {"circle": name}
        return letter(person, subject, "ended", {"person": person, "name": name})


def letter(person: Person, subject: str, template: str, told: dict[str, object]) -> EmailMessage:
    """A mail to one person."""
    body = render_to_string(f"circles/mail/{template}.txt", told)
    return EmailMessage(" ".join(subject.split()), body, to=[person.email])


def send(letters: Iterable[EmailMessage]) -> int:
    """One by one, so that what goes wrong with one keeps nobody else from theirs. Returns how many went."""
    sent = 0
    for one in letters:
        try:
            one.send()
            sent += 1
        except OSError:
            _log.warning("a mail of a circle couldn't be sent")
    return sent
