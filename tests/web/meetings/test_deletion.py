"""What was said is destroyed, at closing or at the end of the term, and one can see that it is."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from kring.web.meetings.actions import destroy_what_is_due, settle_closing, settle_what_closed
from kring.web.meetings.models import Event, Meeting
from kring.web.vault.models import Box, Door, Grant, Proof, Seat, Statement
from tests.web.conftest import Visit, Visitor
from tests.web.keys import Link, beginning, envelope

KEPT: list[Any] = [Box, Door, Grant, Proof, Seat, Statement, Meeting, Event]


@pytest.fixture
def meeting(noor: Visitor, bram: Visitor) -> UUID:
    """Noor and Bram have met, and something was written."""
    box = noor.keys()["boxes"][-1]["id"]
    body = f'{{"event":"introduced","by":"{noor.peer.acct}","text":"{envelope(box)}"}}'
    Event.objects.create(meeting_id=noor.link.meeting, number=1, at=timezone.now(), body=body)
    return UUID(noor.link.meeting)


def close(meeting: UUID, *, minutes_ago: int = 0) -> datetime:
    closed_at = timezone.now() - timedelta(minutes=minutes_ago)
    settle_closing(meeting, now=closed_at)
    return closed_at


def test_closing_shuts_the_door_and_wakes_no_device(noor: Visitor, meeting: UUID, visit: Visit) -> None:
    close(meeting)

    assert visit(noor.link).knock().status_code == 403
    assert noor.get("share/").json() == {"share": ""}
    assert Event.objects.exists()


def test_server_killed_after_the_last_event_settles_the_closing_later(
    noor: Visitor, meeting: UUID, visit: Visit
) -> None:
    Meeting.objects.update(closed_at=timezone.now())

    settle_what_closed(now=timezone.now())

    assert visit(noor.link).knock().status_code == 403
    assert noor.get("share/").json() == {"share": ""}


def test_content_goes_once_everybody_has_taken_leave(noor: Visitor, bram: Visitor, meeting: UUID) -> None:
    close(meeting)

    first = noor.post("deletion/", {}).json()
    last = bram.post("deletion/", {}).json()

    assert (first["destroyed"], last["destroyed"], last["why"]) == (False, True, "closing")
    assert [model.__name__ for model in KEPT if model.objects.exists()] == []


def test_evidence_counts_what_was_destroyed(noor: Visitor, meeting: UUID) -> None:
    closed_at = close(meeting, minutes_ago=60)

    assert destroy_what_is_due(now=timezone.now()) == 1

    evidence = noor.get("deletion/").json()
    assert evidence["counts"] == {
        "salts": 2,
        "grants": 3,
        "statements": 2,
        "texts": 0,
        "proofs": 1,
        "seats": 2,
        "doors": 1,
        "events": 1,
    }
    assert datetime.fromisoformat(evidence["closed_at"]) == closed_at.replace(
        microsecond=closed_at.microsecond // 1000 * 1000
    )
    assert (evidence["meeting"], evidence["destroyed"], evidence["due_at"]) == (str(meeting), True, None)


def test_nothing_is_destroyed_before_its_time(noor: Visitor, meeting: UUID, settings: Any) -> None:
    closed_at = close(meeting)

    assert destroy_what_is_due(now=timezone.now()) == 0

    due = datetime.fromisoformat(noor.get("deletion/").json()["due_at"])
    expected = closed_at + timedelta(minutes=settings.CLOSING_MINUTES)
    assert abs(due - expected) < timedelta(milliseconds=1)


def test_meeting_that_nobody_closed_goes_at_the_end_of_the_term(noor: Visitor, meeting: UUID) -> None:
    Meeting.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert destroy_what_is_due(now=timezone.now()) == 1

    assert noor.get("deletion/").json()["why"] == "term"


def test_open_meeting_is_not_destroyed_by_taking_leave(noor: Visitor, bram: Visitor, meeting: UUID) -> None:
    noor.post("deletion/", {})
    bram.post("deletion/", {})

    assert Meeting.objects.exists()


def test_stranger_takes_no_leave(noor: Visitor, meeting: UUID, visit: Visit) -> None:
    assert visit(noor.link).post("deletion/", {}).status_code == 404


@pytest.mark.parametrize("page", ["", "wall/"])
def test_old_link_gets_a_page_that_says_so(noor: Visitor, meeting: UUID, visit: Visit, page: str) -> None:
    close(meeting, minutes_ago=60)
    destroy_what_is_due(now=timezone.now())

    answer = visit(noor.link).browser.get(noor.link.path + page, headers={"accept-language": "en"})

    assert answer.status_code == 410
    assert "destroyed" in answer.content.decode()


@pytest.mark.parametrize("page", ["", "wall/", "closing/", "deletion/", "keys/"])
def test_meeting_that_never_was_is_not_found(visit: Visit, page: str) -> None:
    assert visit(Link()).get(page).status_code == 404


def test_destroyed_meeting_cannot_be_begun_again(noor: Visitor, meeting: UUID, visit: Visit) -> None:
    close(meeting, minutes_ago=60)
    destroy_what_is_due(now=timezone.now())
    noor = visit(noor.link)

    answer = noor.browser.post("/begin/", beginning(noor.link, noor.peer), content_type="application/json")

    assert answer.status_code == 409
    assert noor.get("deletion/").json()["destroyed"] is True
