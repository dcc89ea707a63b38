"""What these rooms hold of somebody, and where their roles lead."""

from django.urls import reverse
from django.utils.translation import gettext as _

from kring.web.organisations.models import Organiser, Trace
from kring.web.people.models import Person
from kring.web.people.places import Placed
from kring.web.programmes.access import token_of
from kring.web.programmes.models import Client, Enquiry, Voice


def places_of(person: Person) -> list[Placed]:
    """Organisations that they organise for, programmes that are held for them, and what they asked."""
    organises = Organiser.objects.filter(person=person).select_related("organisation")
    commissions = Client.objects.filter(person=person).select_related("programme")
    asked = Enquiry.objects.filter(person=person, closed_at=None).select_related("organisation")
    return [
        *(
            Placed(
                one.organisation.name, _("you organise"), reverse("organisation", args=[one.organisation_id])
            )
            for one in organises.order_by("organisation__name")
        ),
        *(
            Placed(one.programme.name, _("you are the client"), reverse("client", args=[one.programme_id]))
            for one in commissions.order_by("programme__name")
        ),
        *(
            Placed(one.organisation.name, _("your question"), reverse("my-enquiry", args=[token_of(one)]))
            for one in asked.order_by("asked_at")
        ),
    ]


def held_of(person: Person) -> dict[str, object]:
    """For their own download."""
    return {
        "organises for": list(
            Organiser.objects.filter(person=person).values("organisation__name", "mail", "named_at")
        ),
        "client of": list(
            Client.objects.filter(person=person).values("programme__name", "mail", "name", "named_at")
        ),
        "asked": [
            {
                **{name: getattr(one, name) for name in _ASKED},
                "organisation": one.organisation.name,
                "written": list(one.answers.filter(from_organiser=False).values("text", "at")),
            }
            for one in Enquiry.objects.filter(person=person).select_related("organisation")
        ],
        "said to proposals": list(
            Voice.objects.filter(person=person).values(
                "proposal__programme__name", "proposal__number", "side", "agrees", "amendment", "at"
            )
        ),
        "trail": list(
            Trace.objects.filter(person=person).values("what", "about", "at", "organisation__name")
        ),
    }


_ASKED = (
    "name",
    "mail",
    "from_organisation",
    "what_for",
    "whom",
    "how_many",
    "since_when",
    "wishes",
    "asked_at",
)
