"""Asking a fellow member to swap or to take over, and answering."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kring.web.circles import access
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.rhythm.actions import swaps as deeds
from kring.web.rhythm.forms import asking_of, duty_of
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from


@posted_from("turns", "circle")
@signed_in
@refusing
def swaps(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Ask."""
    access.circle_for(person, circle)
    wanted, duty = asking_of(request.POST), duty_of(request.POST.get("duty", ""))
    deeds.ask_to_swap(
        person, circle, duty, asked=wanted.asked, mine=wanted.mine, theirs=wanted.theirs, now=timezone.now()
    )
    return redirect("turns", circle)


@posted_from("turns", "circle")
@signed_in
@refusing
def answer(request: HttpRequest, person: Person, circle: UUID, swap: int) -> HttpResponse:
    """Yes or no."""
    yes = request.POST.get("answer") == "yes"
    deeds.answer_swap(person, circle, swap, yes=yes, now=timezone.now())
    return redirect("turns", circle)


@posted_from("turns", "circle")
@signed_in
@refusing
def withdrawal(request: HttpRequest, person: Person, circle: UUID, swap: int) -> HttpResponse:
    """Take it back."""
    deeds.withdraw_swap(person, circle, swap)
    return redirect("turns", circle)
