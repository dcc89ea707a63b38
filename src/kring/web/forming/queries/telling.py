"""What forming found, without what only forming may know, and in words with names."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from django.utils import translation
from msgspec.structs import replace

from kring.core.circles.enrolling.slots import in_order
from kring.core.circles.forming.explaining import Explained, WhyHere
from kring.core.circles.forming.formed import Block, Formed
from kring.core.circles.forming.moving import BrokenIn
from kring.core.circles.forming.reasons import Reason
from kring.core.circles.forming.rules import Broken, Rule
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import told_bound, told_explained
from kring.web.enrolment.telling import LANGUAGES, goal_name
from kring.web.forming.models import Division


class Outcome(msgspec.Struct, frozen=True):
    """What is proven of a division."""

    people: int
    cost: int
    blocks: tuple[Block, ...]
    is_whole: bool


def outcome_of(formed: Formed) -> dict[str, Any]:
    """As it is kept."""
    told = Outcome(formed.people, formed.cost, formed.blocks, formed.is_whole)
    return dict(msgspec.to_builtins(told))


def proven_of(division: Division) -> Formed:
    """What was proven when it was formed; who sits where isn't in it."""
    told = msgspec.convert(division.outcome, Outcome)
    return Formed(
        circles=(),
        left_out=(),
        people=told.people,
        cost=told.cost,
        blocks=told.blocks,
        is_whole=told.is_whole,
    )


def bound_of(division: Division, language: Language) -> str:
    """How near it came to the best possible when it was formed."""
    return told_bound(proven_of(division), language)


def masked_reason(reason: Reason) -> Reason:
    """
    The same, without whom somebody shouldn't sit with.

    Leaving those people out of the counts would give their number away, since the rest adds up to everybody. So they
    are counted with the rule that keeps most others away.
    """
    return replace(reason, kept_apart=without_secrets(reason.kept_apart))


def without_secrets(kept: Mapping[Rule, int]) -> dict[Rule, int]:
    """The same sum, without what only forming may know; nothing where that was all."""
    counts = dict(kept)
    hidden = counts.pop(Rule.NOT_WITH, 0)
    if hidden and counts:
        most = max(counts, key=lambda rule: (counts[rule], rule.value))
        counts[most] += hidden
    return counts


def masked_why(here: WhyHere) -> WhyHere:
    """The same, with circles that only forming knows to be closed among those that would fit less well."""
    kept = dict(here.kept_from)
    hidden = kept.pop(Rule.NOT_WITH, 0)
    return replace(here, kept_from=kept, worse=here.worse + hidden)


def told_facts(explained: Explained, language: Language) -> Mapping[str, Sequence[str]]:
    """What `binds`, what `differs` and when all can `meet`; what is the same for all isn't told as a difference."""
    alone = {
        "functions": explained.functions if len(explained.functions) > 1 else (),
        "organisations": explained.organisations if len(explained.organisations) > 1 else (),
    }
    with translation.override(language):
        named = {
            "goals": tuple((goal_name(goal), count) for goal, count in explained.goals),
            "languages": tuple(LANGUAGES.get(one, one) for one in explained.languages),
            "slots": in_order(explained.slots),
        }
    return told_explained(replace(explained, **alone, **named), language)


def told_rules(broken: Sequence[BrokenIn]) -> tuple[BrokenIn, ...]:
    """
    Each rule once for a circle, however many people it stands between; a line of authority by who is in it.

    Somebody in the midst of six strangers would otherwise give eighteen sentences.
    """
    lines = [fault for fault in broken if fault.broken.rule is Rule.AUTHORITY]
    others: dict[tuple[int, Rule], set[str]] = {}
    for fault in broken:
        if fault.broken.rule is not Rule.AUTHORITY:
            others.setdefault((fault.place, fault.broken.rule), set()).update(fault.broken.people)
    grouped = [
        BrokenIn(place, Broken(rule, tuple(sorted(people)))) for (place, rule), people in others.items()
    ]
    return (*lines, *grouped)
