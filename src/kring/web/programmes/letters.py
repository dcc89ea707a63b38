"""
Mail of intake and programmes: that something waits, from whom, and where. Never what anybody wrote.

Sent once what it tells of is stored; one that can't be sent keeps nobody else from theirs.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from kring.web.organisations.models import Organisation
from kring.web.programmes.models import Client, Enquiry, Programme

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets a mail; `name` is empty where nobody told it."""

    mail: str
    name: str
    language: str


def site_of(request: HttpRequest) -> str:
    """What a link in a mail begins with."""
    return settings.SITE_ADDRESS or f"{request.scheme}://{request.get_host()}"


def asker(enquiry: Enquiry) -> Reader:
    """Who put a question."""
    return Reader(enquiry.mail, enquiry.name, enquiry.language)


def organisers(organisation: Organisation) -> list[Reader]:
    """Whoever organises for it, those who have yet to sign in among them."""
    rows = organisation.organisers.select_related("person")
    return [
        Reader(one.person.email, one.person.name, one.person.language)
        if one.person
        else Reader(one.mail, "", settings.LANGUAGE_CODE)
        for one in rows
    ]


def clients(programme: Programme) -> list[Reader]:
    """Whoever it is for."""
    return [client_reader(one) for one in programme.clients.select_related("person")]


def client_reader(client: Client) -> Reader:
    """In their language; where they have no account, in that of the programme."""
    if client.person:
        return Reader(client.person.email, client.person.name, client.person.language)
    return Reader(client.mail, client.name, client.programme.language)


def write_to(
    readers: Iterable[Reader],
    *,
    subject: Any,  # what gettext_lazy gives
    says: Any,
    link: str,
    **about: object,
) -> None:
    """The same to each, in their own language, after the present transaction. `says` ends in where the link leads."""
    for reader in readers:
        with translation.override(reader.language):
            told = {"reader": reader, "says": str(says) % {**about, "mail": reader.mail}, "link": link}
            body = render_to_string("programmes/mail/letter.txt", told)
            letter = EmailMessage(" ".join((str(subject) % about).split()), body, to=[reader.mail])
        transaction.on_commit(partial(_send, letter))


def _send(letter: EmailMessage) -> None:
    try:
        letter.send()
    except OSError:
        _log.warning("a mail of a programme couldn't be sent")
