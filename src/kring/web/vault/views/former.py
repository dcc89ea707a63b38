"""For who lost every key, began afresh, and has found the old recovery sheet after all."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, json_view
from kring.web.vault import actions, queries
from kring.web.vault.actions.former import KEPT_FOR
from kring.web.vault.forms import FormerDone, TextsAnew


@require_safe
@signed_in
def found_again(request: HttpRequest, person: Person) -> HttpResponse:
    """Where the old sheet, or the old passphrase, opens what one wrote for oneself."""
    since = queries.former_keys_since(person)
    until = None if since is None else since + KEPT_FOR
    return render(request, "vault/found_again.html", {"person": person, "since": since, "until": until})


@require_http_methods(["GET", "POST", "DELETE"])
@json_view
@signed_in
def former(request: HttpRequest, person: Person) -> HttpResponse:
    """The old keys and what may lie under them (GET); texts sealed anew (POST); keys that are done with (DELETE)."""
    if request.method == "POST":
        new = body_of(request, TextsAnew)
        texts = [(one.group, actions.NewText(one.item, one.field, one.rev, one.text)) for one in new.texts]
        return JsonResponse({"kept": actions.seal_anew(person, texts)})
    if request.method == "DELETE":
        actions.let_go_of_former(person, body_of(request, FormerDone).id)
        return JsonResponse({"gone": True})
    return JsonResponse({"keys": queries.former_keys(person), "texts": queries.own_sealed(person)})
