"""Over a season in which people come, leave and excuse themselves, turns stay fair; what was really done counts."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from kring.core.circles.attendance import Attendance
from kring.core.meetings.events import AnyEvent, FacilitationPassed, Started
from kring.core.meetings.plan import PersonId
from kring.core.meetings.turns import FacilitationHow
from kring.core.rhythm.rota import Duty
from kring.web.circles.models import Circle, Excuse, Held, Membership, PlannedDate, Presence
from kring.web.meetings.ears import tell_closing
from kring.web.meetings.models import Event, Meeting
from kring.web.people.models import Person
from kring.web.rhythm.actions.noting import count
from kring.web.rhythm.models import Done, Turn, Why
from kring.web.rhythm.queries.turns import rota_of
from tests.core.meetings.circle import plan_of
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account
from tests.web.rhythm.conftest import CHOOSE, LEAD, names, plan, rota, stand

SEPTEMBER = datetime(2026, 9, 3, 18, 0, tzinfo=UTC)
WHO = st.integers(0, 5)
Season = list[tuple[str, int]]
happens = st.sampled_from(["nothing", "nothing", "excuse", "leave", "join"])
without_excuses = st.sampled_from(["nothing", "leave", "join"])


class Growing:
    """A circle whose meetings are held one after another."""

    def __init__(self, people: int, meetings: int) -> None:
        self.row = Circle.objects.create(
            id=uuid4(), name="Kring Noord", rhythm="monthly", weeks_between=4, minutes=120, guided=False, started_at=SEPTEMBER
        )  # fmt: skip
        self.members: list[Membership] = []
        self.dates = plan(self.row, meetings, first=SEPTEMBER + timedelta(weeks=1))
        for _one in range(people):
            self.join(SEPTEMBER)
        self.excused: set[int] = set()

    def join(self, at: datetime) -> None:
        person = Person.objects.create(email=f"{uuid4()}@example.org", name="Iemand")
        self.members.append(Membership.objects.create(circle=self.row, person=person, joined_at=at))

    def leave(self, who: int, at: datetime) -> None:
        if len(self.members) > 3:
            gone = self.members.pop(who % len(self.members))
            Membership.objects.filter(pk=gone.pk).update(left_at=at)

    def excuse(self, who: int, date: PlannedDate) -> None:
        one = self.members[who % len(self.members)]
        Excuse.objects.create(date=date, person=one.person, at=date.starts_at - timedelta(days=3))
        self.excused.add(one.pk)

    def meet(self, date: PlannedDate, what: str, who: int) -> UUID | None:
        """Whatever happens before it, and then the meeting, led by whose turn it is."""
        before = date.starts_at - timedelta(days=3)
        if what == "join":
            self.join(before)
        elif what == "leave":
            self.leave(who, before)
        elif what == "excuse":
            self.excuse(who, date)
        leader = rota_of(self.row, before).turn(date.pk, Duty.FACILITATE).person
        if leader is not None:
            count(held_at(self.row, date, leader), leader.pk)
        return None if leader is None else leader.pk

    def standing(self) -> dict[int, int]:
        """What each member's turns count for, by membership."""
        found = rota_of(self.row, SEPTEMBER + timedelta(weeks=400)).standings[Duty.FACILITATE]
        return {one.membership.pk: one.candidate.done for one in found}


def held_at(circle: Circle, date: PlannedDate, opened_by: Person, meeting: UUID | None = None) -> Held:
    return Held.objects.create(
        id=meeting or uuid4(), circle=circle, date=date, opened_by=opened_by, opened_at=date.starts_at,
        closed_at=date.starts_at + timedelta(hours=2), method="incident-kort", minutes=120,
    )  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(3, 5), st.lists(st.tuples(happens, WHO), min_size=4, max_size=8))
def test_those_who_stay_and_come_lead_as_often(people: int, season: Season) -> None:
    circle = Growing(people, len(season))
    founders = {one.pk for one in circle.members}

    for date, (what, who) in zip(circle.dates, season, strict=True):
        leader = circle.meet(date, what, who)
        assert leader in {one.person_id for one in circle.members}
        assert not date.excuses.filter(person=leader).exists()
        counts = [
            done for pk, done in circle.standing().items() if pk in founders and pk not in circle.excused
        ]
        assert max(counts, default=0) - min(counts, default=0) <= 1


@pytest.mark.django_db
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(3, 5), st.lists(st.tuples(without_excuses, WHO), min_size=4, max_size=8))
def test_newcomers_are_level_at_once(people: int, season: Season) -> None:
    circle = Growing(people, len(season))

    for date, (what, who) in zip(circle.dates, season, strict=True):
        circle.meet(date, what, who)
        counts = circle.standing().values()
        assert max(counts) - min(counts) <= 1


def test_who_comes_back_does_not_make_up_for_the_time_away(
    circle: Members, noor: Account, bram: Account, imane: Account
) -> None:
    past = plan(circle.row, 4, first=datetime.now(UTC) + timedelta(days=1))
    stand(circle, noor, "rather_not")
    for date, leader in zip(past, (bram, imane, bram, imane), strict=True):
        count(held_at(circle.row, date, leader.person), leader.acct)
    plan(circle.row, 3, first=datetime.now(UTC) + timedelta(days=200))

    stand(circle, noor, "ready")

    assert sorted(str(name) for name in names(circle.row)) == ["Bram", "Imane", "Noor"]


def close(circle: Members, date: PlannedDate, opener: Account, events: list[tuple[int, AnyEvent]]) -> Held:
    """A meeting in which this happened, by minute."""
    meeting = uuid4()
    held = held_at(circle.row, date, opener.person, meeting)
    Held.objects.filter(pk=meeting).update(closed_at=None)
    plan_json = msgspec.json.encode(plan_of("incident-kort")).decode()
    Meeting.objects.create(
        id=meeting,
        method="incident-kort",
        plan=plan_json,
        opened_at=date.starts_at,
        expires_at=date.starts_at,
    )
    for number, (minute, event) in enumerate(events, start=1):
        Event.objects.create(
            meeting_id=meeting, number=number, at=date.starts_at + timedelta(minutes=minute),
            body=msgspec.json.encode(event).decode(),
        )  # fmt: skip
    tell_closing(meeting, date.starts_at + timedelta(hours=2))
    return held


def passed(by: Account, to: Account, how: FacilitationHow) -> FacilitationPassed:
    return FacilitationPassed(by=PersonId(str(by.acct)), to=PersonId(str(to.acct)), how=how)


def done_at(held: Held) -> dict[str, str]:
    return dict(held.duties_done.values_list("duty", "person__name"))


def test_closing_notes_who_really_led(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    Turn.objects.create(date=dates[0], duty=CHOOSE.value, person=imane.person, why=Why.TOLD)
    events: list[tuple[int, AnyEvent]] = [
        (0, passed(noor, noor, FacilitationHow.FIRST)),
        (5, Started(by=PersonId(str(noor.acct)))),
        (10, passed(noor, bram, FacilitationHow.HANDED_OVER)),
        (110, passed(bram, noor, FacilitationHow.HANDED_OVER)),
    ]
    held = close(circle, dates[0], noor, events)

    assert done_at(held) == {"facilitate": "Bram", "choose_method": "Noor"}
    tell_closing(held.pk, dates[0].starts_at)
    assert Done.objects.count() == 2
    assert names(circle.row)[0] == "Noor"
    assert rota(circle.row).turns[0].date == dates[1]


def test_whose_turn_it_was_to_choose_has_chosen_if_they_were_there(
    circle: Members, dates: list[PlannedDate], noor: Account, imane: Account
) -> None:
    Turn.objects.create(date=dates[0], duty=CHOOSE.value, person=imane.person, why=Why.TOLD)
    held = held_at(circle.row, dates[0], noor.person)
    Presence.objects.create(held=held, person=imane.person, attendance=Attendance.PRESENT.value)

    count(held, noor.acct)

    assert done_at(held) == {"facilitate": "Noor", "choose_method": "Imane"}


def test_meeting_that_never_began_counts_for_nobody(
    circle: Members, dates: list[PlannedDate], noor: Account
) -> None:
    held = close(circle, dates[0], noor, [(0, passed(noor, noor, FacilitationHow.FIRST))])

    assert done_at(held) == {}
    assert LEAD in rota(circle.row).goes_round
