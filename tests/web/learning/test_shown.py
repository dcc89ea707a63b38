"""What the pages of a circle and of a meeting show about learning, and to whom."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone, translation
from django.utils.html import escape

from kring.core.growth.capabilities import NAMES
from kring.core.growth.goals import load_goal_words
from kring.core.growth.reflection import load_reflection_forms
from kring.core.methods.method import Text
from kring.web.circles.access import circle_for
from kring.web.learning import queries
from tests.web import keys
from tests.web.circles.conftest import Members, agreed  # noqa: F401 -- a fixture
from tests.web.learning.conftest import EVENING, Meet
from tests.web.people.conftest import Account

GOAL = "4b5e9a0c-6c0f-4c5d-9d0e-0f3f5d1f7a11"
BOTH = pytest.mark.parametrize("language", ["nl", "en"])


def keep_own(circle: Members, one: Account, name: str, item: UUID) -> None:
    box = one.post(circle.path("own-box/"), {"id": str(uuid4()), "salt": keys.key()}).json()["id"]
    assert circle.keep(one, name, item, box=box).status_code == 200


def page(one: Account, address: str, language: str) -> str:
    one.browser.cookies["language"] = language
    answer = one.browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def told(text: Text, language: str) -> str:
    return escape(text.nl if language == "nl" else text.en)


@BOTH
def test_guide_asks_everything_there_is_to_ask(circle: Members, noor: Account, language: str) -> None:
    words = load_goal_words()

    html = page(noor, circle.path("goals/guide/"), language)

    asked = [*words.mirror_asks.values(), *NAMES.values(), *words.marks, words.quadrant_origin]
    for one in (*words.questions.values(), *words.quadrant.values()):
        asked += [one.asks, one.hint]
    assert [text for text in asked if told(text, language) not in html] == []


@BOTH
def test_meeting_asks_whoever_was_there(
    circle: Members, meet: Meet, noor: Account, bram: Account, language: str
) -> None:
    meeting = circle.path(f"meetings/{meet(circle, noor)}/")

    there, missed = page(noor, meeting, language), page(bram, meeting, language)

    assert told(load_goal_words().seen_marks[4], language) in there
    assert "<goals-at-meeting" not in missed
    for html in (there, missed):  # what one made of it afterwards anybody may write
        for form in load_reflection_forms():
            assert [told(one.asks, language) in html for one in form.prompts] == [True] * len(form.prompts)


def test_day_of_a_meeting_is_that_of_the_circle(circle: Members, meet: Meet, noor: Account) -> None:
    meet(circle, noor, at=EVENING.replace(hour=23, minute=30))

    (meeting,) = queries.meetings_of(circle_for(noor.person, circle.id))

    assert meeting.day == EVENING.date() + timedelta(days=1)  # half past midnight in Amsterdam


def test_goals_are_asked_for_until_there_is_one(
    agreed: Members,  # noqa: F811 -- the fixture
    noor: Account,
    bram: Account,
) -> None:
    assert is_asked_for_goals(agreed, noor)

    keep_own(agreed, noor, "goal.own", uuid4())

    assert not is_asked_for_goals(agreed, noor)
    assert is_asked_for_goals(agreed, bram)


def test_nobody_is_asked_for_goals_before_the_circle_may_meet(circle: Members, noor: Account) -> None:
    assert not is_asked_for_goals(circle, noor)


def test_looking_back_is_asked_of_whoever_was_there_until_they_did(
    circle: Members, meet: Meet, noor: Account, bram: Account, imane: Account
) -> None:
    meeting = meet(circle, noor, bram, at=timezone.now())

    keep_own(circle, bram, "reflection.text", meeting)

    assert looks_back_on(circle, noor) == meeting
    assert looks_back_on(circle, bram) is None
    assert looks_back_on(circle, imane) is None


def test_looking_back_is_asked_for_a_fortnight(circle: Members, meet: Meet, noor: Account) -> None:
    meet(circle, noor, at=timezone.now() - timedelta(days=15))

    assert looks_back_on(circle, noor) is None


def test_page_of_a_goal_tells_nothing_of_it(circle: Members, noor: Account) -> None:
    goal = uuid4()
    keep_own(circle, noor, "goal.own", goal)
    with translation.override("en"):
        mine = page(noor, circle.path(f"goals/{goal}/"), "en")

        assert mine.replace(str(goal), GOAL) == page(noor, circle.path(f"goals/{GOAL}/"), "en")


def is_asked_for_goals(circle: Members, one: Account) -> bool:
    return f'href="{circle.path("goals/guide/")}"' in page(one, circle.path(), "en")


def looks_back_on(circle: Members, one: Account) -> UUID | None:
    asked = queries.meeting_to_look_back_on(circle_for(one.person, circle.id), timezone.now())
    if asked is None:
        return None
    meeting = asked["meeting"]
    assert isinstance(meeting, queries.Meeting)
    return meeting.id
