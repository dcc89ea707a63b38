"""Passkeys: making one at sign-up or later, and what may not be taken away because nothing else would be left."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.decorators import login_stage_required
from allauth.account.views import SignupByPasskeyView
from allauth.core.internal.httpkit import add_query_params
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import flows
from allauth.mfa.webauthn.stages import PasskeySignupStage
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kring.web.people import actions, queries
from kring.web.people.access import signed_in
from kring.web.people.forms import PassphraseAfterAll
from kring.web.people.models import Person
from kring.web.ui.posting import posted_from

Opens = Callable[[Person, str], bool]

_others: list[Opens] = []


def opens_without(opens: Opens) -> None:
    """A room above this one says whether what it keeps of a person still opens when this passkey (`credential`) is gone."""
    _others.append(opens)


class SignUpByPasskey(SignupByPasskeyView):
    """A new account with a passkey; the recovery sheet always comes before anything else."""

    template_name = "account/signup.html"

    def get_success_url(self) -> str:
        """The sheet, and after it where somebody wanted to be."""
        sheet = reverse("recovery_sheet")
        wanted: str | None = self.get_next_url()  # type: ignore[no-untyped-call] # allauth's own
        return str(add_query_params(sheet, {REDIRECT_FIELD_NAME: wanted})) if wanted else sheet


@posted_from("mfa_signup_webauthn")
@login_stage_required(  # type: ignore[untyped-decorator] # allauth's own
    stage=PasskeySignupStage.key, redirect_urlname="account_signup"
)
def passphrase_after_all(request: HttpRequest) -> HttpResponse:
    """For who has confirmed the address and has a device whose passkeys can't open what is sealed."""
    form = PassphraseAfterAll(request.POST)
    if not form.is_valid():
        return redirect("mfa_signup_webauthn")
    stage = request._login_stage  # type: ignore[attr-defined]  # noqa: SLF001 -- where allauth's decorator leaves it
    actions.set_passphrase(
        stage.login.user, auth=form.cleaned_data["password1"], salt=form.cleaned_data["salt"]
    )
    response: HttpResponse = stage.exit()
    return response


class MakePasskey(webauthn.AddWebAuthnView):
    """One more passkey. Where passkeys are all that somebody signs in by, it is no second factor and brings no spare codes."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Keep it."""
        person = self.request.user
        assert isinstance(person, Person)
        if queries.comes_in_otherwise(person):
            response: HttpResponse = super().form_valid(form)
            return response
        given = form.cleaned_data
        flows.signup_authenticator(self.request, person, given["name"], given["credential"])
        get_adapter(self.request).send_notification_mail("mfa/email/webauthn_added", person)
        return redirect("me")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With whether it will be a second factor."""
        told: dict[str, Any] = super().get_context_data(**kwargs)
        person = self.request.user
        return {**told, "is_second": isinstance(person, Person) and queries.comes_in_otherwise(person)}


@signed_in
def take_away(request: HttpRequest, person: Person, pk: int) -> HttpResponse:
    """A passkey less; not the last one that lets somebody in or opens what is theirs."""
    passkeys = queries.second_factors(person).passkeys
    asked = next((one for one in passkeys if one.id == pk), None)
    if asked is not None:
        comes_in = len(passkeys) > 1 or queries.comes_in_otherwise(person)
        if not comes_in or not all(opens(person, asked.credential) for opens in _others):
            return render(request, "people/last_passkey.html", {"name": asked.name}, status=409)
    response = webauthn.remove_webauthn(request, pk=pk)
    assert isinstance(response, HttpResponse)
    return response
