"""Forming in the background: in a process of its own, that can be stopped and that a restart leaves nothing of."""

import pytest
from django.utils import timezone

from kring.core.circles.forming.formed import Formed
from kring.core.circles.forming.people import Person, Rules
from kring.web.enrolment.models import Participant
from kring.web.forming.actions.forming import keep
from kring.web.forming.models import Division, Failed
from kring.web.forming.running import Run
from kring.web.forming.work import Done, Failure, Task
from kring.web.programmes.models import Programme
from tests.web.forming.conftest import path
from tests.web.programmes.conftest import Somebody


def task(people: int, slots: int = 3) -> Task:
    several = tuple(
        Person(
            id=f"{number:03}",
            profession="zorg",
            languages=frozenset({"nl"}),
            slots=frozenset(f"mon-{hour:02}" for hour in range(8, 8 + slots)),
            goals=frozenset({f"goal{number % 7}"}),
            seniority=number % 19,
        )
        for number in range(people)
    )
    return Task(several, several, Rules(), seed=1)


def outcome_of(run: Run) -> Done | Failure | None:
    return run._outcome()


def test_it_runs_in_a_process_of_its_own() -> None:
    run = Run(task(12), ended=lambda _outcome: None)

    outcome = outcome_of(run)

    assert isinstance(outcome, Done)
    assert [len(circle.members) for circle in outcome.formed.circles] == [6, 6]
    assert run.progress is not None
    assert run.progress.share == 1


def test_stopped_before_it_begins_it_still_answers() -> None:
    run = Run(task(80), ended=lambda _outcome: None)
    run.stop()

    outcome = outcome_of(run)

    assert isinstance(outcome, Done)
    assert not outcome.formed.is_whole
    assert outcome.formed.people == 80


def test_ring_of_managers_is_told_as_such() -> None:
    one, other = (Person(id=who, profession="zorg", manager=above) for who, above in (("a", "b"), ("b", "a")))

    outcome = outcome_of(Run(Task((one, other), (one, other), Rules(), 1), ended=lambda _outcome: None))

    assert outcome == Failure("ring")


def begun(programme: Programme) -> Division:
    return Division.objects.create(programme=programme, seed=1, started_at=timezone.now())


def test_what_a_restart_broke_off_is_told_and_can_be_begun_again(
    karin: Somebody, programme: Programme
) -> None:
    begun(programme)

    page = karin.get(path(programme)).content.decode()

    assert "The forming was broken off" in page
    assert "Form the circles" in page
    assert karin.get(path(programme, "run/progress/")).json() == {"going": False}


@pytest.mark.parametrize(
    ("outcome", "failed", "told"),
    [
        (None, Failed.BROKEN, "The forming was broken off"),
        (Failure("ring"), Failed.RING, "report to each other round and round"),
        (
            Done(Formed(circles=(), left_out=(), people=0, cost=0, blocks=(), is_whole=True)),
            Failed.NOBODY,
            "There was nobody",
        ),
    ],
)
def test_what_came_to_nothing_is_told(
    karin: Somebody, programme: Programme, outcome: Done | Failure | None, failed: Failed, told: str
) -> None:
    division = begun(programme)

    keep(division.pk, outcome, now=timezone.now())

    division.refresh_from_db()
    assert (division.failed, division.is_current) == (failed, False)
    assert told in karin.get(path(programme)).content.decode()


def test_who_left_while_it_ran_gets_no_seat(programme: Programme) -> None:
    from kring.core.circles.forming.people import Circle

    people = [str(pk) for pk in programme.participants.to_seat().values_list("pk", flat=True)]
    Participant.objects.get(pk=people[0]).delete()
    formed = Formed(
        circles=(Circle(tuple(people)),), left_out=(), people=12, cost=0, blocks=(), is_whole=True
    )
    division = begun(programme)

    keep(division.pk, Done(formed), now=timezone.now())

    assert division.seats.count() == 11
