"""By hand: adding, changing, searching, and removing one so that nothing of them is left."""

from kring.web.enrolment.actions.lines import settle
from kring.web.enrolment.models import Named, Participant, Said
from kring.web.programmes.models import Programme
from tests.web.enrolment.conftest import TOLD, path, taken_in
from tests.web.programmes.conftest import Somebody, somebody


def test_added_by_hand_with_a_manager_who_comes_in_later(karin: Somebody, programme: Programme) -> None:
    karin.post(path(programme, "new/"), **TOLD, mail="Noor@Example.org", manager="Saskia")
    noor = Participant.objects.get()
    assert (noor.mail, noor.slots, noor.manager, noor.manager_key) == (
        "noor@example.org",
        ["mon-morning", "tue-evening"],
        None,
        "Saskia",
    )

    karin.post(path(programme, "new/"), name="Saskia", profession="zorg")

    noor.refresh_from_db()
    assert noor.manager is not None
    assert (noor.manager.name, noor.manager_key) == ("Saskia", "")


def test_two_cant_have_one_address(karin: Somebody, programme: Programme) -> None:
    taken_in(programme, "Noor")

    answer = karin.post(path(programme, "new/"), name="Nora", profession="zorg", mail="NOOR@example.org")

    assert answer.status_code == 422
    assert "has that address already" in answer.content.decode()
    assert 'value="Nora"' in answer.content.decode()
    assert Participant.objects.count() == 1


def test_with_another_address_the_part_is_somebody_elses(karin: Somebody, programme: Programme) -> None:
    wei, joost = somebody("Wei"), somebody("Joost")
    row = taken_in(programme, "Wei", person=wei.person)

    karin.post(path(programme, f"{row.pk}/"), name="Joost", profession="zorg", mail="joost@example.org")

    mine = f"/programmes/{programme.pk}/mine/"
    assert (wei.get(mine).status_code, joost.get(mine).status_code) == (404, 200)


def test_nobody_can_be_put_under_somebody_who_reports_to_them(karin: Somebody, programme: Programme) -> None:
    saskia = taken_in(programme, "Saskia")
    noor = taken_in(programme, "Noor", manager=saskia)

    answer = karin.post(
        path(programme, f"{saskia.pk}/"), name="Saskia", profession="zorg", mail=saskia.mail, manager="Noor"
    )

    assert answer.status_code == 422
    assert "These two would be each other&#x27;s manager" in answer.content.decode()
    saskia.refresh_from_db()
    noor.refresh_from_db()
    assert (saskia.manager, noor.manager) == (None, saskia)


def test_list_is_searched(karin: Somebody, programme: Programme) -> None:
    for name in ("Noor", "Bram", "Wei"):
        taken_in(programme, name, team="Noord" if name == "Wei" else "Zuid")

    page = karin.get(path(programme, "?search=noord")).content.decode()

    assert "1 person found" in page
    assert ["<strong>Wei</strong>" in page, "<strong>Noor</strong>" in page] == [True, False]


def test_page_of_somebody_doesnt_tell_whom_they_avoid(karin: Somebody, programme: Programme) -> None:
    noor, bram = taken_in(programme, "Noor"), taken_in(programme, "Bramvangeheim")
    noor.not_with.add(bram)
    Named.objects.create(participant=noor, text="Nogiemandgeheim", said=Said.APART)

    page = karin.get(path(programme, f"{noor.pk}/")).content.decode()

    assert noor.name in page
    assert "geheim" not in page


def test_removing_a_person_removes_them(karin: Somebody, programme: Programme) -> None:
    saskia = taken_in(programme, "Saskia", key="17")
    noor = taken_in(programme, "Noor", manager=saskia)
    taken_in(programme, "Joost", manager_key="17")
    Participant.objects.filter(name="Joost").update(manager=None)
    noor.not_with.add(saskia)
    Named.objects.create(participant=noor, text="saskia@example.org", said=Said.APART, other=saskia)
    Named.objects.create(participant=noor, text="Saskia", said=Said.REPORTS)
    page = karin.get(path(programme, f"{saskia.pk}/removal/"))
    assert "Remove Saskia?" in page.content.decode()
    assert Participant.objects.filter(pk=saskia.pk).exists()

    karin.post(path(programme, f"{saskia.pk}/removal/"))

    noor.refresh_from_db()
    assert set(Participant.objects.values_list("name", "manager", "manager_key")) == {
        ("Noor", None, ""),
        ("Joost", None, ""),
    }
    assert not Named.objects.exists()
    assert not noor.not_with.exists()
    settle(programme)
    assert not Participant.objects.exclude(manager=None).exists()
