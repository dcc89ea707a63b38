"""Who organises, and what is noted of it."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from kring.web.organisations import traces
from kring.web.organisations.access import Organising
from kring.web.organisations.actions import trace
from kring.web.organisations.models import Organisation, Organiser, Trace
from kring.web.organisations.queries import trail_of
from tests.web.programmes.conftest import Somebody, karin, organisation, somebody  # noqa: F401 -- fixtures


def test_organiser_names_another_and_takes_it_away(
    karin: Somebody,  # noqa: F811
    organisation: Organisation,  # noqa: F811
) -> None:
    wei = somebody("Wei")
    page = f"/organisations/{organisation.pk}/"

    karin.post(f"{page}organisers/", mail="Wei@example.org")
    before = wei.get(page).status_code
    named = Organiser.objects.get(mail="wei@example.org")
    karin.post(f"{page}organisers/{named.pk}/dismissal/")

    assert (before, wei.get(page).status_code) == (200, 404)


def test_naming_an_address_does_not_tell_whether_it_has_an_account(
    karin: Somebody,  # noqa: F811
    organisation: Organisation,  # noqa: F811
) -> None:
    wei = somebody("Wei")
    page = f"/organisations/{organisation.pk}/organisers/"
    for mail in ("wei@example.org", "nobody@example.org"):
        karin.post(page, mail=mail)

    before = karin.get(page).content.decode()
    wei.get(page)
    after = karin.get(page).content.decode()

    assert [page.count("been here yet") for page in (before, after)] == [2, 1]
    assert ["<strong>Wei</strong>" in page for page in (before, after)] == [False, True]


def test_an_organisation_never_loses_its_last_organiser_who_signs_in(
    karin: Somebody,  # noqa: F811
    organisation: Organisation,  # noqa: F811
) -> None:
    page = f"/organisations/{organisation.pk}/organisers/"
    karin.post(page, mail="nobody@example.org")
    herself = Organiser.objects.get(mail="karin@example.org")

    answer = karin.post(f"{page}{herself.pk}/dismissal/")

    assert answer.status_code == 422
    assert "Then nobody would organise any more." in answer.content.decode()
    assert Organiser.objects.count() == 2


def test_every_sentence_of_the_trail_is_said_in_both_languages() -> None:
    about = {"name": "Karin", "number": 2, "count": 3, "file": "people.csv"}

    for what in traces._sentences:
        said = {}
        for language in ("nl", "en"):
            with translation.override(language):
                said[language] = traces.told(what, "Karin", about)
        assert said["nl"] != said["en"], what
        assert all(text.endswith(".") and "Karin" in text for text in said.values()), what


def test_what_has_no_sentence_is_not_traced(
    karin: Somebody,  # noqa: F811
    organisation: Organisation,  # noqa: F811
) -> None:
    with pytest.raises(LookupError):
        trace(Organising(organisation, karin.person), "no-such-deed", now=timezone.now())

    assert Trace.objects.count() == 0


def test_looks_within_an_hour_are_one_look(
    karin: Somebody,  # noqa: F811
    organisation: Organisation,  # noqa: F811
) -> None:
    organising, now = Organising(organisation, karin.person), timezone.now()
    for minutes in (0, 59, 61):
        trace(organising, "looked-at-trail", now=now + timedelta(minutes=minutes))
    for minutes in (0, 1):
        trace(organising, "shut-requests", now=now + timedelta(minutes=minutes))

    assert [one.what for one in Trace.objects.order_by("pk")] == [
        "looked-at-trail", "looked-at-trail", "shut-requests", "shut-requests",
    ]  # fmt: skip


def test_a_long_trail_is_read_page_by_page(
    karin: Somebody,  # noqa: F811
    organisation: Organisation,  # noqa: F811
) -> None:
    organising = Organising(organisation, karin.person)
    for second in range(450):
        trace(organising, "shut-requests", now=timezone.now() + timedelta(seconds=second))

    lines, before, pages = [], None, 0
    while pages == 0 or before is not None:
        page = trail_of(organisation, before)
        lines += [line.at for line in page.lines]
        before, pages = page.before, pages + 1

    assert (len(lines), pages) == (450, 3)
    assert lines == sorted(set(lines), reverse=True)
