"""Publishing: circles appear with their people, everybody hears of it once, and what begins is out of reach."""

from uuid import UUID

from django.core import mail
from django.utils import timezone

from kring.web.circles.models import Chair, Gathered, Role
from kring.web.enrolment.models import Participant
from kring.web.forming.mailing import tell_placed
from kring.web.forming.models import Division
from kring.web.forming.queries.person import circles_of_mine
from kring.web.programmes.models import Programme, Stage
from tests.web.forming.conftest import change, formed, path, people, sits
from tests.web.programmes.conftest import Somebody, somebody


def published(one: Somebody, programme: Programme) -> None:
    assert one.post(path(programme, "publishing/")).status_code == 302


def test_published_circles_have_their_people_and_a_mail_each(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    published(karin, programme)
    sent = tell_placed(timezone.now())
    again = tell_placed(timezone.now())

    programme.refresh_from_db()
    assert programme.stage == Stage.RUNNING
    assert sorted(Gathered.objects.values_list("name", flat=True)) == ["Circle 1", "Circle 2"]
    assert Chair.objects.filter(role=Role.MEMBER).count() == 11
    assert Chair.objects.filter(role=Role.FACILITATOR).count() == 2
    assert (sent, again) == (13, 0)
    names = set(programme.participants.values_list("name", flat=True))
    for one in mail.outbox:
        told = [name for name in names if name in f"{one.subject} {one.body}"]
        assert [name.lower() for name in told] == [one.to[0].split("@")[0]]


def test_circle_that_breaks_a_rule_stays_behind(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    ruud = Participant.objects.get(name="Ruud")
    change(karin, programme, kind="move", who=ruud.pk, circle=1)

    page = karin.get(path(programme, "publishing/")).content.decode()
    published(karin, programme)

    assert "These break a rule, and stay behind" in page
    assert Gathered.objects.count() == 1


def test_person_reads_why_once_it_is_published(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    noor = Participant.objects.get(name="P003")
    before = circles_of_mine(noor, "en")
    published(karin, programme)

    [mine] = circles_of_mine(noor, "en")

    assert before == []
    assert mine.number == sits(division, noor)
    assert mine.reasons[0].startswith("You share wishes with others in this circle:")


def test_participant_sees_their_circle_on_their_own_page(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    wei = somebody("P003")
    before = wei.get(f"/programmes/{programme.pk}/mine/").content.decode()
    published(karin, programme)

    page = wei.get(f"/programmes/{programme.pk}/mine/").content.decode()

    assert "Why this circle?" not in before
    assert "Why this circle?" in page
    assert wei.get(begin_of("P003")).status_code == 200


def begin_of(name: str) -> str:
    return f"/circles/{Chair.objects.get(name=name).gathered_id}/begin/"


def test_move_after_publishing_takes_the_chair_along(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    published(karin, programme)
    tell_placed(timezone.now())
    noor = Participant.objects.get(name="P003")
    there = 3 - (sits(division, noor) or 0)

    change(karin, programme, kind="move", who=noor.pk, circle=there)

    assert Chair.objects.get(who=noor.pk).gathered_id == division.circles.get(number=there).published
    assert tell_placed(timezone.now()) == 1


def test_no_rule_is_broken_in_a_published_circle(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    published(karin, programme)
    ruud = Participant.objects.get(name="Ruud")
    address = path(programme, f"change/?kind=move&who={ruud.pk}&circle=1")

    page = karin.get(address).content.decode()
    answer = karin.post(address, seal="")

    assert "A circle that is published keeps the rules." in page
    assert "Do it all the same" not in page
    assert (answer.status_code, sits(division, ruud)) == (409, None)


def test_who_comes_late_gets_a_chair_in_a_published_circle(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    published(karin, programme)
    [late] = people(programme, 1, name="Laat")

    change(karin, programme, kind="fit", who=late.pk)

    assert Chair.objects.get(who=late.pk).name == "Laat"


def test_circle_is_taken_back_and_published_again(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    published(karin, programme)
    tell_placed(timezone.now())
    karin.post(path(programme, "circles/1/publishing/"))
    left = Gathered.objects.count()
    published(karin, programme)

    assert (left, Gathered.objects.count()) == (1, 2)
    assert tell_placed(timezone.now()) == division.seats.filter(circle__number=1).count() + 1


def test_published_circles_outlive_another_forming(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    published(karin, programme)
    tell_placed(timezone.now())
    before = dict(division.circles.values_list("number", "published"))
    people(programme, 8)

    again = formed(programme)

    after: dict[int, UUID | None] = dict(again.circles.values_list("number", "published"))
    assert {number: after[number] for number in before} == before
    assert again.seats.count() == 19
    assert tell_placed(timezone.now()) == 0


def test_who_leaves_the_programme_leaves_no_chair_behind(
    karin: Somebody, programme: Programme, division: Division
) -> None:
    noor = somebody("P003")
    published(karin, programme)

    noor.post(f"/programmes/{programme.pk}/mine/leaving/")

    assert not Chair.objects.filter(name="P003").exists()
    assert Chair.objects.filter(role=Role.MEMBER).count() == 10
