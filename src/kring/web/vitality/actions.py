"""Deeds of a self-check: opening it, handing in a sheet, closing it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.core.growth.self_check import LEAST_ANSWERS
from kring.web.circles.access import circle_for
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused
from kring.web.vault import actions as walls
from kring.web.vault.actions import NewText
from kring.web.vitality import access
from kring.web.vitality.fields import CHECK_SHEET
from kring.web.vitality.models import CheckRound, CheckSheet
from kring.web.vitality.queries import checks


@transaction.atomic
def open_check(actor: Person, circle: UUID, *, now: datetime) -> CheckRound:
    """
    Begin a self-check; the one that is open already where there is one.

    Raises:
        Refused: the circle is too small for an answer to stay blind.
    """
    within = circle_for(actor, circle, lock=True)
    if not checks.has_enough_members(within.circle):
        raise Refused(422, "few", _("With fewer than four members everybody would know who said what."))
    found = checks.open_round(within.circle)
    return found or CheckRound.objects.create(circle=within.circle, opened_by=actor, opened_at=now)


@transaction.atomic
def hand_in(
    actor: Person, circle: UUID, round_id: UUID, *, item: UUID, rev: int, text: str, now: datetime
) -> bool:
    """
    Answer, or answer anew. When everybody has, the check closes by itself. Returns whether it did.

    Raises:
        Refused: it is closed, or one's sheet lies under another item, or isn't sealed.
    """
    within = circle_for(actor, circle, lock=True)
    found = access.round_in(within, round_id, lock=True)
    if found.closed_at is not None:
        raise Refused(409, "closed", _("This self-check is closed. Reload the page to see what came of it."))
    mine = found.sheets.filter(person=actor).first()
    if mine is None and not CheckSheet.objects.filter(item=item).exists():
        mine = CheckSheet.objects.create(round=found, person=actor, item=item)
    if mine is None or mine.item != item:
        raise Refused(409, "newer", _("You answered on another device already. Reload the page first."))
    walls.store_now(circle, actor.pk, NewText(item, CHECK_SHEET.name, rev, text), now=now)
    if not checks.everybody_answered(found):
        return False
    shut(found, now=now)
    return True


@transaction.atomic
def close_check(actor: Person, circle: UUID, round_id: UUID, *, now: datetime) -> None:
    """
    Close it for everybody. Where too few answered, what they wrote is destroyed: it would never be shown.

    Raises:
        Refused: fewer than four answered, and it isn't open for long yet.
    """
    within = circle_for(actor, circle, lock=True)
    found = access.round_in(within, round_id, lock=True)
    if found.closed_at is not None:
        return
    if not checks.round_now(found, actor, now).may_close:
        raise Refused(
            409, "few", _("Fewer than four people have answered. Wait for them, or remind each other.")
        )
    shut(found, now=now)


def shut(found: CheckRound, *, now: datetime) -> None:
    """Nobody can answer any more."""
    found.closed_at = now
    found.save(update_fields=["closed_at"])
    items = list(found.sheets.values_list("item", flat=True))
    if len(items) < LEAST_ANSWERS:
        for item in items:
            walls.shred(found.circle_id, item, CHECK_SHEET.name)
