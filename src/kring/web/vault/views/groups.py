"""Keys over HTTP: each address takes and gives JSON."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.web.people.access import person_of
from kring.web.ui.json import body_of, json_view
from kring.web.vault import access, actions, queries
from kring.web.vault.forms import Knock, check_knock
from kring.web.vault.seat_cookie import give_seat, seat_token
from kring.web.vault.shapes import MoreGrants, NewEpoch, check_keys


@require_http_methods(["POST", "DELETE"])
@json_view
def door(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Knock (POST), or close the door for everybody who isn't in yet (DELETE)."""
    now = timezone.now()
    if request.method == "DELETE":
        actions.close_door(access.member_seat(meeting, seat_token(request)), now=now)
        return JsonResponse({"door": "closed"})
    knock = body_of(request, Knock)
    check_knock(knock)
    access.check_who_may_knock(meeting, knock.acct, person_of(request))
    token = actions.knock(
        meeting,
        door_token=knock.door_token,
        member=knock.member,
        mac=knock.mac,
        share=knock.share,
        seat_token=seat_token(request),
        now=now,
    )
    response = JsonResponse({"seat": str(knock.acct)})
    give_seat(request, response, meeting, token)
    return response


@require_safe
@json_view
def keys(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Everything that a member's vault needs, of the chain what comes after `since`; 202 for somebody still at the door."""
    seat = access.seat_of(meeting, seat_token(request))
    if seat.knocked_at is not None:
        return JsonResponse({"waiting": True}, status=202)
    since = request.GET.get("since", "")
    return JsonResponse(queries.keys_for(seat, int(since) if since.isdecimal() else 0))


@require_POST
@json_view
def epochs(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Let somebody in, or out."""
    seat = access.member_seat(meeting, seat_token(request))
    new = body_of(request, NewEpoch)
    check_keys(new.box.salt, *new.proofs.values())
    check_keys(*new.grants.values(), size=80)
    epoch = actions.begin_epoch(
        seat,
        new.statement,
        grants=new.grants,
        box=(new.box.id, new.box.salt),
        proofs=new.proofs,
        now=timezone.now(),
    )
    return JsonResponse({"epoch": epoch})


@require_POST
@json_view
def grants(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Earlier keys for somebody who came later."""
    seat = access.member_seat(meeting, seat_token(request))
    more = body_of(request, MoreGrants)
    check_keys(*more.grants.values(), size=80)
    actions.grant_earlier(seat, more.acct, more.grants)
    return JsonResponse({"granted": len(more.grants)})


@require_safe
@json_view
def share(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """The server's half for waking a vault on its own device; gone once the meeting is closed."""
    seat = access.seat_of(meeting, seat_token(request))
    return JsonResponse({"share": seat.share})
