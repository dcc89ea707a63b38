"""Looking for a method in the library, as pages and without a script."""

import re
from typing import Any

import pytest
from django.test import Client

from kring.core.methods.faults import Language, say
from kring.core.methods.load import load_library
from kring.core.methods.method import Exposure, Level, Method
from kring.core.methods.shortlist import TO_START_WITH

LOW, INTERMEDIATE = Exposure.LOW, Level.INTERMEDIATE
LIBRARY = {method.id: method for method in load_library()}


def page(client: Client, address: str, language: str = "nl") -> str:
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def listed(html: str) -> list[str]:
    """The methods on a page of the library."""
    return re.findall(r'method-card__name"><a href="/methods/([a-z0-9-]+)/"', html)


def test_everything_is_listed_those_to_start_with_first(client: Client) -> None:
    html = page(client, "/methods/")

    assert listed(html) == list(LIBRARY)
    assert f"{len(LIBRARY)} methodes" in html


@pytest.mark.parametrize(
    ("wishes", "fits"),
    [
        ("people=12", lambda method: method.group.most >= 12),
        ("level=advanced", lambda method: method.level.value == "advanced"),
        ("kind=success", lambda method: "success" in {kind.value for kind in method.suits}),
        ("exposure=low&level=intermediate", lambda m: (m.exposure, m.level) == (LOW, INTERMEDIATE)),
    ],
)
def test_an_address_holds_the_wishes(client: Client, wishes: str, fits: Any) -> None:
    expected = [method.id for method in LIBRARY.values() if fits(method)]

    assert 0 < len(expected) < len(LIBRARY)
    assert listed(page(client, f"/methods/?{wishes}")) == expected


@pytest.mark.parametrize("wish", ["people=0", "people=zes", "mood=blauw", "minutes=31", "nergens=1", "kind="])
def test_what_isn_t_understood_is_no_wish(client: Client, wish: str) -> None:
    assert len(listed(page(client, f"/methods/?{wish}"))) == len(LIBRARY)


@pytest.mark.parametrize(
    ("language", "say_it"), [("nl", "Zonder ‘hooguit 30 minuten’"), ("en", "Without ‘at most 30")]
)
def test_where_nothing_fits_it_says_what_to_let_go_of(client: Client, language: str, say_it: str) -> None:
    html = page(client, "/methods/?minutes=30&kind=dilemma&level=advanced", language)

    assert listed(html) == []
    assert say_it in html
    (way,) = re.findall(r'href="/methods/\?([^"]+)">[^<]*‘', html)
    assert len(listed(page(client, f"/methods/?{way.replace('&amp;', '&')}"))) > 0


def test_each_choice_tells_how_many_it_would_leave(client: Client) -> None:
    html = page(client, "/methods/?level=advanced", "en")

    (left,) = re.findall(r'value="quiet"[^>]*>[^<]*\((\d+)\)', html)
    assert len(listed(page(client, "/methods/?level=advanced&mood=quiet"))) == int(left)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("method", LIBRARY.values(), ids=lambda method: method.id)
def test_every_method_has_its_page(client: Client, method: Method, language: Language) -> None:
    html = page(client, f"/methods/{method.id}/", language)

    assert [phase.id for phase in method.phases if escaped(say(phase.name, language)) not in html] == []
    assert f"/begin/?method={method.id}" in html
    assert html.count("phase-band__bar ") == len(method.phases)


def test_a_method_that_goes_round_says_how_long_for_all(client: Client) -> None:
    assert "12 minuten per inbrenger, 36 voor een kring van 3" in page(client, "/methods/troika/")


def test_two_stand_side_by_side_at_one_scale(client: Client) -> None:
    html = page(client, "/methods/compare/?with=basis&with=dilemma")

    assert html.count('scope="col"') == 2
    widths = [float(width) for width in re.findall(r'bar--[a-z_]+"[^>]*width="([0-9.]+)%"', html)]
    basis = widths[: len(LIBRARY["basis"].phases)]
    assert sum(basis) < 100 * LIBRARY["basis"].usual_minutes / LIBRARY["dilemma"].usual_minutes


@pytest.mark.parametrize("query", ["", "?with=basis", "?with=basis&with=basis", "?with=basis&with=geen"])
def test_one_method_is_no_comparison(client: Client, query: str) -> None:
    html = page(client, f"/methods/compare/{query}")

    assert "Kies twee verschillende methodes" in html
    assert ("basis" in query) == ('value="basis" selected' in html)


def test_a_meeting_begins_with_a_short_list(client: Client) -> None:
    html = page(client, "/begin/")

    short, everything = html.split("<details", 1)
    assert radios(short) == list(TO_START_WITH)
    assert sorted(radios(short) + radios(everything)) == sorted(LIBRARY)
    assert checked(html) == [TO_START_WITH[0]]


@pytest.mark.parametrize("method", ["dilemma", "basis"])
def test_a_chosen_method_is_among_the_few_and_chosen(client: Client, method: str) -> None:
    html = page(client, f"/begin/?method={method}")

    assert method in radios(html.split("<details", 1)[0])
    assert checked(html) == [method]


def test_an_unknown_method_chooses_nothing_else(client: Client) -> None:
    assert checked(page(client, "/begin/?method=geen")) == [TO_START_WITH[0]]


def radios(html: str) -> list[str]:
    return re.findall(r'name="method" value="([a-z0-9-]+)"', html)


def checked(html: str) -> list[str]:
    return re.findall(r'name="method" value="([a-z0-9-]+)" checked', html)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&#x27;")
