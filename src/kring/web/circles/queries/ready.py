"""Whether everything is agreed that a meeting needs."""

from datetime import datetime

from kring.web.circles.models import Circle
from kring.web.circles.queries.authority import verdict_about
from kring.web.circles.queries.confidence import course_of
from kring.web.circles.queries.members import members_of
from kring.web.circles.queries.rules import rules_now

LEAST_MEMBERS = 3  # to begin with; product rule 1 has 4 to 8, and 3 where that is chosen


def may_meet(circle: Circle, now: datetime) -> bool:
    """Whether everything is agreed that has to be before the first case, and nothing is broken."""
    members = members_of(circle)
    return (
        len(members) >= LEAST_MEMBERS
        and verdict_about(circle, members).may_start
        and may_bring_case(circle, now)
    )


def may_bring_case(circle: Circle, now: datetime) -> bool:
    """Whether a case may be brought: all have assented to the ground rules as they are, and confidence is whole."""
    return course_of(circle).trust.allows_cases and rules_now(circle, members_of(circle), now, me=None).hold
