"""Swapping and taking over: with both agreeing, as long as the turns are what they were."""

from datetime import timedelta
from uuid import uuid4

from kring.core.rhythm.rota import WhyNot
from kring.web.circles.access import circle_for
from kring.web.circles.models import PlannedDate
from kring.web.rhythm.models import SwapRequest, Turn, Why
from kring.web.rhythm.queries.swaps import requests_by, requests_to
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account
from tests.web.rhythm.conftest import CHOOSE, LEAD, answer, ask, names, now, rota


def waiting_for(circle: Members, one: Account) -> list[int]:
    within = circle_for(one.person, circle.id)
    return [request.row.pk for request in requests_to(within, rota(circle.row))]


def test_two_who_agree_swap(circle: Members, dates: list[PlannedDate], noor: Account, bram: Account) -> None:
    assert names(circle.row) == ["Noor", "Bram", "Imane", "Noor"]
    assert ask(circle, noor, bram, dates[0].pk, dates[1].pk).status_code == 302
    request = SwapRequest.objects.get()
    page = bram.browser.get(circle.path()).content.decode()
    assert "Noor vraagt om te ruilen" in page

    assert answer(circle, bram, request.pk, "yes") == 302

    assert names(circle.row) == ["Bram", "Noor", "Imane", "Bram"]
    assert [turn.why for turn in rota(circle.row).turns if turn.duty is LEAD][:3] == [
        Why.SWAPPED,
        Why.SWAPPED,
        None,
    ]
    assert waiting_for(circle, bram) == []


def test_no_leaves_everything_as_it_was_and_is_told(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account
) -> None:
    ask(circle, noor, bram, dates[0].pk, dates[1].pk)

    answer(circle, bram, SwapRequest.objects.get().pk, "no")

    assert names(circle.row) == ["Noor", "Bram", "Imane", "Noor"]
    assert not Turn.objects.exists()
    assert "Het komt Bram niet uit" in noor.browser.get(circle.path("turns/")).content.decode()


def test_turn_is_taken_over_with_nothing_in_return(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    ask(circle, noor, imane, dates[0].pk, "")
    answer(circle, imane, SwapRequest.objects.latest("pk").pk, "yes")
    assert names(circle.row)[0] == "Imane"

    ask(circle, bram, imane, "", dates[0].pk)
    answer(circle, imane, SwapRequest.objects.latest("pk").pk, "yes")
    assert names(circle.row)[0] == "Bram"


def test_a_turn_goes_to_the_first_who_says_yes(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    for other in (bram, imane):
        ask(circle, noor, other, dates[0].pk, "")
    first, second = SwapRequest.objects.order_by("pk")

    assert answer(circle, bram, first.pk, "yes") == 302

    assert waiting_for(circle, imane) == []
    assert answer(circle, imane, second.pk, "yes") == 409
    assert answer(circle, bram, first.pk, "no") == 409
    assert names(circle.row)[0] == "Bram"
    [shown] = requests_by(circle_for(noor.person, circle.id), rota(circle.row))
    assert shown.why_not is WhyNot.NOT_YOURS
    assert "is niet meer van Noor" in noor.browser.get(circle.path("turns/")).content.decode()


def test_who_can_not_come_is_not_given_the_turn(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account
) -> None:
    ask(circle, noor, bram, dates[0].pk, dates[1].pk)
    bram.browser.post(circle.path(f"dates/{dates[0].pk}/excuse/"), {"coming": "no"})

    assert waiting_for(circle, bram) == []
    assert answer(circle, bram, SwapRequest.objects.get().pk, "yes") == 409
    bram.browser.post(circle.path(f"dates/{dates[0].pk}/excuse/"), {"coming": "yes"})
    assert answer(circle, bram, SwapRequest.objects.get().pk, "yes") == 302


def test_request_is_over_when_its_date_has_passed(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account
) -> None:
    ask(circle, noor, bram, dates[0].pk, dates[1].pk)
    PlannedDate.objects.filter(pk=dates[0].pk).update(starts_at=now() - timedelta(days=1))

    assert waiting_for(circle, bram) == []
    assert requests_by(circle_for(noor.person, circle.id), rota(circle.row)) == []
    assert answer(circle, bram, SwapRequest.objects.get().pk, "yes") == 409


def test_asking_twice_is_one_request(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account
) -> None:
    for _time in range(2):
        ask(circle, noor, bram, dates[0].pk, dates[1].pk)

    assert SwapRequest.objects.count() == 1


def test_nothing_chosen_is_told(circle: Members, dates: list[PlannedDate], noor: Account) -> None:
    for offer in ("", "somebody", "//"):
        answered = noor.browser.post(circle.path("swaps/"), {"duty": "facilitate", "offer": offer})

        assert answered.status_code == 422
        assert "Kies eerst wat je wilt vragen" in answered.content.decode()


def test_what_is_not_ones_own_is_not_offered(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    assert ask(circle, noor, imane, dates[1].pk, dates[2].pk).status_code == 409
    assert ask(circle, noor, imane, dates[0].pk, dates[1].pk).status_code == 409
    assert ask(circle, noor, noor, dates[0].pk, "").status_code == 409
    assert ask(circle, noor, bram, uuid4(), dates[1].pk).status_code == 409


def test_method_is_chosen_anew_after_a_swap(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    first, second = (one for one in rota(circle.row).turns[:4] if one.duty is CHOOSE)
    by_name = {"Noor": noor, "Bram": bram, "Imane": imane}
    assert first.person is not None
    assert second.person is not None
    chooser, other = by_name[first.person.name], by_name[second.person.name]
    chooser.browser.post(
        circle.path(f"turns/{dates[0].pk}/choose_method/method/"), {"method": "incident-kort"}
    )

    ask(circle, chooser, other, dates[0].pk, dates[1].pk, CHOOSE)
    answer(circle, other, SwapRequest.objects.get().pk, "yes")

    found = rota(circle.row).turn(dates[0].pk, CHOOSE)
    assert (found.person, found.method) == (other.person, None)
