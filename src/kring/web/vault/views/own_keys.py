"""Somebody's own keys over HTTP: each address takes and gives JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.web.people import entering
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, json_view
from kring.web.ui.refusal import Refused
from kring.web.vault import carried, queries
from kring.web.vault.actions import own_keys as actions
from kring.web.vault.forms import (
    KeptShare,
    NewKeys,
    NewPassphrase,
    NewRecoverySheet,
    NewSlot,
    RecoveryAddress,
)
from kring.web.vault.shapes import check_keys
from kring.web.vault.slots import outside_of


@require_http_methods(["GET", "POST", "PUT"])
@json_view
@signed_in
def own_keys(request: HttpRequest, person: Person) -> HttpResponse:
    """What one's browser needs to open the vault (GET); the first keys (POST), or others for who lost all (PUT)."""
    if request.method == "GET":
        return JsonResponse(
            {"vault": queries.own_vault(person), "share": carried.released(request.session, timezone.now())}
        )
    new = body_of(request, NewKeys)
    check_keys(*new.member[1:])
    is_first = request.method == "POST"
    if new.present or not is_first:
        check_present(request, person, new.present)
    now = timezone.now()
    if not is_first:
        actions.begin_afresh(person, new.member, new.slots, now=now)
    elif new.credential:
        if new.sheet is not None:
            check_keys(new.sheet.auth)
        sheet = None if new.sheet is None else (new.sheet.slot, new.sheet.auth)
        actions.make_keys_by_passkey(
            person, new.member, new.slots, credential=new.credential, sheet=sheet, now=now
        )
    else:
        actions.make_own_keys(person, new.member, new.slots, now=now)
    return JsonResponse({"vault": queries.own_vault(person)})


@require_POST
@json_view
@signed_in
def slots(request: HttpRequest, person: Person) -> HttpResponse:
    """One more way to open them."""
    new = body_of(request, NewSlot)
    now = timezone.now()
    if outside_of(new.slot).kind == "prf":
        actions.let_passkey_open(person, credential=new.credential, slot=new.slot, now=now)
    else:
        if person.has_usable_password() and not entering.signs_in(request, person, new.present):
            raise wrong_passphrase()
        actions.keep_passphrase_slot(person, new.slot, now=now)
    return JsonResponse({"ways": sorted(queries.ways_to_open(person))})


@require_POST
@json_view
@signed_in
def passphrase(request: HttpRequest, person: Person) -> HttpResponse:
    """Another passphrase."""
    new = body_of(request, NewPassphrase)
    check_keys(new.auth)
    check_present(request, person, new.present)
    actions.change_passphrase(person, auth=new.auth, salt=new.salt, slot=new.slot, now=timezone.now())
    entering.stay_signed_in(request, person)
    return JsonResponse({"changed": True})


@require_POST
@json_view
@signed_in
def recovery(request: HttpRequest, person: Person) -> HttpResponse:
    """A new recovery sheet."""
    new = body_of(request, NewRecoverySheet)
    check_keys(new.auth)
    actions.keep_recovery_sheet(person, slot=new.slot, auth=new.auth, now=timezone.now())
    return JsonResponse({"kept": True})


@require_http_methods(["POST", "DELETE"])
@json_view
@signed_in
def kept_here(request: HttpRequest, person: Person) -> HttpResponse:
    """The server's half of a vault key that lies on one's device (POST), or no longer (DELETE)."""
    if request.method == "DELETE":
        carried.drop(request.session)
        return JsonResponse({"kept": False})
    kept = body_of(request, KeptShare)
    check_keys(kept.share)
    carried.put(request.session, kept.share, passing=kept.passing, now=timezone.now())
    return JsonResponse({"kept": True})


@require_POST
@json_view
def recovery_entrance(request: HttpRequest) -> HttpResponse:
    """How this address turns a recovery code into keys; an address that nobody has gets an answer of the same kind."""
    found = queries.recovery_entrance(body_of(request, RecoveryAddress).email)
    return JsonResponse({"acct": str(found.acct), "salt": found.salt})


def check_present(request: HttpRequest, person: Person, auth: str) -> None:
    """
    Whether this is what their passphrase signs in with.

    Raises:
        Refused: it isn't, or it was tried too often.
    """
    if not entering.shows_it_is_them(request, person, auth):
        raise wrong_passphrase() if person.has_usable_password() else not_shown()


def not_shown() -> Refused:
    """Somebody without a passphrase has been in too long for this."""
    return Refused(
        403, "not_shown", _("First show that it is you: sign out, and in again with your passkey.")
    )


def wrong_passphrase() -> Refused:
    """Another passphrase than signs in."""
    say = _("That isn't your passphrase. Look once more; spaces and capitals count.")
    return Refused(403, "passphrase", say)
