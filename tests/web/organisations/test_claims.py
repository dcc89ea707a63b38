"""A role waits for whoever confirms the address."""

from django.core import mail
from django.utils import timezone

from kring.web.organisations.actions import appoint, found_organisation
from kring.web.organisations.models import Organiser
from tests.web.people.conftest import Account, Join, join, nobody_was_too_fast  # noqa: F401 -- fixtures


def test_role_is_theirs_once_they_confirm_the_address_and_not_before(db: None) -> None:
    found_organisation("Noord", "Karin@Example.org", now=timezone.now())
    karin = Account("Karin", "karin@example.org")
    karin.sign_up()

    before = Organiser.objects.get().person
    karin.confirm()

    assert before is None
    assert Organiser.objects.get().person == karin.person


def test_role_given_to_somebody_with_an_account_is_theirs_at_once(join: Join) -> None:  # noqa: F811
    karin = join("Karin")

    found_organisation("Noord", "karin@example.org", now=timezone.now())

    assert Organiser.objects.get().person == karin.person


def test_role_that_came_meanwhile_is_theirs_at_the_next_sign_in(join: Join) -> None:  # noqa: F811
    karin = join("Karin")
    found_organisation("Noord", "somebody@example.org", now=timezone.now())
    Organiser.objects.update(mail="karin@example.org")
    karin.browser.post("/sign-out/")

    karin.sign_in()

    assert Organiser.objects.get().person == karin.person


def test_who_only_typed_the_address_gets_nothing(join: Join) -> None:  # noqa: F811
    wei = join("Wei")
    wei.browser.post("/me/address/", {"email": "karin@example.org", "action_add": ""})
    assert mail.outbox[-1].to == ["karin@example.org"]

    found_organisation("Noord", "karin@example.org", now=timezone.now())
    wei.browser.post("/sign-out/")
    wei.sign_in()

    assert Organiser.objects.get().person is None


def test_a_role_is_nobody_elses_once_it_is_somebodys(join: Join) -> None:  # noqa: F811
    karin = join("Karin")
    organisation = found_organisation("Noord", "karin@example.org", now=timezone.now())

    again = appoint(organisation, " KARIN@example.org", by=karin.person, now=timezone.now())

    assert list(Organiser.objects.all()) == [again]
    assert again.named_by is None
