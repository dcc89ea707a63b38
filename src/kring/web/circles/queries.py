"""What the pages of a circle need, for somebody who is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from uuid import UUID

from kring.core.circles import authority, ground_rules
from kring.core.circles.authority import Answer, Line, Named, Told, Verdict, Word
from kring.core.circles.ground_rules import Because, GroundRules, Missing
from kring.core.members import MemberId
from kring.web.circles.access import Within
from kring.web.circles.models import (
    Assent,
    AuthorityAnswer,
    Circle,
    Held,
    Invitation,
    Membership,
    PlannedDate,
    Presence,
    RulesVersion,
)
from kring.web.people.models import Person
from kring.web.vault.fields import declared
from kring.web.vault.queries import sealed_texts, waiting, with_other_keys

LEAST_MEMBERS = 3  # to begin with; product rule 1 has 4 to 8, and 3 where that is chosen
SOON = timedelta(hours=12)  # before a meeting begins: time to open the room


class Step(Enum):
    """What a member is asked to do now: one thing."""

    BE_LET_IN = "be_let_in"
    COME_BACK = "come_back"
    WALK_IN = "walk_in"
    ANSWER = "answer"
    SOLVE = "solve"
    INVITE = "invite"
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
        has_new_key: They lost everything, made new keys, and can open nothing until they are helped back in.
    """

    membership: Membership
    is_me: bool
    waits: bool
    has_new_key: bool
    assented_at: datetime | None

    @property
    def person(self) -> Person:
        """Who it is."""
        person = self.membership.person
        assert isinstance(person, Person)
        return person


@dataclass(frozen=True, slots=True)
class RulesNow:
    """
    The ground rules as they stand.

    Attributes:
        missing: Who still has to assent, and why.
    """

    version: RulesVersion | None
    missing: tuple[Missing, ...]
    agreed_at: datetime | None
    mine: Because | None

    @property
    def hold(self) -> bool:
        """Whether all have assented."""
        return self.version is not None and not self.missing


@dataclass(frozen=True, slots=True)
class CirclePage:
    """Everything on a circle's page."""

    circle: Circle
    me: Membership
    seated: tuple[Seated, ...]
    told: Told
    solve_with: tuple[str, ...]
    rules: RulesNow
    guests: tuple[Invitation, ...]
    next_date: PlannedDate | None
    excused: bool
    running: Held | None
    last_held: tuple[Held, ...]
    step: Step

    @property
    def to_help_back(self) -> tuple[Seated, ...]:
        """The others whose new keys the circle doesn't know yet."""
        return tuple(one for one in self.seated if one.has_new_key and not one.is_me)

    @property
    def still_to_assent(self) -> tuple[str, ...]:
        """The names of whom the rules wait for."""
        missing = {missing.member for missing in self.rules.missing}
        return tuple(seated.person.name for seated in self.seated if str(seated.person.pk) in missing)


def circles_of(person: Person) -> list[Membership]:
    """Every circle somebody is in, by name."""
    return list(
        Membership.objects.now().filter(person=person).select_related("circle").order_by("circle__name")
    )


def ids_of_members(circle: Circle) -> list[str]:
    """Who is in it now, sorted."""
    return sorted(
        str(person) for person in circle.memberships.filter(left_at=None).values_list("person", flat=True)
    )


def page_of(within: Within, now: datetime) -> CirclePage:
    """The circle's page."""
    circle = within.circle
    members = members_of(circle)
    rules = rules_now(circle, members, now, me=within.person)
    told = told_about_authority(circle, members, within.person)
    waits = waiting(circle.pk)
    strangers = with_other_keys(circle.pk) - waits
    newest = newest_assents(rules.version)
    seated = tuple(
        Seated(
            membership=one,
            is_me=one.person_id == within.person.pk,
            waits=one.person_id in waits,
            has_new_key=one.person_id in strangers,
            assented_at=newest.get(one.person_id),
        )
        for one in members
    )
    names = {str(one.person.pk): one.person.name for one in seated}
    guests = tuple(
        Invitation.objects.open(now).filter(circle=circle).select_related("by").order_by("made_at")
    )
    coming = next_date(circle, now)
    running = circle.held.filter(closed_at=None).first()
    return CirclePage(
        circle=circle,
        me=within.membership,
        seated=seated,
        told=told,
        solve_with=tuple(names[other] for other in told.with_whom if other in names),
        rules=rules,
        guests=guests,
        next_date=coming,
        excused=coming is not None and coming.excuses.filter(person=within.person).exists(),
        running=running,
        last_held=tuple(circle.held.exclude(closed_at=None).order_by("-opened_at")[:3]),
        step=step_of(within, seated, told, rules, guests, coming, running, now),
    )


def step_of(
    within: Within,
    seated: Sequence[Seated],
    told: Told,
    rules: RulesNow,
    guests: Sequence[Invitation],
    coming: PlannedDate | None,
    running: Held | None,
    now: datetime,
) -> Step:
    """The one thing to do now: the first of these that holds, in the order in which a circle comes about."""
    few = len(seated) < LEAST_MEMBERS
    steps = (
        (Step.BE_LET_IN, any(one.is_me and one.waits for one in seated)),
        (Step.COME_BACK, any(one.is_me and one.has_new_key for one in seated)),
        (Step.WALK_IN, running is not None),
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


def members_of(circle: Circle) -> list[Membership]:
    """Who is in it now, in the order in which they came."""
    return list(circle.memberships.filter(left_at=None).select_related("person").order_by("joined_at", "pk"))


def may_meet(circle: Circle, now: datetime) -> bool:
    """Whether everything is agreed that has to be before the first case."""
    members = members_of(circle)
    return (
        len(members) >= LEAST_MEMBERS
        and verdict_about(circle, members).may_start
        and rules_now(circle, members, now, me=None).hold
    )


def verdict_about(circle: Circle, members: Sequence[Membership]) -> Verdict:
    """
    Whether lines of authority hold this circle back. An answer counts as long as it was about everybody who is in it
    now.
    """
    ids = {str(one.person_id) for one in members}
    rows = AuthorityAnswer.objects.filter(circle=circle)
    answers = [answer_of(row) for row in rows if ids <= set(row.asked_about)]
    return authority.verdict([MemberId(id) for id in ids], answers)


def answer_of(row: AuthorityAnswer) -> Answer:
    """As the craft reads it."""
    lines = tuple(Named(other=MemberId(other), line=Line(line)) for other, line in row.lines)
    return Answer(by=MemberId(str(row.person_id)), lines=lines)


def told_about_authority(circle: Circle, members: Sequence[Membership], person: Person) -> Told:
    """What one member may know."""
    return authority.told_to(MemberId(str(person.pk)), verdict_about(circle, members))


def own_answer(circle: Circle, person: Person) -> dict[str, str]:
    """What somebody said themselves, by the other's id."""
    row = AuthorityAnswer.objects.filter(circle=circle, person=person).first()
    return {} if row is None else dict(row.lines)


def rules_now(circle: Circle, members: Sequence[Membership], now: datetime, *, me: Person | None) -> RulesNow:
    """Which rules hold, who agreed and who is asked."""
    version = circle.rules.order_by("-number").select_related("by").first()
    if version is None:
        return RulesNow(None, (), None, None)
    rules = GroundRules(version=version.number, since=version.at)
    given = [
        ground_rules.Assent(member=MemberId(str(person)), version=number, at=at)
        for person, number, at in Assent.objects.filter(rules__circle=circle).values_list(
            "person", "rules__number", "at"
        )
    ]
    seats = [
        ground_rules.Seat(member=MemberId(str(one.person_id)), joined_at=one.joined_at) for one in members
    ]
    missing = ground_rules.missing(rules, given, seats, now)
    mine = next((one.because for one in missing if me is not None and one.member == str(me.pk)), None)
    return RulesNow(version, missing, ground_rules.agreed_at(rules, given, seats), mine)


def newest_assents(version: RulesVersion | None) -> dict[UUID, datetime]:
    """When each agreed to this version last."""
    if version is None:
        return {}
    return dict(version.assents.order_by("at").values_list("person", "at"))


def next_date(circle: Circle, now: datetime) -> PlannedDate | None:
    """The next meeting, or the one that should be going on."""
    coming = circle.dates.filter(cancelled_at=None).order_by("starts_at")
    for date in coming.filter(starts_at__gt=now - timedelta(hours=12)):
        over = date.starts_at + timedelta(minutes=date.minutes) < now
        if not over and not date.held.exclude(closed_at=None).exists():
            return date
    return None


def dates_of(circle: Circle) -> list[PlannedDate]:
    """Every date, the past ones too, in order."""
    return list(circle.dates.prefetch_related("excuses").order_by("starts_at"))


def held_in_circle(circle: Circle) -> list[Held]:
    """Every meeting that was held, the newest first, with who was there."""
    return list(
        circle.held.exclude(closed_at=None).prefetch_related("presences__person").order_by("-opened_at")
    )


def dates_to_prepare(now: datetime, within: timedelta) -> list[PlannedDate]:
    """Those for which the mail that prepares people is due."""
    return list(
        PlannedDate.objects.filter(
            starts_at__gt=now, starts_at__lte=now + within, cancelled_at=None, prepared_at=None
        ).select_related("circle")
    )


def held_of(person: Person) -> list[dict[str, object]]:
    """What is held of somebody in the open, for their own download; sealed texts stay sealed."""
    return [
        {
            "circle": one.circle.name,
            "role": one.role,
            "since": one.joined_at.isoformat(),
            "until": one.left_at and one.left_at.isoformat(),
            "assents": [
                at.isoformat()
                for at in Assent.objects.filter(person=person, rules__circle=one.circle).values_list(
                    "at", flat=True
                )
            ],
            "authority": [
                row.lines for row in AuthorityAnswer.objects.filter(person=person, circle=one.circle)
            ],
            "attendance": [
                {"meeting": row.held.opened_at.isoformat(), "attendance": row.attendance}
                for row in Presence.objects.filter(person=person, held__circle=one.circle).select_related(
                    "held"
                )
            ],
            "sealed": sealed_texts(
                one.circle_id, person.pk, fields=[field.name for field in declared() if field.own]
            ),
        }
        for one in Membership.objects.filter(person=person).select_related("circle")
    ]
