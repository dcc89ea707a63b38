"""Signing somebody in whose proof another room has checked, and asking who is in to show that it is them."""

from time import time

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import (
    get_authentication_records,
    perform_login,
    record_authentication,
)
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.account.models import EmailAddress, Login
from allauth.core import ratelimit
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from kring.web.people.models import Person

RECOVERED = "recovered"
_COUNTS_FOR_SECONDS = 15 * 60  # as long as a passphrase that was typed before something that matters


def enter_by_code(request: HttpRequest, person: Person, *, then: str) -> HttpResponse:
    """
    Sign in by a recovery code. No second factor is asked: the sheet is something one has, and the last way back for
    who lost the devices that the second factor lives on.
    """
    record_authentication(request, person, method=RECOVERED)
    login = Login(user=person, email=person.email, redirect_url=then)
    if not EmailAddress.objects.filter(user=person, verified=True).exists():
        return perform_login(request, login)  # which asks for the address first
    adapter = get_adapter(request)
    adapter.login(request, person)
    request.session[RECOVERED] = [str(person.id), time()]
    response = adapter.post_login(
        request,
        person,
        email_verification=login.email_verification,
        signal_kwargs=None,
        email=person.email,
        signup=False,
        redirect_url=then,
    )
    adapter.send_notification_mail("account/email/recovered", person)
    return response


def may_try(request: HttpRequest, address: str) -> bool:
    """Whether this address wasn't tried too often, from here or at all; bounds as for a passphrase."""
    return ratelimit.consume(request, action="login_failed", key=f"recovery:{address.lower()}")


def has_come_by_code(request: HttpRequest, person: Person) -> bool:
    """Whether they came in by a recovery code a moment ago."""
    acct, at = request.session.get(RECOVERED, ["", 0])
    return bool(acct == str(person.id) and time() - at < _COUNTS_FOR_SECONDS)


def has_come_by_passkey(request: HttpRequest, person: Person) -> bool:
    """Whether they signed in by passkey a moment ago: nothing stronger could be asked of them."""
    touches = [one for one in get_authentication_records(request, person) if one.get("passwordless")]
    return any(time() - one["at"] < _COUNTS_FOR_SECONDS for one in touches)


def shows_it_is_them(request: HttpRequest, person: Person, auth: str) -> bool:
    """Whether this signs them in; or whether they came in by a recovery code or touched a passkey just now, and have no other proof."""
    if has_come_by_code(request, person):
        return True
    if not person.has_usable_password():
        return did_recently_reauthenticate(request) or has_come_by_passkey(request, person)
    return signs_in(request, person, auth)


def signs_in(request: HttpRequest, person: Person, auth: str) -> bool:
    """Whether this is what their passphrase signs in with."""
    try:
        return get_adapter(request).reauthenticate(person, auth)
    except ValidationError:  # tried too often
        return False


def stay_signed_in(request: HttpRequest, person: Person) -> None:
    """After another passphrase every session ends but this one, and a mail says so."""
    request.session.pop(RECOVERED, None)
    update_session_auth_hash(request, person)
    get_adapter(request).send_notification_mail("account/email/password_changed", person)
