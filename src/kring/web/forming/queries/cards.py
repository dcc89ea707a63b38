"""A circle as the organiser sees it: who, what binds and differs, when they can meet, what it costs, what is broken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.explaining import explain
from kring.core.circles.forming.moving import BrokenIn, Moved
from kring.core.circles.forming.people import SCALE, Circle
from kring.core.circles.forming.rules import Broken
from kring.core.circles.forming.saying import Language, load_words, say
from kring.core.circles.forming.telling import told_list, told_moved
from kring.core.circles.forming.wishes import Cost
from kring.web.enrolment.models import Participant
from kring.web.forming.models import ProposedCircle
from kring.web.forming.queries.people import Known
from kring.web.forming.queries.rules import WISHES
from kring.web.forming.queries.seats import Seated
from kring.web.forming.queries.telling import told_facts, told_rules

# Share of what a wish can cost at most, above which one would notice; few people share all their wishes anyway.
WEAK = {"seniority": 0.4, "diversity": 0.5, "goals": 0.85, "repeat": 0.25}
FAR = 2  # people more or fewer than the rules would rather have, or parts of days fewer


@dataclass(frozen=True, slots=True)
class Card:
    """
    One circle.

    Attributes:
        facts: `binds`, `differs` and `meets`, each a list of short texts.
        weak: Wishes that come off badly here, as words; empty where none does.
        faults: Rules that don't hold, in sentences.
        too_small: Whether people went, so that there are too few.
    """

    row: ProposedCircle
    members: Sequence[Participant]
    leader: Participant | None
    facts: Mapping[str, Sequence[str]]
    weak: str
    faults: Sequence[str]
    too_small: bool


def card_of(place: int, seated: Seated, known: Known, language: Language) -> Card:
    """The circle at this place; it has people."""
    circle = seated.circles[place]
    explained = explain(circle, known.everybody)
    facts = told_facts(explained, language)
    return Card(
        row=seated.rows[place],
        members=[known.rows[one] for one in circle.members],
        leader=known.rows[circle.facilitator] if circle.facilitator else None,
        facts={kind: [known.named(text) for text in texts] for kind, texts in facts.items()},
        weak=_weak(explained.cost, circle, known.everybody, language),
        faults=[known.named(one) for one in told_faults(place, explained.broken, seated, language)],
        too_small=len(circle.members) < seated.rules.size_min,
    )


def told_faults(place: int, broken: Sequence[Broken], seated: Seated, language: Language) -> tuple[str, ...]:
    """What a circle breaks as it is, in the words of a move that would have done it."""
    as_if = Moved(
        circles=tuple(seated.circles),
        broken=told_rules([BrokenIn(place, fault) for fault in broken]),
        before=Cost(),
        after=Cost(),
        placed=0,
    )
    return told_moved(as_if, seated.rules, language)[:-1]  # the last is about wishes


def _weak(cost: Cost, circle: Circle, everybody: Everybody, language: Language) -> str:
    points, weights, words = cost.by_wish(), everybody.rules.weights, load_words().wishes
    most = {wish: SCALE * len(circle.members) * getattr(weights, wish) for wish in WISHES}
    weak = [wish for wish in WISHES if most[wish] and points[wish] / most[wish] > WEAK[wish]]
    each = SCALE * len(circle.members)
    weak += ["size"] if points["size"] >= each * weights.size * FAR**2 > 0 else []
    weak += ["slots"] if points["slots"] >= each * weights.slots * FAR > 0 else []
    return told_list([say(words[wish], language) for wish in weak], language)
