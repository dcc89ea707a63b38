"""Who a programme is for."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kring.web.organisations.actions import trace
from kring.web.people.claims import person_who_confirmed
from kring.web.people.models import Person
from kring.web.programmes import letters
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Client, Programme


@transaction.atomic
def name_client(leading: Leading, mail: str, name: str, *, now: datetime, site: str) -> Client:
    """Whoever has confirmed this address, or once does, speaks for the client, and hears so by mail."""
    client, is_new = give_role(leading.programme, mail, name, now)
    if is_new:
        trace(leading, "named-client", programme=leading.programme.pk, now=now)
        ask_client([letters.client_reader(client)], leading.programme, site)
    return client


def give_role(programme: Programme, mail: str, name: str, now: datetime) -> tuple[Client, bool]:
    """The role, and whether it is new."""
    address = mail.strip().lower()
    return Client.objects.get_or_create(
        programme=programme,
        mail=address,
        defaults={"name": name, "person": person_who_confirmed(address), "named_at": now},
    )


def ask_client(readers: list[letters.Reader], programme: Programme, site: str) -> None:
    """By mail, with the way to the proposal."""
    letters.write_to(
        readers,
        subject=_("A proposal from %(organisation)s"),
        says=_(
            "%(organisation)s made a proposal for circles of peer consultation. Sign in with this address, %(mail)s, to read it and say whether you agree. Without an account you first make one, with the same address. You find the proposal here:"
        ),
        link=f"{site}/programmes/{programme.pk}/client/",
        organisation=programme.organisation.name,
    )


@transaction.atomic
def dismiss_client(leading: Leading, client: int, *, now: datetime) -> None:
    """No longer; what they said to a proposal stays."""
    gone, _of_what = leading.programme.clients.filter(pk=client).delete()
    if gone:
        trace(leading, "dismissed-client", programme=leading.programme.pk, now=now)


def claim_client(person: Person, mail: str) -> None:
    """Who confirmed an address under which a client was named, is that client."""
    Client.objects.filter(mail=mail, person=None).update(person=person)
