"""
Who has which role, for organisers.

Somebody's name is shown once they came to a page in that role: naming an address mustn't tell whether it has an account.
"""

from django.db.models import Exists, OuterRef, QuerySet

from kring.web.organisations.access import Organising
from kring.web.organisations.models import Organiser, Trace
from kring.web.programmes.models import Client, Programme


def organisers_of(organising: Organising) -> QuerySet[Organiser]:
    """Who was named first stands first; `came` says whether they have been here."""
    came = Trace.objects.filter(organisation=organising.organisation, person=OuterRef("person"))
    rows = organising.organisation.organisers.select_related("person")
    return rows.annotate(came=Exists(came)).order_by("named_at", "pk")


def clients_of(programme: Programme) -> QuerySet[Client]:
    """The same of those who speak for the client of a programme."""
    came = Trace.objects.filter(programme=programme.pk, person=OuterRef("person"))
    return programme.clients.select_related("person").annotate(came=Exists(came)).order_by("named_at", "pk")
