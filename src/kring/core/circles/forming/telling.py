"""What forming says, in a person's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from kring.core.circles.forming.forming import Formed
from kring.core.circles.forming.people import SCALE, Rules
from kring.core.circles.forming.reading import Fault, Mend
from kring.core.circles.forming.reasons import Reason, Why
from kring.core.circles.forming.rules import Rule
from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "words.yaml"
HONEST = 0.0005  # share below which 'within 0.0 %' would be said: then it is the best there is
Language = Literal["nl", "en"]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    rules: Mapping[Rule, Text]
    why: Mapping[Why, Text]
    kept_apart: Text
    change: Mapping[str, Text]
    mend: Mapping[Mend, Text]
    fields: Mapping[str, Text]
    report: Mapping[str, Text]


@cache
def load_words() -> Words:
    """The shipped words."""
    return msgspec.convert(plain_from(FILE.read_text(encoding="utf-8")), Words)


def say(text: Text, language: Language, **values: object) -> str:
    """A sentence with its places filled in."""
    return (text.nl if language == "nl" else text.en).format(**values)


def told_reason(reason: Reason, rules: Rules, language: Language) -> str:
    """Why somebody has no circle, what keeps the others away, and what would help."""
    words = load_words()
    why = say(words.why[reason.why], language, fitting=reason.fitting, least=rules.size_min)
    kept = [
        say(words.kept_apart, language, count=count, rule=say(words.rules[rule], language))
        for rule, count in sorted(reason.kept_apart.items(), key=lambda kept: -kept[1])
    ]
    if reason.change is None:
        change = say(words.change["none"], language)
    else:
        kind = "online" if reason.change.slot is None else "slot"
        change = say(words.change[kind], language, slot=reason.change.slot, circle=reason.change.circle + 1)
    return " ".join([why, *kept, change])


def told_fault(fault: Fault, language: Language) -> str:
    """What to mend in a table."""
    words = load_words()
    field = say(words.fields[fault.field], language)
    return say(words.mend[fault.mend], language, field=field, value=fault.value)


def told_bound(formed: Formed, people: int, language: Language) -> str:
    """How near it is to the best possible, as far as that is proven."""
    words = load_words().report
    if not formed.is_whole:
        return say(words["stopped"], language)
    gap = formed.gap
    if gap is None:
        return say(words["unbounded"], language)
    if formed.bounded_people == people and (formed.bounded_cost == formed.bound):
        return say(words["optimal"], language, people=people)
    share = f"{max(gap, HONEST) * 100:.1f}"
    share = share.replace(".", ",") if language == "nl" else share
    return say(words["within"], language, share=share, bounded=formed.bounded_people, people=people)


def points_each(formed: Formed, people: int) -> float:
    """Points for each person, those without a circle included: what two answers are compared by."""
    return formed.cost / SCALE / people if people else 0.0
