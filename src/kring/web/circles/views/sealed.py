"""Keys and sealed texts of a circle, for the vaults of its members."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.web.circles import access
from kring.web.circles.actions.inviting import let_in
from kring.web.circles.fields import CIRCLE_SEEN
from kring.web.circles.forms import NewSealed, Written
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, json_view
from kring.web.vault import access as doors, actions as walls, queries as kept
from kring.web.vault.fields import at_hand
from kring.web.vault.shapes import MoreGrants, NewBox, NewEpoch, check_keys


@require_safe
@json_view
@signed_in
def keys(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Everything that a member's vault needs; 202 for somebody who waits to be let in."""
    access.circle_for(person, circle)
    seat = doors.seat_in_circle(circle, person.pk)
    if seat.knocked_at is not None:
        return JsonResponse({"waiting": True}, status=202)
    seen = kept.sealed_texts(circle, person.pk, fields=[CIRCLE_SEEN.name], items=[circle])
    return JsonResponse({**kept.keys_of_member(seat), "seen": seen})


@require_POST
@json_view
@signed_in
def epochs(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Let in who was invited, or make a key without somebody who left."""
    access.circle_for(person, circle)
    new = body_of(request, NewEpoch)
    check_keys(new.box.salt, *new.proofs.values())
    check_keys(*new.grants.values(), size=80)
    epoch = let_in(
        person,
        circle,
        new.statement,
        grants=new.grants,
        box=(new.box.id, new.box.salt),
        proofs=new.proofs,
        now=timezone.now(),
    )
    return JsonResponse({"epoch": epoch})


@require_POST
@json_view
@signed_in
def grants(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Give somebody back the keys of the time in which they were a member already."""
    access.circle_for(person, circle)
    seat = doors.member_in_circle(circle, person.pk)
    more = body_of(request, MoreGrants)
    check_keys(*more.grants.values(), size=80)
    walls.grant_earlier(seat, more.acct, more.grants)
    return JsonResponse({"granted": len(more.grants)})


@require_POST
@json_view
@signed_in
def own_box(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Where one's own texts of this circle lie; made once."""
    access.circle_for(person, circle)
    doors.member_in_circle(circle, person.pk)
    box = body_of(request, NewBox)
    check_keys(box.salt)
    found = walls.make_self_box(circle, person.pk, (box.id, box.salt))
    return JsonResponse({"id": found.pk, "salt": found.salt})


@require_http_methods(["GET", "HEAD", "POST", "DELETE"])
@json_view
@signed_in
def sealed(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Texts by field (GET `?field=…&item=…`, both more than once); keep one (POST) or take one's own away (DELETE)."""
    access.circle_for(person, circle)
    doors.member_in_circle(circle, person.pk)
    if request.method == "POST":
        new = body_of(request, NewSealed)
        walls.store(
            circle, person.pk, walls.NewText(new.item, new.field, new.rev, new.text), now=timezone.now()
        )
        return JsonResponse({"rev": new.rev})
    if request.method == "DELETE":
        gone = body_of(request, Written)
        walls.take_back(circle, person.pk, gone.item, gone.field)
        return JsonResponse({"gone": True})
    known = at_hand()
    fields = [name for name in request.GET.getlist("field") if name in known]
    items = [UUID(item) for item in request.GET.getlist("item") if is_uuid(item)] or None
    return JsonResponse({"sealed": kept.sealed_texts(circle, person.pk, fields=fields, items=items)})


def is_uuid(text: str) -> bool:
    """Whether an address holds an id there."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True
