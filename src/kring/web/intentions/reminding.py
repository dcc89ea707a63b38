"""The mail that somebody asked for on a day. It says nothing of what they intended: the server doesn't know."""

import logging
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from kring.web.intentions.models import Reminder
from kring.web.intentions.queries import due
from kring.web.people.models import Person

_log = logging.getLogger(__name__)


def look_back_today(now: datetime) -> int:
    """Send what is due, one mail a person and circle. Returns how many went."""
    by_circle: dict[tuple[object, object], list[Reminder]] = {}
    for reminder in due(now):
        by_circle.setdefault((reminder.circle_id, reminder.person_id), []).append(reminder)
    return sum(remind_of(together) for together in by_circle.values())


def remind_of(together: list[Reminder]) -> int:
    """Forgotten first: rather no mail than the same one every ten minutes."""
    gone, _by_model = Reminder.objects.filter(pk__in=[one.pk for one in together]).delete()
    if not gone:
        return 0
    try:
        mail_about(together[0]).send()
    except OSError:
        _log.warning("a mail that reminds of an intention couldn't be sent")
        return 0
    return 1


def mail_about(reminder: Reminder) -> EmailMessage:
    """In the person's language."""
    person = reminder.person
    assert isinstance(person, Person)
    with translation.override(person.language):
        told = {"person": person, "circle": reminder.circle, "site": settings.SITE_ADDRESS}
        body = render_to_string("intentions/mail/look_back.txt", told)
        return EmailMessage(_("Something to look back at"), body, to=[person.email])
