"""From guided to self-guided: both tick off, either asks for a step back, and turns follow."""

import pytest

from kring.core.rhythm.path import Step
from kring.web.circles.models import PlannedDate
from kring.web.rhythm.models import PathDeed
from kring.web.rhythm.queries.path import path_of
from tests.web.circles.conftest import AGREED, Members
from tests.web.people.conftest import Account
from tests.web.rhythm.conftest import CHOOSE, LEAD, names, rota, stand


@pytest.fixture
def guided(circle: Members, noor: Account, imane: Account) -> Members:
    """Imane is here as the coach."""
    circle.row.memberships.filter(person=imane.person).update(role="coach")
    noor.browser.post(circle.path("agreed/"), {**AGREED, "guided": "yes"})
    return circle


def do(circle: Members, one: Account, deed: str, step: Step) -> int:
    answer = one.browser.post(circle.path("path/"), {"deed": deed, "step": step.value})
    return int(answer.status_code)


def walk_to(circle: Members, member: Account, coach: Account, goal: Step) -> None:
    for step in Step:
        if step is goal:
            return
        for one in (member, coach):
            assert do(circle, one, "tick", step) == 302


def here(circle: Members) -> Step:
    return path_of(circle.row).step


def test_facilitator_leads_until_the_circle_learns_it(
    guided: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    assert names(guided.row) == names(guided.row, CHOOSE) == ["Imane"] * 4
    assert "Op weg naar zelf begeleiden" in noor.browser.get(guided.path()).content.decode()

    walk_to(guided, noor, imane, Step.LEAD_A_ROUND)
    assert names(guided.row) == [None] * 4
    stand(guided, bram, "ready")
    assert names(guided.row) == ["Bram"] * 4
    assert names(guided.row, CHOOSE) == ["Imane"] * 4

    for one in (bram, imane):
        do(guided, one, "tick", Step.LEAD_A_ROUND)
    assert set(names(guided.row, CHOOSE)) == {"Noor", "Bram"}


def test_facilitator_chooses_the_method_beforehand(
    guided: Members, dates: list[PlannedDate], noor: Account, imane: Account
) -> None:
    address = guided.path(f"turns/{dates[0].pk}/choose_method/method/")

    assert noor.browser.post(address, {"method": "incident-kort"}).status_code == 409
    assert imane.browser.post(address, {"method": "incident-kort"}).status_code == 302
    chosen = rota(guided.row).turn(dates[0].pk, CHOOSE).method
    assert chosen is not None
    assert (
        imane.browser.post(
            guided.path(f"turns/{dates[0].pk}/facilitate/taking/"), {"back": "yes"}
        ).status_code
        == 409
    )


def test_five_agreements_lead_to_self_guided_and_turns_go_round(
    guided: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    walk_to(guided, noor, imane, Step.SELF_GUIDED)

    assert not guided.row.guided
    assert set(names(guided.row)) == {"Noor", "Bram"}
    assert "leaving" in imane.browser.get(guided.path("path/")).content.decode()

    assert do(guided, bram, "step_back", Step.SELF_GUIDED) == 302
    assert (here(guided), guided.row.guided) == (Step.LEAD_ALONE, True)


def test_one_side_alone_waits_for_the_other(
    guided: Members, noor: Account, bram: Account, imane: Account
) -> None:
    assert do(guided, noor, "tick", Step.GUIDED) == 302
    assert do(guided, bram, "tick", Step.GUIDED) == 409
    assert here(guided) is Step.GUIDED
    assert "afgevinkt. Vind jij dat ook" in imane.browser.get(guided.path()).content.decode()
    assert "afgevinkt. Vinden jullie" not in bram.browser.get(guided.path()).content.decode()

    assert do(guided, bram, "untick", Step.GUIDED) == 302
    assert do(guided, imane, "tick", Step.GUIDED) == 302
    assert here(guided) is Step.GUIDED
    assert "afgevinkt. Vinden jullie" in bram.browser.get(guided.path()).content.decode()


def test_who_looks_at_an_old_page_ticks_off_nothing(guided: Members, noor: Account, imane: Account) -> None:
    walk_to(guided, noor, imane, Step.WATCH)

    assert do(guided, noor, "tick", Step.GUIDED) == 409
    assert path_of(guided.row).ticked == frozenset()


def test_what_the_circle_agrees_on_its_own_page_has_the_last_word(
    guided: Members, dates: list[PlannedDate], noor: Account, imane: Account
) -> None:
    walk_to(guided, noor, imane, Step.LEAD_BESIDE)
    noor.browser.post(guided.path("agreed/"), {**AGREED, "guided": "no"})
    assert here(guided) is Step.SELF_GUIDED

    assert do(guided, noor, "step_back", Step.SELF_GUIDED) == 302
    assert (here(guided), guided.row.guided) == (Step.LEAD_ALONE, True)
    assert PathDeed.objects.latest("pk").step == "self_guided"


def test_circle_that_guides_itself_sees_the_path_only_when_it_asks(
    circle: Members, dates: list[PlannedDate], noor: Account
) -> None:
    assert "Op weg naar zelf begeleiden" not in noor.browser.get(circle.path()).content.decode()
    assert do(circle, noor, "tick", Step.SELF_GUIDED) == 409

    assert noor.browser.post(circle.path("path/beginning/")).status_code == 302

    assert (here(circle), circle.row.guided) == (Step.GUIDED, True)
    page = noor.browser.get(circle.path("path/")).content.decode()
    assert "Er is nog niemand als begeleider of coach" in page
    assert names(circle.row) == [None] * 4
    assert rota(circle.row).goes_round == frozenset()
    assert LEAD not in rota(circle.row).goes_round
