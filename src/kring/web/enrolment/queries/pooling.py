"""Which organisations put people together, and who may be placed with people of another."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from kring.web.enrolment.models import MayPool, Participant, Participants
from kring.web.organisations.models import Organisation
from kring.web.programmes.models import Programme, Stage

STILL_LOOKING = (Stage.PROPOSED, Stage.ENROLLING, Stage.FORMING)


@dataclass(frozen=True, slots=True)
class Agreements:
    """What an organisation agreed with others: both said so, only we did, or only they did."""

    both: list[Organisation]
    asked_by_us: list[Organisation]
    asked_by_them: list[Organisation]


@dataclass(frozen=True, slots=True)
class Offer:
    """People of one profession whom another organisation may lend, or lends already. Counts, no names."""

    organisation: UUID
    name: str
    profession: str
    here: int
    may: int
    taken: int


def agreements_of(organisation: Organisation) -> Agreements:
    """By name."""
    ours = set(organisation.pools_with.all())
    theirs = set(Organisation.objects.filter(pools_with=organisation))

    def by_name(some: set[Organisation]) -> list[Organisation]:
        return sorted(some, key=lambda one: one.name)

    return Agreements(by_name(ours & theirs), by_name(ours - theirs), by_name(theirs - ours))


def partners_of(organisation: Organisation) -> list[Organisation]:
    """Those with which both agreed."""
    return agreements_of(organisation).both


def may_join(programme: Programme) -> Participants:
    """Who of another organisation said yes to this one's, while both organisations agree; those it has included."""
    partners = partners_of(programme.organisation)
    yes = MayPool.objects.filter(organisation=programme.organisation).values("participant")
    free = Q(pooled_into=None, programme__stage__in=STILL_LOOKING) | Q(pooled_into=programme)
    return Participant.objects.to_seat().filter(free, pk__in=yes, programme__organisation__in=partners)


def offers_to(programme: Programme) -> list[Offer]:
    """By organisation and profession."""
    here = dict(
        programme.participants.to_seat().values_list("profession").annotate(people=Count("pk")).order_by()
    )
    rows = (
        may_join(programme)
        .values("programme__organisation", "programme__organisation__name", "profession")
        .annotate(people=Count("pk"), taken=Count("pk", filter=Q(pooled_into=programme)))
        .order_by("programme__organisation__name", "profession")
    )
    return [
        Offer(
            row["programme__organisation"],
            row["programme__organisation__name"],
            row["profession"],
            here.get(row["profession"], 0),
            row["people"] - row["taken"],
            row["taken"],
        )
        for row in rows
    ]


def asked_of(participant: Participant) -> list[tuple[Organisation, bool]]:
    """Which organisations somebody is asked about, and what they said."""
    yes = set(participant.may_pool.values_list("organisation", flat=True))
    return [(one, one.pk in yes) for one in partners_of(participant.programme.organisation)]
