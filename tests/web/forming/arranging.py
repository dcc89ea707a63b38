"""Circles without a search: whoever can come at the same times, in the order of their names. Quick, and always the same."""

from collections import defaultdict

from msgspec.structs import replace

from kring.core.circles.forming.formed import Block, Formed
from kring.core.circles.forming.people import NOT_PLACED, SCALE, Circle, Person
from kring.core.circles.forming.reasons import Change, Reason, Why
from kring.core.circles.forming.rules import Rule
from kring.web.forming.work import Done, Task, led

EACH = 60  # points: neither good nor bad


def arranged(task: Task) -> Done:
    """What forming tells: everybody with whom a circle can be filled, and for who is left a reason."""
    rules, taken = task.rules, {one for circle in task.locked for one in circle.members}
    alike: dict[object, list[Person]] = defaultdict(list)
    for one in task.people:
        if one.id not in taken:
            alike[one.profession, one.region, one.slots].append(one)
    circles, left = list(task.locked), []
    for kind in sorted(alike.values(), key=len, reverse=True):
        count = -(-len(kind) // rules.size_target)
        if len(kind) < rules.size_min:
            left += kind
        else:
            circles += [Circle(tuple(one.id for one in kind[place::count])) for place in range(count)]
    cost = (len(task.people) * EACH + len(left) * NOT_PLACED) * SCALE
    formed = Formed(
        circles=tuple(circles),
        left_out=tuple(_reason(one, circles, task) for one in sorted(left, key=lambda one: one.id)),
        people=len(task.people),
        cost=cost,
        blocks=(
            Block(
                professions=tuple(sorted({one.profession for one in task.people})),
                people=len(task.people),
                circles=len(circles),
                unplaced=len(left),
                cost=cost,
                bound=cost * 100 // 103,
            ),
        ),
        is_whole=True,
    )
    return Done(replace(formed, circles=led(formed.circles, task)))


def _reason(one: Person, circles: list[Circle], task: Task) -> Reason:
    """Too few with whom; some of whom only forming may know."""
    others = [other for other in task.people if other.id != one.id and other.profession == one.profession]
    apart = sum(other.id in one.not_with or one.id in other.not_with for other in others)
    kept = {Rule.SLOTS: len(others) - apart} | ({Rule.NOT_WITH: apart} if apart else {})
    change = Change(online=False, slots=("mon-evening", "tue-evening"), circle=0) if circles else None
    return Reason(who=one.id, why=Why.TOO_FEW, fitting=0, kept_apart=kept, change=change)
