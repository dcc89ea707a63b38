"""A person's own pages. Signing up, in and out are allauth's views with our templates: see urls."""

import json
from io import BytesIO
from zipfile import ZipFile

import msgspec
from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.web.people import actions, belongings, devices, queries
from kring.web.people.access import signed_in
from kring.web.people.forms import Myself
from kring.web.people.models import Person
from kring.web.people.places import places_of
from kring.web.ui.errors import wants_json
from kring.web.ui.json import body_of, json_view
from kring.web.ui.posting import posted_from


class Address(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By which somebody wants to sign in."""

    email: str


@require_POST
@json_view
def entrance(request: HttpRequest) -> HttpResponse:
    """How this address stretches its passphrase; an address that nobody has gets an answer of the same kind."""
    found = queries.entrance(body_of(request, Address).email)
    return JsonResponse({"acct": str(found.acct), "salt": found.salt, "kdf": found.kdf})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def me(request: HttpRequest, person: Person) -> HttpResponse:
    """My account: what it says of me, and where to change the rest."""
    given = {"name": person.name, "language": person.language}
    form = Myself(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        actions.introduce_oneself(person, **form.cleaned_data)
        response = redirect("me")
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            person.language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            samesite="Lax",
        )
        return response
    told = {
        "person": person,
        "form": form,
        "offered": belongings.offered(person),
        "second": queries.second_factors(person),
        "places": places_of(person),
        "devices": devices.devices_of(person, request.session.session_key),
    }
    return render(request, "people/me.html", told)


@posted_from("me")
@signed_in
def end_device(request: HttpRequest, person: Person) -> HttpResponse:
    """Sign out on the device that is named, or on all others."""
    chosen = request.POST.get("device", "")
    here = request.session.session_key
    devices.end(person, int(chosen) if chosen.isascii() and chosen.isdigit() else None, but=here)
    return redirect("me")


@require_safe
@signed_in
def download(request: HttpRequest, person: Person) -> HttpResponse:
    """Everything that the server holds of somebody: for a program, and to read; for a script of ours as JSON alone."""
    held = queries.all_about(person)
    if wants_json(request):
        return JsonResponse(held, encoder=DjangoJSONEncoder)
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("kring.json", json.dumps(held, cls=DjangoJSONEncoder, indent=1, ensure_ascii=False))
        page = render_to_string(
            "people/archive.html", {"held": held, "person": person, "now": timezone.now()}
        )
        archive.writestr("kring.html", page)
    response = HttpResponse(content.getvalue(), content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="kring.zip"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required
@signed_in
def leaving(request: HttpRequest, person: Person) -> HttpResponse:
    """Be forgotten, after having read what that means."""
    if request.method == "POST":
        if request.POST.get("sure") != "yes":
            return render(request, "people/leaving.html", {"not_sure": True})
        actions.be_forgotten(person, now=timezone.now())
        logout(request)
        response = render(request, "people/left.html")
        response.headers["Clear-Site-Data"] = '"cache"'
        return response
    return render(request, "people/leaving.html")
