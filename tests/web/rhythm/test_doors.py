"""Which member may do what about turns."""

from kring.web.circles.models import PlannedDate
from kring.web.rhythm.models import Answer, SwapRequest
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account
from tests.web.rhythm.conftest import ask


def test_request_is_answered_by_who_was_asked_and_withdrawn_by_who_asked(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    ask(circle, noor, bram, dates[0].pk, dates[1].pk)
    request = SwapRequest.objects.get()
    here = circle.path(f"swaps/{request.pk}/")

    assert [one.browser.post(f"{here}answer/", {"answer": "yes"}).status_code for one in (noor, imane)] == [
        404,
        404,
    ]
    assert [one.browser.post(f"{here}withdrawal/").status_code for one in (bram, imane)] == [404, 404]
    assert SwapRequest.objects.get().answer == Answer.NONE
    assert noor.browser.post(f"{here}withdrawal/").status_code == 302
    assert SwapRequest.objects.get().answer == Answer.WITHDRAWN


def test_nobody_from_outside_is_asked(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account
) -> None:
    noor.browser.post(circle.path(f"members/{bram.acct}/role/"), {"role": "coach"})

    assert ask(circle, noor, bram, dates[0].pk, "").status_code == 409
    assert (
        bram.browser.post(
            circle.path("turns/readiness/"), {"duty": "facilitate", "said": "ready"}
        ).status_code
        == 422
    )
