"""Where a circle is on its way from guided to self-guided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kring.core.rhythm.path import Deed, Done, Path, Side, Step, StepWords, after, deeds_now, load_steps
from kring.web.circles.access import Within
from kring.web.circles.models import Circle, Membership, Role
from kring.web.circles.queries import members_of
from kring.web.rhythm.models import PathDeed


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step of the way, as the page has it."""

    step: Step
    words: StepWords
    is_now: bool
    is_behind: bool


@dataclass(frozen=True, slots=True)
class PathPage:
    """
    Everything on the page of the path.

    Attributes:
        asked_for: Whether the circle is on this way at all; one that began self-guided, without a coach, isn't.
        mine: The side on which whoever looks stands.
    """

    path: Path
    asked_for: bool
    mine: Side
    coaches: tuple[Membership, ...]
    steps: tuple[StepShown, ...]
    deeds: tuple[Deed, ...]
    history: tuple[PathDeed, ...]

    @property
    def now(self) -> StepShown:
        """The step the circle is at."""
        return next(step for step in self.steps if step.is_now)

    @property
    def waits_for_me(self) -> bool:
        """The other side has ticked off this step and mine hasn't."""
        return bool(self.path.ticked) and self.mine not in self.path.ticked

    @property
    def ticked_by(self) -> tuple[str, ...]:
        """Which sides have ticked off the step, as words of data."""
        return tuple(side.value for side in Side if side in self.path.ticked)


def side_of(membership: Membership) -> Side:
    """On which side of the agreement somebody stands."""
    return Side.CIRCLE if membership.role == Role.MEMBER else Side.COACH


def coaches_among(members: Sequence[Membership]) -> tuple[Membership, ...]:
    """Who leads from outside: a facilitator before a coach, and whoever came first before others."""
    outside = [one for one in members if one.role != Role.MEMBER]
    return tuple(sorted(outside, key=lambda one: one.role != Role.FACILITATOR))


def path_of(circle: Circle) -> Path:
    """
    Where the circle stands, by its deeds and by what its own page says about who leads.

    That page has the last word: any member can change there that somebody leads from outside.
    """
    walked = _walked(circle.path_deeds.order_by("pk"))
    if not circle.guided:
        return Path(Step.SELF_GUIDED)
    return Path() if walked.step is Step.SELF_GUIDED else walked


def path_page(within: Within) -> PathPage:
    """The page, for one side of the agreement."""
    circle = within.circle
    path, mine = path_of(circle), side_of(within.membership)
    history = tuple(circle.path_deeds.select_related("by").order_by("-pk"))
    coaches = coaches_among(members_of(circle))
    where = list(Step).index(path.step)
    steps = tuple(
        StepShown(step=step, words=words, is_now=step is path.step, is_behind=number < where)
        for number, (step, words) in enumerate(load_steps().items())
    )
    return PathPage(
        path=path,
        asked_for=circle.guided or bool(history) or bool(coaches),
        mine=mine,
        coaches=coaches,
        steps=steps,
        deeds=deeds_now(path, mine),
        history=history,
    )


def _walked(rows: Iterable[PathDeed]) -> Path:
    path = Path()
    for row in rows:
        if row.step != path.step.value:
            path = Path(Step(row.step))
        path = after(path, Done(Deed(row.deed), Side(row.side))) or path
    return path
