"""Pages of organiser and client."""

from kring.web.organisations.models import Organisation, Trace
from kring.web.programmes.models import Programme
from tests.web.programmes.conftest import Somebody


def test_organiser_sees_the_programmes_of_the_organisation(
    karin: Somebody, organisation: Organisation, programme: Programme
) -> None:
    page = karin.get(f"/organisations/{organisation.pk}/")

    assert f'href="/programmes/{programme.pk}/"' in page.content.decode()


def test_a_look_goes_into_the_trail_once(karin: Somebody, programme: Programme) -> None:
    karin.get(f"/programmes/{programme.pk}/")
    karin.get(f"/programmes/{programme.pk}/")

    assert [(one.name, one.what, one.programme) for one in Trace.objects.all()] == [
        ("Karin", "looked-at-programme", programme.pk)
    ]
