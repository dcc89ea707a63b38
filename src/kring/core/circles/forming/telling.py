"""
What forming says of its answer, in a person's language.

Who doesn't want to sit with whom stays with the forming: no sentence here names anybody for that reason, nor counts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kring.core.circles.forming.explaining import Explained, WhyHere
from kring.core.circles.forming.formed import Block, Formed
from kring.core.circles.forming.moving import Moved
from kring.core.circles.forming.people import SCALE, Rules
from kring.core.circles.forming.reasons import Change, Reason
from kring.core.circles.forming.rules import Rule
from kring.core.circles.forming.saying import Language, load_words, say

HONEST = 0.0005  # share below which 'within 0.0 %' would be said: then it is the best there is
SLOT = re.compile(r"([a-z]+)-(?:(\d\d)|(morning|afternoon|evening))")
NOON, EVENING = 12, 17  # hours
DAYS = {
    **{day: day for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
    "ma": "mon",
    "di": "tue",
    "wo": "wed",
    "do": "thu",
    "vr": "fri",
    "za": "sat",
    "zo": "sun",
}


def told_slot(slot: str, language: Language) -> str:
    """`wed-19` as 'woensdagavond (19 uur)', `wed-evening` as 'woensdagavond'; another name as it stands in the table."""
    words, found = load_words(), SLOT.fullmatch(slot)
    if not found or found[1] not in DAYS:
        return slot
    if found[3]:
        named = {
            "day": say(words.days[DAYS[found[1]]], language),
            "part": say(words.parts[found[3]], language),
        }
        return say(words.part_of_day, language, **named)
    hour = int(found[2])
    part = "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"
    day = say(words.days[DAYS[found[1]]], language)
    return say(words.slot, language, day=day, part=say(words.parts[part], language), hour=hour)


def told_reason(reason: Reason, rules: Rules, language: Language) -> str:
    """Why somebody has no circle, what keeps the others away, and what would help."""
    words = load_words()
    why = say(
        words.why[reason.why],
        language,
        fitting=reason.fitting,
        least=rules.size_min,
        others=rules.size_min - 1,
    )
    kept = told_counts(reason.kept_apart, language)
    told = [why, say(words.kept_apart, language, rules=kept)] if kept else [why]
    return " ".join([*told, told_change(reason.change, language)])


def told_change(change: Change | None, language: Language) -> str:
    """The smallest change that would help."""
    words = load_words().change
    if change is None:
        return say(words["none"], language)
    kinds = {(True, True): "both", (True, False): "online", (False, True): "slots", (False, False): "nothing"}
    slots = told_list([told_slot(slot, language) for slot in change.slots], language)
    return say(
        words[kinds[change.online, bool(change.slots)]], language, slots=slots, circle=change.circle + 1
    )


def told_moved(moved: Moved, rules: Rules, language: Language) -> tuple[str, ...]:
    """Which rules a move by hand breaks, each in a sentence, and then what it does to the wishes."""
    words = load_words()
    told = []
    for fault in moved.broken:
        rule, who = fault.broken.rule, fault.broken.people
        circle, count = fault.place + 1, len(moved.circles[fault.place].members)
        if rule is Rule.SIZE:
            kind = "too_small" if count < rules.size_min else "too_large"
            told.append(
                say(
                    words.moved[kind],
                    language,
                    circle=circle,
                    count=count,
                    least=rules.size_min,
                    most=rules.size_max,
                )
            )
            continue
        kind = "between" if len(who) == 2 and rule is not Rule.NOT_WITH else "circle"  # noqa: PLR2004 -- a pair
        sentence = say(
            words.moved[kind],
            language,
            circle=circle,
            rule=say(words.rules[rule], language),
            who=told_list(who, language),
        )
        told.append(f"{sentence}.")
    return (*dict.fromkeys(told), *_told_wishes(moved, language))


def _told_wishes(moved: Moved, language: Language) -> list[str]:
    words = load_words()
    before, after = moved.before.by_wish(), moved.after.by_wish()
    # Nearly the same is the same: a point for each person of a circle is nothing one would notice.
    more = {name: (after[name] - before[name]) / SCALE for name in after}
    told = []
    for kind, names in (
        ("costs", [name for name, points in more.items() if points > 1]),
        ("gains", [name for name, points in more.items() if points < -1]),
    ):
        if names:
            wishes = told_list([say(words.wishes[name], language) for name in names], language)
            told.append(say(words.moved[kind], language, wishes=wishes))
    return told or [say(words.moved["same"], language)]


def told_here(here: WhyHere, others: int, language: Language) -> tuple[str, ...]:
    """To somebody themselves: why they sit with these `others`."""
    words = load_words().here
    goals = [say(words["goal"], language, goal=goal, count=count) for goal, count in here.goals]
    told = [
        say(words["goals"], language, goals=told_list(goals, language))
        if goals
        else say(words["no_goals"], language),
        say(words["unknown"], language, count=here.unknown, others=others),
    ]
    elsewhere = sum(here.kept_from.values()) + here.worse + here.better
    if not elsewhere:
        return (*told, say(words["only"], language))
    kept = told_counts(here.kept_from, language)
    if kept:
        told.append(say(words["kept_from"], language, circles=elsewhere, rules=kept))
    for kind, count in (("worse", here.worse), ("better", here.better)):
        if count:
            told.append(say(words[kind], language, count=count))
    return tuple(told)


def told_explained(explained: Explained, language: Language) -> Mapping[str, tuple[str, ...]]:
    """What `binds` the people of a circle, what `differs`, and when all can `meet`: short texts to put in a list."""
    words, languages = load_words().report, load_words().languages
    goals = [say(words["goal"], language, goal=goal, count=count) for goal, count in explained.goals]
    spoken = [say(languages[one], language) if one in languages else one for one in explained.languages]
    least, most = explained.years
    years = say(words["years" if least < most else "same_years"], language, least=least, most=most)
    place = [] if explained.is_near else [say(words["online"], language)]
    return {
        "binds": (*explained.professions, *goals, *spoken),
        "differs": (years, *explained.functions, *explained.organisations),
        "meets": (*(told_slot(slot, language) for slot in explained.slots), *place),
    }


def told_bound(formed: Formed, language: Language) -> str:
    """How near it is to the best possible, as far as that is proven."""
    words = load_words().report
    gap = formed.gap
    if not formed.is_whole:
        return say(words["stopped"], language)
    if gap is None:
        return say(words["unbounded"], language)
    if formed.bounded_people == formed.people and formed.bounded_cost == formed.bound:
        return say(words["optimal"], language, people=formed.people)
    bounded, people = formed.bounded_people, formed.people
    return say(words["within"], language, share=percent(gap, language), bounded=bounded, people=people)


def told_block(block: Block, language: Language) -> str:
    """The same for one block."""
    words, gap = load_words().report, block.gap
    if gap is None:
        return say(words["block_unbounded"], language)
    if block.is_best:
        return say(words["block_best"], language)
    return say(words["block_within"], language, share=percent(gap, language))


def told_counts(counts: Mapping[Rule, int], language: Language) -> str:
    """How many fall out by which rule, most first. Who doesn't want to sit with whom is left out, number and all."""
    words = load_words()
    told = sorted(
        ((count, rule) for rule, count in counts.items() if rule is not Rule.NOT_WITH), key=_most_first
    )
    return told_list(
        [
            say(words.kept_apart_by, language, count=count, rule=say(words.rules[rule], language))
            for count, rule in told
        ],
        language,
    )


def _most_first(counted: tuple[int, Rule]) -> tuple[int, str]:
    return -counted[0], counted[1].value


def told_list(parts: Iterable[str], language: Language) -> str:
    """One, two en three."""
    *first, last = [*parts] or [""]
    return f"{', '.join(first)} {'en' if language == 'nl' else 'and'} {last}" if first else last


def percent(share: float, language: Language) -> str:
    """With one decimal, and never better than it is."""
    text = f"{max(share, HONEST) * 100:.1f}"
    return text.replace(".", ",") if language == "nl" else text


def points_each(formed: Formed) -> float:
    """Points for each person, those without a circle included: what two answers are compared by."""
    return formed.cost / SCALE / formed.people if formed.people else 0.0
