"""The only doors to the four walls. A stranger hears that there is nothing, never that there is something to hide."""

from hashlib import sha256
from hmac import compare_digest
from uuid import UUID

from django.http import Http404

from kring.web.people.models import Person
from kring.web.people.queries import person_by_address
from kring.web.ui.base64url import NotCanonical, from_base64url, to_base64url
from kring.web.vault.models import Door, OwnKeys, Seat, Slot


def seat_of(group: UUID, token: str | None) -> Seat:
    """
    The seat that a cookie belongs to; perhaps still at the door.

    Raises:
        Http404: no cookie, another meeting's, or a seat that was taken away.
    """
    if not token:
        raise Http404
    seat = Seat.objects.filter(group=group, token_hash=hash_of(token), revoked_at=None).first()
    if seat is None:
        raise Http404
    return seat


def member_seat(group: UUID, token: str | None) -> Seat:
    """Like `seat_of`, for somebody who was let in and holds the keys."""
    seat = seat_of(group, token)
    if seat.admitted_at is None or seat.knocked_at is not None:
        raise Http404
    return seat


def door_of(group: UUID, door_token: str) -> Door:
    """
    The door that a link opens, whether or not it is still open.

    Raises:
        Http404: another link, or no such meeting.
    """
    door = Door.objects.filter(group=group).first()
    if door is None or not is_token_of(door, door_token):
        raise Http404
    return door


def check_who_may_knock(group: UUID, acct: UUID, person: Person | None) -> None:
    """
    Whether somebody may knock at a meeting: at a circle's own only its members, each under their own account.

    Raises:
        Http404: not signed in, not in the circle, or under another's account.
    """
    check_who_may_see(group, person)
    if person is not None and person.pk != acct and Door.objects.filter(group=group).exclude(members_of=None):
        raise Http404


def check_who_may_see(group: UUID, person: Person | None) -> None:
    """
    Whether the page of a meeting is somebody's to see: that of a circle's own only its members'.

    Raises:
        Http404: not signed in, or not in the circle.
    """
    circle = Door.objects.filter(group=group).values_list("members_of", flat=True).first()
    if circle is None:
        return
    if person is None:
        raise Http404
    member_in_circle(circle, person.pk)


def is_token_of(door: Door, token: str) -> bool:
    """Whether the token is the one whose hash was left with the door."""
    try:
        shown = from_base64url(token, size=32)
    except NotCanonical:
        return False
    return compare_digest(to_base64url(sha256(shown).digest()), door.token_hash)


def hash_of(token: str) -> str:
    """What is kept of a seat's cookie: a stolen database opens no seat."""
    return to_base64url(sha256(token.encode(errors="replace")).digest())


def seat_in_circle(group: UUID, acct: UUID) -> Seat:
    """
    The place of somebody who is signed in, in a group that lasts; perhaps still waiting to be let in.

    Raises:
        Http404: not invited, or left.
    """
    seat = Seat.objects.filter(group=group, acct=acct, token_hash="", revoked_at=None).first()
    if seat is None:
        raise Http404
    return seat


def member_in_circle(group: UUID, acct: UUID) -> Seat:
    """Like `seat_in_circle`, for somebody who was let in and holds the keys."""
    seat = seat_in_circle(group, acct)
    if seat.admitted_at is None or seat.knocked_at is not None:
        raise Http404
    return seat


def own_keys(person: Person, *, lock: bool = False) -> OwnKeys:
    """
    One's own keys.

    Raises:
        Http404: none were made yet.
    """
    rows = OwnKeys.objects.select_for_update() if lock else OwnKeys.objects
    keys = rows.filter(person=person).first()
    if keys is None:
        raise Http404
    return keys


def person_with_code(email: str, auth: str) -> Person | None:
    """Who can sign in by this recovery code; nobody where either is wrong."""
    person = person_by_address(email.strip().lower())
    if person is None:
        return None
    slot = Slot.objects.filter(keys=person.pk, kind=Slot.Kind.RECOVERY).first()
    if slot is None or not compare_digest(slot.auth_hash, hash_of(auth)):
        return None
    return person
