"""Lines of authority and ground rules."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kring.core.circles.authority import Line, load_asking
from kring.core.circles.ground_rules import load_proposed_rules
from kring.web.circles import access, queries
from kring.web.circles.actions import agreeing
from kring.web.circles.fields import RULES_TEXT
from kring.web.circles.forms import NewRules
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import body_of, refusing
from kring.web.ui.posting import posted_from
from kring.web.vault.queries import sealed_texts


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def authority(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The private question; only the asker's own answer is ever shown."""
    within = access.circle_for(person, circle)
    members = queries.members_of(within.circle)
    others = [one.person for one in members if one.person_id != person.pk]
    if request.method == "POST":
        lines = {
            other.pk: Line(given)
            for other in others
            if (given := request.POST.get(f"line-{other.pk}")) in {line.value for line in Line}
        }
        agreeing.answer_about_authority(person, circle, lines, now=timezone.now())
        return redirect("circle", circle)
    said = queries.own_answer(within.circle, person)
    told = queries.told_about_authority(within.circle, members, person)
    context = {
        "asking": load_asking(),
        "others": [(other, said.get(str(other.pk), "none")) for other in others],
        "told": told,
    }
    return show(request, within, "authority", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@refusing
def rules(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The ground rules: to read, to assent to, to change (POST, by script)."""
    within, now = access.circle_for(person, circle), timezone.now()
    if request.method == "POST":
        new = body_of(request, NewRules)
        agreeing.change_rules(person, circle, new.version, number=new.number, text=new.text, now=now)
        return JsonResponse({"page": reverse("rules", args=[circle])})
    members = queries.members_of(within.circle)
    standing = queries.rules_now(within.circle, members, now, me=person)
    texts = (
        []
        if standing.version is None
        else sealed_texts(circle, person.pk, fields=[RULES_TEXT.name], items=[standing.version.pk])
    )
    context = {
        "rules": standing,
        "text": texts[0] if texts else None,
        "proposed": load_proposed_rules(),
        "assents": queries.newest_assents(standing.version),
        "members": [
            (one.person, queries.newest_assents(standing.version).get(one.person_id)) for one in members
        ],
        "next_number": 1 if standing.version is None else standing.version.number + 1,
    }
    return show(request, within, "rules", context)


@posted_from("circle", "circle")
@signed_in
@refusing
def assent(request: HttpRequest, person: Person, circle: UUID, version: UUID) -> HttpResponse:
    """Agree, by name and date."""
    agreeing.assent(person, circle, version, now=timezone.now())
    return redirect("circle", circle)
