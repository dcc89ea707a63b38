"""What somebody's own page shows of their part in a programme."""

from django.urls import reverse
from django.utils.translation import gettext as _

from kring.web.enrolment.models import Invitation, Participant, Said
from kring.web.enrolment.queries.known import LISTS, TEXTS
from kring.web.people.models import Person
from kring.web.people.places import Placed


def named_by(participant: Participant, said: Said) -> list[str]:
    """Whom they named, in their own words: what others said of themselves isn't theirs to read."""
    return list(participant.named.filter(said=said).order_by("pk").values_list("text", flat=True))


def not_there_yet(participant: Participant) -> list[str]:
    """Of those they named, who isn't in the programme under that name."""
    return list(participant.named.filter(other=None).order_by("pk").values_list("text", flat=True))


def told_of(participant: Participant) -> dict[str, object]:
    """Everything that is kept of somebody in one programme."""
    return {
        "programme": participant.programme.name,
        "organisation": participant.programme.organisation.name,
        **{field: getattr(participant, field) for field in (*TEXTS, *LISTS)},
        "years_of_experience": participant.seniority,
        "can_be_online": participant.online,
        "reports_to": manager_of(participant),
        "reports_to_me": named_by(participant, Said.REPORTS),
        "not_with": named_by(participant, Said.APART),
        "facilitates": participant.capacity if participant.facilitates else 0,
        "may_be_placed_with_people_of": list(
            participant.may_pool.order_by("organisation__name").values_list("organisation__name", flat=True)
        ),
        "came_in_by": participant.source,
        "enrolled": participant.enrolled_at,
        "told_by_themselves": participant.told_at,
        "written_to": Invitation.objects.filter(participant=participant)
        .values_list("sent_at", flat=True)
        .first(),
    }


def places_of(person: Person) -> list[Placed]:
    """Programmes that they take part in."""
    mine = Participant.objects.there().filter(person=person).select_related("programme")
    return [
        Placed(
            one.programme.name,
            _("you lead circles") if one.facilitates else _("you take part"),
            reverse("mine", args=[one.programme_id]),
        )
        for one in mine.order_by("programme__name")
    ]


def held_of(person: Person) -> list[dict[str, object]]:
    """The same of every programme that somebody is in, for their archive."""
    mine = (
        Participant.objects.there().filter(person=person).select_related("programme__organisation", "manager")
    )
    return [told_of(participant) for participant in mine.order_by("enrolled_at")]


def manager_of(participant: Participant) -> str:
    """To whom they report, as far as anybody said."""
    return participant.manager.name if participant.manager else participant.manager_key
