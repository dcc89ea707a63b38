"""What comes out: to whom, when, and what never does."""

from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from kring.core.evaluation.progress import Progress
from kring.web.enrolment.actions.own import leave
from kring.web.evaluation.models import Asked, Evaluation, Tally
from kring.web.evaluation.queries import figures_in
from kring.web.programmes.models import Programme
from tests.web.evaluation.conftest import (
    END,
    answer,
    close,
    mine,
    opened,
    path,
    text_of,
)
from tests.web.programmes.conftest import Somebody


def outcome(programme: Programme, questionnaire: str = "halfway") -> str:
    found = Evaluation.objects.get(programme=programme, questionnaire=questionnaire)
    return path(programme, f"{found.pk}/")


def all_but_the_head(page: Any) -> str:
    """What the page says itself."""
    return text_of(page).split("<main", 1)[1]


def test_while_it_is_open_two_looks_differ_by_no_ones_answers(
    programme: Programme, karin: Somebody, pieter: Somebody, sitting: list[Somebody]
) -> None:
    evaluation = opened(karin, programme)
    places = [path(programme), f"/programmes/{programme.pk}/"]
    seen = []

    for one, value in zip(sitting[:4], (1, 5, 1, 5), strict=True):
        seen.append([all_but_the_head(karin.get(place)) for place in places])
        answer(one, programme, value)
    seen.append([all_but_the_head(karin.get(place)) for place in places])

    assert seen == [seen[0]] * 5  # up to four answers look alike
    answer(sitting[4], programme, 1)
    assert karin.get(path(programme)).context["standing"].progress is Progress.MORE
    assert karin.get(path(programme, f"{evaluation.pk}/")).status_code == 404
    assert karin.post(path(programme, f"{evaluation.pk}/"), advice="Now").status_code == 404
    assert (
        "evaluation"
        not in all_but_the_head(pieter.get(f"/programmes/{programme.pk}/client/")).split("<h2", 2)[1]
    )


@pytest.mark.parametrize("many", [0, 1, 4])
def test_with_fewer_than_five_answers_everything_is_thrown_away(
    programme: Programme, karin: Somebody, pieter: Somebody, sitting: list[Somebody], many: int
) -> None:
    opened(karin, programme)
    for one in sitting[:many]:
        answer(one, programme)

    close(karin, programme)

    evaluation = Evaluation.objects.get()
    assert (evaluation.figures, Tally.objects.count(), Asked.objects.count()) == (None, 0, 0)
    assert karin.get(outcome(programme)).status_code == 404
    assert "all answers are thrown away" in text_of(karin.get(path(programme)))
    assert opened(karin, programme).pk != evaluation.pk  # it can be asked again


def test_once_closed_only_what_may_be_told_is_left(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)
    for one, value in zip(sitting, (1, 4, 4, 5, 5, 5), strict=True):
        answer(one, programme, value, dates=0 if value > 4 else value)

    assert close(karin, programme).headers["Location"] == outcome(programme)

    page = karin.get(outcome(programme))
    rows = {row.item.id: row for _about, group in page.context["outcome"].groups for row in group}
    assert (Tally.objects.count(), Asked.objects.count()) == (0, 0)
    assert "6 of 6 people answered." in text_of(page)
    assert [(band.least, band.below) for band in (level.bands[0] for level in rows["safe"].levels)] == [
        (75, 100), (0, 25), (0, 25),
    ]  # fmt: skip
    assert rows["safe"].medians == [4.5]
    assert rows["dates"].moments == []
    assert "Not shown: fewer than five people gave this a number." in text_of(page)


def test_client_and_participants_read_the_same_once_it_is_published(
    programme: Programme, karin: Somebody, pieter: Somebody, sitting: list[Somebody], commits: None
) -> None:
    opened(karin, programme)
    for one in sitting:
        answer(one, programme, 4)
    close(karin, programme)
    client, own = f"/programmes/{programme.pk}/client/", f"/programmes/{programme.pk}/mine/"
    for one, at in ((pieter, client), (sitting[0], own)):
        assert "evaluation/" not in "".join(part.template for part in one.get(at).context["parts"])
    assert karin.post(outcome(programme), advice="").status_code == 422
    mail.outbox.clear()

    assert karin.post(outcome(programme), advice="Ga door in het <voorjaar>.").status_code == 302

    pages = [text_of(pieter.get(client)), text_of(sitting[0].get(own))]
    shown = [page.split('class="evaluation__advice flow"', 1)[1].split("</details>", 1)[0] for page in pages]
    published = [page[: page.rindex("</table>")] for page in shown]
    assert published[0] == published[1]
    assert "Ga door in het &lt;voorjaar&gt;." in published[0]
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(
        ["pieter@example.org", *(one.person.email for one in sitting)]
    )
    assert not any("voorjaar" in str(letter.body) for letter in mail.outbox)
    karin.post(outcome(programme), advice="In het najaar.")
    assert len(mail.outbox) == 7  # once
    assert "In het najaar." in text_of(pieter.get(client))


def test_the_end_stands_beside_halfway(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)
    for one in sitting:
        answer(one, programme, 2)
    close(karin, programme)
    opened(karin, programme, "end")
    for one in sitting[:5]:
        answer(one, programme, 5, of=END)
    close(karin, programme)

    page = karin.get(outcome(programme, "end"))

    rows = {row.item.id: row for _about, group in page.context["outcome"].groups for row in group}
    assert (rows["safe"].medians, rows["expertise"].medians) == ([2.0, 5.0], [5.0])
    assert [moment.en for moment in rows["safe"].moments] == ["Halfway", "At the end"]
    alone = karin.get(outcome(programme, "halfway")).context["outcome"]
    assert alone.beside is None


def test_who_leaves_while_it_is_open_stays_in_the_sums(
    programme: Programme, karin: Somebody, sitting: list[Somebody]
) -> None:
    opened(karin, programme)
    for one in sitting:
        answer(one, programme)
    leave(sitting[0].person, programme.pk, now=timezone.now())

    close(karin, programme)

    found = figures_in(Evaluation.objects.get())
    assert (found.answered, found.asked) == (6, 6)
    assert sitting[0].get(mine(programme)).status_code == 404
