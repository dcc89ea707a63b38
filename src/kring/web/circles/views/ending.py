"""How a circle goes on when its agreement ends: anew, with others, elsewhere, or not."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.core.rhythm.shelf_life import Choice, load_words
from kring.web.circles import access, queries
from kring.web.circles.actions import ending as deeds
from kring.web.circles.fields import MOVE_LINK, worth_keeping
from kring.web.circles.forms import RenewalForm
from kring.web.circles.queries import moving
from kring.web.circles.queries.archiving import terms
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused
from kring.web.vault.queries import sealed_texts

A_YEAR = timedelta(days=365)  # proposed; two seasons


@require_safe
@signed_in
def renewal(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The four choices."""
    within = access.circle_for(person, circle)
    life, words = queries.life_of(within.circle, timezone.now()), load_words()
    pages = {
        Choice.RENEW: "agreement",
        Choice.REFRESH: "refreshing",
        Choice.MERGE: "merging",
        Choice.END: "ending",
    }
    context = {
        "life": life,
        "stage": words.stages[life.stage],
        "choices": [(words.choices[choice], page) for choice, page in pages.items()],
    }
    return show(request, within, "renewal", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def agreement(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Go on together: until when."""
    return agreement_page(request, person, circle, Choice.RENEW)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def refreshing(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """The same, after saying who goes and who comes."""
    return agreement_page(request, person, circle, Choice.REFRESH)


def agreement_page(request: HttpRequest, person: Person, circle: UUID, choice: Choice) -> HttpResponse:
    """A new agreement, to which everybody assents with the ground rules."""
    within = access.circle_for(person, circle)
    form = RenewalForm(request.POST or None, initial={"until": timezone.localdate() + A_YEAR})
    if request.method == "POST" and form.is_valid():
        try:
            deeds.renew(person, circle, form.cleaned_data["until"], now=timezone.now())
            return redirect("circle", circle)
        except Refused as refused:
            form.add_error("until", refused.say)
    context = {
        "form": form,
        "words": load_words().choices[choice],
        "refreshes": choice is Choice.REFRESH,
        "names": [one.name for one in queries.people_of(within.circle)],
    }
    return show(request, within, "agreement", context, status=422 if form.errors else 200)


@require_safe
@signed_in
def merging(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """How two circles become one."""
    within, now = access.circle_for(person, circle), timezone.now()
    mine = moving.own_move(within, now)
    links = [] if mine is None else sealed_texts(circle, person.pk, fields=[MOVE_LINK.name], items=[mine.pk])
    context = {
        "words": load_words().choices[Choice.MERGE],
        "ways": moving.ways_in(within, now),
        "mergings": moving.mergings(within.circle, now),
        "mine": mine,
        "link": links[0] if links else None,
        "names": [one.name for one in queries.people_of(within.circle) if one != person],
    }
    return show(request, within, "merging", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@refusing
def ending(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Say goodbye, keep what is one's own, and agree that everything goes."""
    within = access.circle_for(person, circle)
    unread = request.method == "POST" and request.POST.get("kept") != "yes"
    if request.method == "POST" and not unread:
        gone = deeds.agree_to_end(person, circle, now=timezone.now())
        return redirect("circle-ended") if gone else redirect("ending", circle)
    voices = queries.voices_to_end(within.circle)
    context = {
        "voices": voices,
        "mine": next((voice for voice in voices if voice.by_id == person.pk), None),
        "waits": [one.name for one in queries.waits_for(within.circle)],
        "unread": unread,
        "fields": worth_keeping(),
        "terms": terms(),
    }
    return show(request, within, "ending", context, status=422 if unread else 200)


@posted_from("ending", "circle")
@signed_in
def going_on(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Rather not end it."""
    deeds.think_again(person, circle)
    return redirect("ending", circle)


@require_safe
@signed_in
def ended(request: HttpRequest, person: Person) -> HttpResponse:
    """That a circle is gone. It says nothing of which: there is nothing left to say it with."""
    return render(request, "circles/ended.html", {"person": person})
