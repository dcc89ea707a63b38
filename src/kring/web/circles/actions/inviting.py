"""Asking somebody in. The secret of the link is sealed; a vault of the circle lets in who shows it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.circles.access import circle_for, invitation_for, member_in, open_invitation_in
from kring.web.circles.fields import INVITE_SECRET, MOVE_LINK
from kring.web.circles.models import Invitation, Membership
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused
from kring.web.vault import actions as walls
from kring.web.vault.access import member_in_circle
from kring.web.vault.actions import NewText
from kring.web.vault.queries import waiting
from kring.web.vault.statements import Member, Signed

HOLDS_FOR = timedelta(days=7)
MOST_OPEN = 20  # invitations at a time


@transaction.atomic
def invite(
    actor: Person, circle: UUID, invitation: UUID, *, text: str, replaces: UUID | None, now: datetime
) -> Invitation:
    """
    Ask somebody in, or (`replaces`) a member who lost every key back in.

    Raises:
        Http404: not the actor's circle, or nobody of that name in it.
        Refused: the secret isn't sealed, or too many invitations are open.
    """
    within = circle_for(actor, circle, lock=True)
    if Invitation.objects.open(now).filter(circle=circle).count() >= MOST_OPEN:
        raise Refused(422, "too_many", _("Many invitations are open already. Withdraw one first."))
    back = None if replaces is None else member_in(within, replaces).person
    walls.store_now(circle, actor.pk, NewText(invitation, INVITE_SECRET.name, 1, text), now=now)
    return Invitation.objects.create(
        id=invitation,
        circle=within.circle,
        by=actor,
        replaces=back,
        made_at=now,
        expires_at=now + HOLDS_FOR,
    )


@transaction.atomic
def invite_along(
    actor: Person, circle: UUID, invitation: UUID, *, text: str, moving: tuple[UUID, UUID, str], now: datetime
) -> Invitation:
    """
    Ask a member of another circle of the actor's in, which merges into this one.

    `moving`: that circle, the member, and the link, sealed in that circle: there they find it.

    Raises:
        Http404: one of the two isn't the actor's circle, or nobody of that name in it.
        Refused: as `invite`; or they are asked already, or in both.
    """
    from_circle, person, link = moving
    leaving = circle_for(actor, from_circle)
    guest = member_in(leaving, person).person
    asked = Invitation.objects.open(now).filter(circle=circle, meant_for=guest)
    if asked.exists() or Membership.objects.now().filter(circle=circle, person=guest).exists():
        raise Refused(409, "asked", _("They were asked already. Reload the page to see how far it is."))
    found = invite(actor, circle, invitation, text=text, replaces=None, now=now)
    walls.store_now(from_circle, actor.pk, NewText(invitation, MOVE_LINK.name, 1, link), now=now)
    found.moves_from, found.meant_for = leaving.circle, guest
    found.save(update_fields=["moves_from", "meant_for"])
    return found


@transaction.atomic
def withdraw(actor: Person, circle: UUID, invitation: UUID, *, now: datetime) -> None:
    """Take an invitation back; its secret goes with it. Any member may."""
    found = open_invitation_in(circle_for(actor, circle), invitation, now)
    found.withdrawn_at = now
    found.save(update_fields=["withdrawn_at"])
    walls.shred(circle, invitation, INVITE_SECRET.name)
    if found.moves_from_id is not None:
        walls.shred(found.moves_from_id, invitation, MOVE_LINK.name)


@transaction.atomic
def withdraw_all(circle: UUID, *, now: datetime) -> None:
    """After somebody left: they could read the secrets of every invitation that was open."""
    for found in Invitation.objects.open(now).filter(circle=circle):
        found.withdrawn_at = now
        found.save(update_fields=["withdrawn_at"])
        walls.shred(circle, found.pk, INVITE_SECRET.name)


@transaction.atomic
def accept(
    actor: Person, circle: UUID, invitation: UUID, *, member: Member, mac: str, now: datetime
) -> Membership:
    """
    Accept an invitation. From now on the person waits until a vault of the circle has checked their link.

    Raises:
        Http404: there is no such invitation.
        Refused: it is over, somebody else's, or they are in the circle already.
    """
    found = invitation_for(circle, invitation)
    if member[0] != str(actor.pk):
        raise Refused(422, "member", _("Your keys didn't arrive whole. Reload the page and try again."))
    if not Invitation.objects.open(now).select_for_update().filter(pk=invitation).exists():
        raise over()
    before = Membership.objects.now().filter(circle=circle, person=actor).first()
    meant = found.replaces or found.meant_for
    if meant is not None and meant != actor:
        raise Refused(403, "not_yours", _("This invitation is for somebody else of the circle."))
    if found.replaces is None and before is not None:
        raise Refused(409, "inside", _("You belong to this circle already."))
    walls.ask_in(circle, invite=invitation, member=member, mac=mac, now=now)
    found.accepted_by, found.accepted_at = actor, now
    found.save(update_fields=["accepted_by", "accepted_at"])
    return before or Membership.objects.create(circle=found.circle, person=actor, joined_at=now)


@transaction.atomic
def let_in(
    actor: Person,
    circle: UUID,
    statement: Signed,
    *,
    grants: dict[UUID, str],
    box: tuple[UUID, str],
    proofs: dict[UUID, str],
    now: datetime,
) -> int:
    """
    A member's vault let people in, or made a key without somebody. Secrets of used invitations go.

    Raises:
        Http404: not the actor's circle, or they wait themselves.
        Refused: as `begin_epoch` of the vault.
    """
    circle_for(actor, circle)
    seat = member_in_circle(circle, actor.pk)
    epoch = walls.begin_epoch(seat, statement, grants=grants, box=box, proofs=proofs, now=now)
    waits = waiting(circle)
    for used in Invitation.objects.filter(circle=circle, accepted_by__isnull=False):
        if used.accepted_by_id not in waits:
            walls.shred(circle, used.pk, INVITE_SECRET.name)
    return epoch


@transaction.atomic
def decline(circle: UUID, invitation: UUID, *, now: datetime) -> None:
    """
    Say no, with the link alone: one needn't sign up to say so.

    Raises:
        Refused: it is over.
    """
    invitation_for(circle, invitation)
    if not Invitation.objects.open(now).filter(pk=invitation).update(declined_at=now):
        raise over()
    walls.shred(circle, invitation, INVITE_SECRET.name)


def over() -> Refused:
    """Accepted, declined, withdrawn or too old."""
    return Refused(410, "over", _("This invitation no longer holds. Ask whoever sent it for a new one."))
