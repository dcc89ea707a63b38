"""The circle's page: everything on it, and the one thing to do now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kring.core.circles.authority import Told, Word
from kring.core.circles.confidence import Stage, StageWords, load_protocol
from kring.web.circles.access import Within
from kring.web.circles.models import Chair, Circle, Held, Invitation, Membership, PlannedDate
from kring.web.circles.queries.authority import told_about_authority
from kring.web.circles.queries.confidence import course_of
from kring.web.circles.queries.dates import SOON, next_date
from kring.web.circles.queries.gathered import still_to_come
from kring.web.circles.queries.members import members_of
from kring.web.circles.queries.ready import LEAST_MEMBERS
from kring.web.circles.queries.rules import RulesNow, newest_assents, rules_now
from kring.web.people.models import Person
from kring.web.vault.queries import waiting, waiting_without_link, with_other_keys


class Step(Enum):
    """What a member is asked to do now: one thing."""

    BE_LET_IN = "be_let_in"
    COME_BACK = "come_back"
    WALK_IN = "walk_in"
    MEND = "mend"
    LET_IN = "let_in"
    ANSWER = "answer"
    SOLVE = "solve"
    INVITE = "invite"
    WAIT_FOR_OTHERS = "wait_for_others"
    WAIT_FOR_GUESTS = "wait_for_guests"
    WRITE_RULES = "write_rules"
    ASSENT = "assent"
    WAIT_FOR_ASSENT = "wait_for_assent"
    WAIT_FOR_START = "wait_for_start"
    PLAN = "plan"
    OPEN_ROOM = "open_room"
    COME = "come"


@dataclass(frozen=True, slots=True)
class Seated:
    """
    Somebody in the circle, as its members see them.

    Attributes:
        waits: At the door: a member's vault has to let them in.
        has_place: At the door with nothing but their place: a member has to say that they may come in.
        has_new_key: They lost everything, made new keys, and can open nothing until they are helped back in.
    """

    membership: Membership
    is_me: bool
    waits: bool
    has_place: bool
    has_new_key: bool
    assented_at: datetime | None

    @property
    def person(self) -> Person:
        """Who it is."""
        person = self.membership.person
        assert isinstance(person, Person)
        return person


@dataclass(frozen=True, slots=True)
class CirclePage:
    """
    Everything on a circle's page.

    Attributes:
        broken: Where the circle is in the protocol, while confidence is broken.
        to_come: Chairs that stand ready in a circle that was put together, and that nobody has taken yet.
    """

    circle: Circle
    me: Membership
    seated: tuple[Seated, ...]
    told: Told
    solve_with: tuple[str, ...]
    rules: RulesNow
    guests: tuple[Invitation, ...]
    to_come: tuple[Chair, ...]
    next_date: PlannedDate | None
    excused: bool
    running: Held | None
    last_held: tuple[Held, ...]
    broken: StageWords | None
    step: Step

    @property
    def to_help_back(self) -> tuple[Seated, ...]:
        """The others whose new keys the circle doesn't know yet."""
        return tuple(one for one in self.seated if one.has_new_key and not one.is_me)

    @property
    def at_door(self) -> tuple[Seated, ...]:
        """Who waits for somebody to say that they may come in."""
        return tuple(one for one in self.seated if one.has_place)

    @property
    def names_at_door(self) -> tuple[str, ...]:
        """As they have themselves called."""
        return tuple(one.person.name for one in self.at_door)

    @property
    def names_to_come(self) -> tuple[str, ...]:
        """As they were published."""
        return tuple(chair.name for chair in self.to_come)

    @property
    def waits_for_a_press(self) -> bool:
        """Whether the reader is one of them."""
        return any(one.is_me for one in self.at_door)

    @property
    def still_to_assent(self) -> tuple[str, ...]:
        """The names of whom the rules wait for."""
        missing = {missing.member for missing in self.rules.missing}
        return tuple(seated.person.name for seated in self.seated if str(seated.person.pk) in missing)


def page_of(within: Within, now: datetime) -> CirclePage:
    """The circle's page."""
    circle = within.circle
    members = members_of(circle)
    rules = rules_now(circle, members, now, me=within.person)
    told = told_about_authority(circle, members, within.person)
    waits = waiting(circle.pk)
    without_link = waiting_without_link(circle.pk)
    strangers = with_other_keys(circle.pk) - waits
    newest = newest_assents(rules.version)
    seated = tuple(
        Seated(
            membership=one,
            is_me=one.person_id == within.person.pk,
            waits=one.person_id in waits,
            has_place=one.person_id in without_link,
            has_new_key=one.person_id in strangers,
            assented_at=newest.get(one.person_id),
        )
        for one in members
    )
    names = {str(one.person.pk): one.person.name for one in seated}
    guests = tuple(
        Invitation.objects.open(now).filter(circle=circle).select_related("by").order_by("made_at")
    )
    to_come = tuple(still_to_come(circle))
    coming = next_date(circle, now)
    stage = course_of(circle).trust.stage
    broken = None if stage is Stage.CALM else load_protocol().stages[stage]
    running = circle.held.filter(closed_at=None).first()
    return CirclePage(
        circle=circle,
        me=within.membership,
        seated=seated,
        told=told,
        solve_with=tuple(names[other] for other in told.with_whom if other in names),
        rules=rules,
        guests=guests,
        to_come=to_come,
        next_date=coming,
        excused=coming is not None and coming.excuses.filter(person=within.person).exists(),
        running=running,
        last_held=tuple(circle.held.exclude(closed_at=None).order_by("-opened_at")[:3]),
        broken=broken,
        step=step_of(within, seated, told, rules, guests, to_come, coming, running, broken, now),
    )


def step_of(
    within: Within,
    seated: Sequence[Seated],
    told: Told,
    rules: RulesNow,
    guests: Sequence[Invitation],
    to_come: Sequence[Chair],
    coming: PlannedDate | None,
    running: Held | None,
    broken: StageWords | None,
    now: datetime,
) -> Step:
    """The one thing to do now: the first of these that holds, in the order in which a circle comes about."""
    few = len(seated) < LEAST_MEMBERS
    steps = (
        (Step.BE_LET_IN, any(one.is_me and one.waits for one in seated)),
        (Step.COME_BACK, any(one.is_me and one.has_new_key for one in seated)),
        (Step.WALK_IN, running is not None),
        (Step.MEND, broken is not None),
        (Step.LET_IN, any(one.has_place for one in seated)),
        (Step.WAIT_FOR_OTHERS, few and bool(to_come)),
        (Step.WAIT_FOR_GUESTS, few and bool(guests)),
        (Step.INVITE, few),
        (Step.ANSWER, told.word is Word.ANSWER_FIRST),
        (Step.SOLVE, told.word is Word.SOLVE),
        (Step.WRITE_RULES, rules.version is None),
        (Step.ASSENT, rules.mine is not None),
        (Step.WAIT_FOR_ASSENT, bool(rules.missing)),
        (Step.WAIT_FOR_START, told.word is Word.WAIT),
        (Step.PLAN, coming is None),
        (Step.OPEN_ROOM, coming is not None and coming.starts_at - now <= SOON),
    )
    return next((step for step, holds in steps if holds), Step.COME)
