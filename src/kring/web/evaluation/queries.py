"""What the pages of an evaluation need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from django.utils.translation import gettext_lazy as _

from kring.core.evaluation.figures import Band, Figure, Figures
from kring.core.evaluation.load import load_questionnaires, questionnaire_of
from kring.core.evaluation.pairing import Pair, pairs
from kring.core.evaluation.progress import Progress, progress
from kring.core.evaluation.questionnaire import CHOICES, About, Item, Questionnaire
from kring.core.evaluation.tally import Tally, answered_in, open_items
from kring.core.methods.method import Text
from kring.core.programmes.turn_out import ENOUGH_PEOPLE
from kring.web.enrolment.models import Participant
from kring.web.evaluation.access import Sitting, seated_in
from kring.web.evaluation.models import Asked, Evaluation
from kring.web.people.models import Person
from kring.web.programmes.models import Programme

ABOUT: Mapping[About, Any] = {  # Any: what gettext_lazy gives
    About.CIRCLE: _("Circles"),
    About.YIELD: _("What it yields"),
    About.PROGRAMME: _("The programme"),
    About.GOING_ON: _("Going on"),
}


# for who organises --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """
    How far the evaluations of a programme are.

    Attributes:
        open: The one that people can answer now, and how many have, in a band.
        told: Those that are closed, the newest first.
        came_to_nothing: Those that fewer than five answered: nothing of them is left.
        to_ask: Questionnaires that were not put yet.
        enough: Whether people enough sit in circles.
    """

    open: Evaluation | None
    progress: Progress
    told: Sequence["Named"]
    came_to_nothing: Sequence["Named"]
    to_ask: Sequence[Questionnaire]
    enough: bool

    @property
    def waiting(self) -> bool:
        """Whether one of them waits to be published."""
        return any(one.evaluation.published_at is None for one in self.told)


@dataclass(frozen=True, slots=True)
class Named:
    """An evaluation, and what its moment is called."""

    evaluation: Evaluation
    name: Text


def standing_of(programme: Programme, now: datetime) -> Standing:
    """For the organiser's pages."""
    rows = list(programme.evaluations.order_by("-opened_at"))
    going = next((one for one in rows if one.closed_at is None), None)
    seated = seated_in(programme).count()
    asked = {one.questionnaire for one in rows if one.figures is not None or one.closed_at is None}
    return Standing(
        open=going,
        progress=progress(answered=answered_in(tally_of(going)) if going else 0, asked=seated),
        told=[_named(one) for one in rows if one.figures is not None],
        came_to_nothing=[_named(one) for one in rows if one.closed_at and one.figures is None],
        to_ask=[one for one in load_questionnaires() if one.id not in asked],
        enough=seated >= ENOUGH_PEOPLE,
    )


def _named(evaluation: Evaluation) -> Named:
    return Named(evaluation, questionnaire_for(evaluation).name)


def tally_of(evaluation: Evaluation) -> Tally:
    """As `core` wants it."""
    tally: dict[str, dict[int, int]] = {}
    for item, choice, count in evaluation.tallies.values_list("item", "choice", "count"):
        tally.setdefault(item, {})[choice] = count
    return tally


def questionnaire_for(evaluation: Evaluation) -> Questionnaire:
    """
    What is asked.

    Raises:
        LookupError: its file is gone; ids that shipped stay, so it was never one of ours.
    """
    found = questionnaire_of(evaluation.questionnaire)
    if found is None:
        raise LookupError(evaluation.questionnaire)
    return found


# what came out ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """One level of the scale: what it is called, and the band at each moment."""

    label: Any  # what gettext_lazy gives
    bands: Sequence[Band]


@dataclass(frozen=True, slots=True)
class Row:
    """An item; without moments where too few gave it a number."""

    item: Item
    moments: Sequence[Text]
    medians: Sequence[float]
    levels: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What organiser, client and participants see of a closed evaluation: the same for each."""

    evaluation: Evaluation
    questionnaire: Questionnaire
    figures: Figures
    beside: Questionnaire | None
    groups: Sequence[tuple[Any, Sequence[Row]]]  # Any: what gettext_lazy gives


def outcome_of(evaluation: Evaluation) -> Outcome:
    """Beside the earlier moment, where that came to something."""
    asked, now = questionnaire_for(evaluation), figures_in(evaluation)
    earlier = _earlier(evaluation, asked.beside)
    beside = questionnaire_for(earlier) if earlier else None
    found = pairs(asked, now, figures_in(earlier) if earlier else None)
    groups = [
        (ABOUT[about], [_row(pair, asked, beside) for pair in found if pair.item.about is about])
        for about in About
    ]
    return Outcome(evaluation, asked, now, beside, [group for group in groups if group[1]])


def published_in(programme: Programme) -> list[Outcome]:
    """For client and participants, the newest first."""
    return [outcome_of(one) for one in Evaluation.objects.published().filter(programme=programme)]


def figures_in(evaluation: Evaluation) -> Figures:
    """As they were kept when it was closed."""
    return msgspec.convert(evaluation.figures, Figures)


def _earlier(evaluation: Evaluation, questionnaire: str) -> Evaluation | None:
    """Published or not: what stands beside an outcome is published along with it."""
    rows = Evaluation.objects.told().filter(programme=evaluation.programme_id, questionnaire=questionnaire)
    return rows.filter(closed_at__lt=evaluation.closed_at).first()


def _row(pair: Pair, asked: Questionnaire, beside: Questionnaire | None) -> Row:
    shown: list[tuple[Text, Figure]] = [(asked.name, pair.now)] if pair.now else []
    if pair.before and beside:
        shown.insert(0, (beside.name, pair.before))
    levels = [
        Shown(_("mostly yes (4–5)"), [figure.high for _name, figure in shown]),
        Shown(_("in between (3)"), [figure.middle for _name, figure in shown]),
        Shown(_("mostly no (1–2)"), [figure.low for _name, figure in shown]),
    ]
    return Row(pair.item, [name for name, _figure in shown], [one.median for _name, one in shown], levels)


# for who answers ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """
    A sentence on the form.

    Attributes:
        chosen: What was chosen before something was missing elsewhere.
        missing: Whether it was left open.
    """

    item: Item
    chosen: int | None
    missing: bool


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked, by what it is about; `missing` are those that were left open."""

    questionnaire: Questionnaire
    groups: Sequence[tuple[Any, Sequence[ToAnswer]]]  # Any: what gettext_lazy gives
    missing: Sequence[Item]


def form_for(sitting: Sitting, chosen: Mapping[str, int], *, is_sent: bool) -> Form | None:
    """With what was chosen already; nothing where nothing is asked, or they have answered."""
    if sitting.evaluation is None or has_answered(sitting):
        return None
    asked = questionnaire_for(sitting.evaluation)
    missing = open_items(asked, chosen) if is_sent else ()
    sentences = [ToAnswer(item, chosen.get(item.id), item.id in missing) for item in asked.items]
    groups = [
        (
            _("Your circle") if about is About.CIRCLE else ABOUT[about],
            [one for one in sentences if one.item.about is about],
        )
        for about in About
    ]
    return Form(
        asked, [group for group in groups if group[1]], [one.item for one in sentences if one.missing]
    )


def given_in(sitting: Sitting, given: Mapping[str, str]) -> dict[str, int]:
    """What of a form is a choice; anything else is as good as left open."""
    if sitting.evaluation is None:
        return {}
    known = {str(choice): choice for choice in CHOICES}
    ids = questionnaire_for(sitting.evaluation).ids
    return {id: known[given[id]] for id in ids if given.get(id) in known}


def has_answered(sitting: Sitting) -> bool:
    """Whether they did."""
    mine = Asked.objects.filter(evaluation=sitting.evaluation, participant=sitting.participant)
    return mine.filter(answered=True).exists()


def held_of(person: Person) -> list[dict[str, object]]:
    """What is kept of somebody, for their archive: that they are asked, and whether they answered; never what."""
    mine = Asked.objects.filter(participant__person=person).select_related("evaluation__programme")
    return [
        {
            "programme": one.evaluation.programme.name,
            "evaluation": one.evaluation.questionnaire,
            "answered": one.answered,
        }
        for one in mine.order_by("evaluation__opened_at")
    ]


def programmes_of(participant: Participant) -> list[Programme]:
    """Their own, and the one that seats them when they are lent."""
    lent = [participant.pooled_into] if participant.pooled_into else []
    return [participant.programme, *lent]
