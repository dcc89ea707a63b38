"""Coming to the address of a deed otherwise than by its button: by going back, or by signing in again."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

HERE = UUID("c0ffee00-0000-4000-8000-000000000001")
THERE = UUID("c0ffee00-0000-4000-8000-000000000002")
VALUES: dict[str, object] = {"UUIDConverter": HERE, "IntConverter": 1, "SlugConverter": "facilitate"}
# Only our own scripts come here, and a deed that isn't done stands on the page as they show it.
FOR_SCRIPTS = {
    "circle-epochs", "circle-grants", "circle-own-box", "earlier-meeting", "reminder", "door", "epochs", "grants",
    "entrance", "recovery_entrance", "own_kept_here", "own_passphrase", "own_recovery", "own_slots",
    "own-check", "own-sheets", "own-walk", "take-place",
}  # fmt: skip
CIRCLE = f"/circles/{HERE}/"


def ours() -> Iterator[URLPattern]:
    for pattern in get_resolver().url_patterns:
        for one in getattr(pattern, "url_patterns", [pattern]):
            if isinstance(one, URLPattern) and one.callback.__module__.startswith("kring."):
                yield one


@pytest.mark.django_db
def test_every_address_that_somebody_may_land_on_leads_to_a_page(client: Client) -> None:
    ends = set()
    for one in ours():
        values = {
            name: VALUES[type(converter).__name__]
            for name, converter in one.pattern.converters.items()
            if type(converter).__name__ in VALUES
        }
        try:
            address = reverse(str(one.name), kwargs=values)
        except NoReverseMatch:
            continue
        if client.get(address).status_code == 405:
            ends.add(one.name)

    assert ends == FOR_SCRIPTS


@pytest.mark.parametrize(
    ("deed", "page"),
    [
        ("checks/", "vitality/"),
        (f"checks/{THERE}/closing/", f"checks/{THERE}/"),
        (f"turns/{THERE}/choose_method/method/", f"turns/{THERE}/choose_method/"),
        (f"members/{THERE}/role/", "members/"),
    ],
)
def test_who_goes_back_to_a_deed_finds_the_page_of_its_button(client: Client, deed: str, page: str) -> None:
    assert client.get(CIRCLE + deed)["Location"] == CIRCLE + page


@pytest.mark.django_db
def test_who_has_to_sign_in_for_a_deed_comes_back_to_its_page(client: Client) -> None:
    asked = client.post(f"{CIRCLE}checks/")

    assert asked["Location"].endswith(f"?next={CIRCLE}checks/")
