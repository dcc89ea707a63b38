"""
Circles that somebody outside put together: who has a chair in which, and how each takes theirs.

Whoever calls the deeds of the first half has looked whether it is theirs to do: a circle knows no organisers.
Nobody outside makes keys. The first who begins makes the circle's, and a member's press lets each of the others in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.circles import queries
from kring.web.circles.access import chair_of
from kring.web.circles.actions.starting import Agreed, FirstEpoch, start_circle, values_of
from kring.web.circles.models import Chair, Circle, Gathered, Membership, Role
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused
from kring.web.vault import actions as walls
from kring.web.vault.queries import belongs
from kring.web.vault.statements import Member

Reasons = Mapping[
    str, Sequence[str]
]  # by language (`nl`, `en`): sentences for the members, ready to be shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """
    Somebody for whom a chair is kept.

    Attributes:
        who: How the caller knows them; the same person may have a chair in more than one circle.
        person: None until they have an account.
        mail: By which they are recognised once they confirm it; of no use where `person` is known.
    """

    who: UUID
    name: str
    person: Person | None = None
    mail: str = ""
    role: Role = Role.MEMBER


@transaction.atomic
def put_together(
    programme: UUID,
    programme_name: str,
    agreed: Agreed,
    sitters: Sequence[Sitter],
    *,
    reasons: Reasons,
    now: datetime,
) -> Gathered:
    """Publish a circle: from now on each who has a chair in it sees it, and any of them can begin."""
    gathered = Gathered.objects.create(
        id=uuid4(),
        programme=programme,
        programme_name=programme_name,
        reasons=told(reasons),
        put_together_at=now,
        **values_of(agreed),
    )
    for sitter in sitters:
        give_chair(gathered.pk, sitter)
    return gathered


@transaction.atomic
def give_chair(circle: UUID, sitter: Sitter) -> Chair:
    """
    Keep a chair for one more, also in a circle that has begun: its members let them in.

    Who has this very chair already keeps it.

    Raises:
        Refused: they have another one in this circle, by their account or in another role.
        Gathered.DoesNotExist: it was taken back, or has ended.
    """
    gathered = Gathered.objects.select_for_update().get(pk=circle)
    there = gathered.chairs.filter(who=sitter.who).first()
    if there is not None and there.role == sitter.role:
        return there
    if there is not None or _has_chair(sitter.person, gathered):
        raise _has_chair_already()
    mail = "" if sitter.person else sitter.mail.lower()
    return Chair.objects.create(
        gathered=gathered,
        who=sitter.who,
        person=sitter.person,
        name=sitter.name,
        mail=mail,
        role=sitter.role,
    )


@transaction.atomic
def take_chair_away(circle: UUID, who: UUID) -> None:
    """
    Keep no chair for somebody any more.

    Raises:
        Refused: they are in the circle already; then it is theirs to leave, and nobody's to send them away.
    """
    chair = Chair.objects.select_for_update().filter(gathered=circle, who=who).first()
    if chair is None:
        return
    if queries.sits_in(chair):
        raise sits_already()
    chair.delete()


@transaction.atomic
def move(who: UUID, *, out_of: UUID, into: UUID) -> None:
    """
    Move somebody's chair to another circle.

    Raises:
        Refused: they are in the first already, or have a chair in the other by their account.
        Chair.DoesNotExist: they have none there.
        Gathered.DoesNotExist: the other was taken back, or has ended.
    """
    chair = Chair.objects.select_for_update().get(gathered=out_of, who=who)
    if into == out_of:
        return
    if queries.sits_in(chair):
        raise sits_already()
    there = Gathered.objects.select_for_update().get(pk=into)
    if there.chairs.filter(who=who).exists() or _has_chair(chair.person, there):
        raise _has_chair_already()
    chair.gathered = there
    chair.save(update_fields=["gathered"])


@transaction.atomic
def explain(circle: UUID, reasons: Reasons) -> None:
    """Give other reasons, after somebody moved."""
    Gathered.objects.filter(pk=circle).update(reasons=told(reasons))


@transaction.atomic
def take_back(circle: UUID) -> None:
    """
    Take a whole circle back.

    Raises:
        Refused: it has begun.
    """
    gathered = Gathered.objects.select_for_update().filter(pk=circle).first()
    if gathered is None:
        return
    if gathered.begun_at is not None:
        say = _("This circle has begun. From now on it is its members' own; they can leave it or end it.")
        raise Refused(409, "begun", say)
    gathered.delete()


def take_chairs(person: Person, address: str) -> None:
    """Give somebody the chairs that wait for an address they have confirmed."""
    for chair in Chair.objects.filter(mail=address.lower(), person=None):
        if not Chair.objects.filter(gathered=chair.gathered_id, person=person).exists():
            chair.person, chair.mail = person, ""
            chair.save(update_fields=["person", "mail"])


@transaction.atomic
def begin(actor: Person, circle: UUID, keys: FirstEpoch, *, now: datetime) -> Circle:
    """
    Begin a circle in which one has a chair, as its first member.

    Raises:
        Http404: no chair in it.
        Refused: another was first, or the keys aren't in order.
    """
    chair = chair_of(actor, circle, lock=True)
    gathered = chair.gathered
    if gathered.begun_at is not None:
        say = _("Somebody of the circle began just before you. Reload the page, and take your place.")
        raise Refused(409, "begun", say)
    gathered.begun_at = now
    gathered.save(update_fields=["begun_at"])
    agreed = Agreed(**{name: getattr(gathered, name) for name in Agreed.__slots__})
    return start_circle(
        actor, circle, agreed, keys, programme=gathered.programme, role=Role(chair.role), now=now
    )


@transaction.atomic
def take_place(actor: Person, circle: UUID, *, member: Member, now: datetime) -> None:
    """
    Come to the door of a circle that has begun, without a link: a member has to press to let one in.

    Raises:
        Http404: no chair in it.
        Refused: nobody has begun yet, one is in already, or the keys didn't arrive whole.
    """
    chair = chair_of(actor, circle, lock=True)
    if chair.gathered.begun_at is None:
        raise Refused(409, "not_begun", _("Nobody has begun yet. Reload the page, and begin yourself."))
    if member[0] != str(actor.pk):
        raise Refused(422, "member", _("Your keys didn't arrive whole. Reload the page and try again."))
    if belongs(circle, actor.pk):
        raise Refused(409, "inside", _("You belong to this circle already."))
    walls.ask_in(circle, invite=None, member=member, mac="", now=now)
    if not Membership.objects.now().filter(circle=circle, person=actor).exists():
        Membership.objects.create(circle_id=circle, person=actor, role=chair.role, joined_at=now)


def told(reasons: Reasons) -> dict[str, list[str]]:
    """As they are kept."""
    return {language: list(sentences) for language, sentences in reasons.items()}


def sits_already() -> Refused:
    """The organiser's hand doesn't reach into a circle."""
    say = _("This person is in the circle already. Only they themselves can leave it.")
    return Refused(409, "sits", say)


def _has_chair(person: Person | None, gathered: Gathered) -> bool:
    return person is not None and gathered.chairs.filter(person=person).exists()


def _has_chair_already() -> Refused:
    say = _("Somebody would have two places in one circle. Look whether they stand in the list twice.")
    return Refused(409, "chair", say)
