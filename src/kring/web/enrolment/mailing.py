"""
Letters to people of the list: that they are on it, and their own way in. Nothing of what is known of them.

They go in the background, in portions, and with the next round of `circles.reminding` where the mail server was away.
"""

import logging
from datetime import datetime
from smtplib import SMTPDataError, SMTPRecipientsRefused
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connections
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kring.web.enrolment.access import INVITATION_HOLDS, signed_link
from kring.web.enrolment.models import Asked, Invitation, Participant

PORTION = 100  # letters over one line to the mail server; few of them hand on much more at once

_log = logging.getLogger(__name__)


def send_soon() -> None:
    """Now, without anybody having to wait for it."""
    Thread(target=_send_now, name="kring-enrolment-mail", daemon=True).start()


def send_invitations(now: datetime) -> int:
    """Everything that waits, portion by portion. Returns how many letters went."""
    sent = 0
    while portion := _waiting():
        went = _send(portion, now)
        sent += went
        if went < len(portion):
            return sent  # the mail server is away; the next round tries again
    return sent


def _send_now() -> None:
    try:
        send_invitations(timezone.now())
    except Exception:  # noqa: BLE001 -- whatever it is, the next round may well succeed
        _log.exception("letters to people of a list couldn't be sent; they go with the next round")
    finally:
        connections.close_all()


def _waiting() -> list[Invitation]:
    waits = Invitation.objects.filter(sent_at=None, failed_at=None, participant__left_at=None)
    found = waits.exclude(participant__mail="").select_related(
        "participant__programme__organisation", "participant__person"
    )
    return list(found.order_by("pk")[:PORTION])


def _send(portion: list[Invitation], now: datetime) -> int:
    """Returns how many are dealt with: gone, or refused by their mailbox."""
    dealt_with = 0
    try:
        with get_connection() as line:
            for invitation in portion:
                _send_one(invitation, line, now)
                dealt_with += 1
    except OSError:
        _log.warning("the mail server is away; letters to people of a list wait for the next round")
    return dealt_with


def _send_one(invitation: Invitation, line: BaseEmailBackend, now: datetime) -> None:
    """
    Marked first, and only where nobody else did: two rounds at once send nothing twice.

    Raises:
        OSError: the mail server is away; the letter waits.
    """
    mine = Invitation.objects.filter(pk=invitation.pk, asked_at=invitation.asked_at)
    if not mine.filter(sent_at=None, failed_at=None).update(sent_at=now):
        return
    try:
        letter = _letter(invitation.participant, now)
        letter.connection = line
        letter.send()
    except (SMTPRecipientsRefused, SMTPDataError):
        mine.update(sent_at=None, failed_at=now)
    except OSError:
        mine.update(sent_at=None)
        raise


def _letter(participant: Participant, now: datetime) -> EmailMessage:
    """In their language, with a link of their own."""
    programme = participant.programme
    until = now + INVITATION_HOLDS
    asked = Asked.objects.create(programme=programme, mail=participant.mail, at=now, until=until)
    way_in = f"{reverse('enrol-form', args=[programme.enrolment_token])}?as={signed_link(asked)}"
    with translation.override(participant.person.language if participant.person else participant.language):
        subject = _("Your wishes and times for %(programme)s") % {"programme": programme.name}
        told = {
            "name": participant.name,
            "programme": programme.name,
            "organisation": programme.organisation.name,
            "link": settings.SITE_ADDRESS + way_in,
        }
        body = render_to_string("enrolment/mail/invitation.txt", told)
        return EmailMessage(" ".join(subject.split()), body, to=[participant.mail])
