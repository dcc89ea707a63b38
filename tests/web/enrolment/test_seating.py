"""Participants as forming knows them."""

from kring.core.circles.enrolling.slots import SLOTS
from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import MOST_KINDS
from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries import Assumed, as_core, assumed_of, people_to_seat, with_facilitators
from kring.web.programmes.models import Programme
from tests.web.enrolment.conftest import taken_in


def test_everything_that_forming_looks_at_goes_along(programme: Programme) -> None:
    saskia = taken_in(programme, "Saskia", profession="Zorg ")
    noor = taken_in(
        programme,
        "Noor",
        manager=saskia,
        team="Noord",
        seniority=7,
        region="Utrecht",
        online=False,
        languages=["nl", "en"],
        slots=["tue-evening"],
        goals=["Feedback"],
        past=["s1:3"],
    )
    taken_in(programme, "Bram", goals=["feedback"])
    noor.not_with.add(saskia)

    found = {one.id: one for one in people_to_seat(programme)}
    one = found[str(noor.pk)]

    assert one.manager == str(saskia.pk)
    assert (one.profession, one.team, one.seniority, one.region, one.online) == (
        "zorg",
        "Noord",
        7,
        "utrecht",
        False,
    )
    assert (set(one.languages), set(one.slots), set(one.past)) == ({"nl", "en"}, {"tue-evening"}, {"s1:3"})
    assert one.goals == {"feedback"}
    assert one.not_with == {str(saskia.pk)}


def test_what_isnt_known_is_assumed_and_told(programme: Programme) -> None:
    taken_in(programme, "Noor", slots=["mon-morning"], languages=["nl"], seniority=4)
    taken_in(programme, "Bram")

    bram = next(one for one in people_to_seat(programme) if one.slots == frozenset(SLOTS))

    assert (set(bram.languages), bram.seniority) == ({"nl"}, 4)
    assert set(assumed_of(programme)) == {
        Assumed("slots", 1),
        Assumed("languages", 1),
        Assumed("seniority", 1),
    }


def test_line_of_authority_runs_through_whoever_isnt_seated(programme: Programme) -> None:
    top = taken_in(programme, "Saskia")
    middle = taken_in(programme, "Karin", manager=top, facilitates=True, capacity=2)
    low = taken_in(programme, "Noor", manager=middle)

    people = people_to_seat(programme)

    assert {one.id for one in people} == {str(top.pk), str(low.pk)}
    assert Lineage(people).above(str(top.pk), str(low.pk))
    together, [leader] = with_facilitators(programme)
    assert [one.manager for one in together if one.id == str(low.pk)] == [leader.id]
    assert (leader.id, leader.manager, leader.capacity) == (str(middle.pk), f"{top.pk}", 2)


def test_manager_who_isnt_there_is_the_same_for_all_who_named_them(programme: Programme) -> None:
    for name in ("Noor", "Bram"):
        taken_in(programme, name, manager_key="Saskia")

    managers = {one.manager for one in people_to_seat(programme)}

    assert len(managers) == 1
    assert None not in managers


def test_goals_stay_within_what_forming_counts(programme: Programme) -> None:
    for number in range(MOST_KINDS + 5):
        for half in ("a", "b"):
            taken_in(programme, f"P{number}{half}", goals=[f"doel {number}"])

    people = as_core(Participant.objects.all())

    assert len(frozenset().union(*(one.goals for one in people))) == MOST_KINDS
