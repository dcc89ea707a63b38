"""A circle that is to be, somebody to place, and a change by hand: shown before it is done."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.forming import access
from kring.web.forming.access import Dividing
from kring.web.forming.actions import changing
from kring.web.forming.queries.cards import card_of
from kring.web.forming.queries.changing import proposed
from kring.web.forming.queries.person import choice_of, leaders_for
from kring.web.forming.queries.proposing import Kind, Proposed, Wanted
from kring.web.forming.queries.seats import Seated, seated
from kring.web.forming.queries.swapping import swaps_of
from kring.web.forming.views.asking import page_language
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.ui.json import refusing
from kring.web.ui.posting import posted_from

LOOK = "looked-at-forming"


@require_safe
@for_organiser(LOOK)
def circle(request: HttpRequest, leading: Leading, number: int) -> HttpResponse:
    """One circle, with everything that can be changed about it."""
    dividing = access.division_of(leading)
    seats, place = seated(dividing.division), access.circle_in(dividing, number).number - 1
    told: dict[str, object] = {"programme": leading.programme, "number": number}
    if seats.circles[place].members:
        told["card"] = card_of(place, seats, seats.around({place}), page_language())
        told["leaders"], told["why_nobody"] = leaders_for(place, seats, page_language())
    return render(request, "forming/circle.html", told)


@require_safe
@for_organiser(LOOK)
def person(request: HttpRequest, leading: Leading, participant: UUID) -> HttpResponse:
    """Where somebody could sit."""
    dividing = access.division_of(leading)
    who = access.seated_in(dividing, participant)
    told = {"programme": leading.programme, "choice": choice_of(who, seated(dividing.division))}
    return render(request, "forming/person.html", told)


@require_safe
@for_organiser(LOOK)
def swap(request: HttpRequest, leading: Leading, participant: UUID) -> HttpResponse:
    """With whom somebody could change places."""
    dividing = access.division_of(leading)
    who = access.seated_in(dividing, participant)
    asked = {name: request.GET.get(name, "") for name in ("q", "page")}
    swaps = swaps_of(who, seated(dividing.division), asked)
    return render(
        request, "forming/swap.html", {"programme": leading.programme, "swaps": swaps, "asked": asked}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser(LOOK)
@refusing
def change(request: HttpRequest, leading: Leading) -> HttpResponse:
    """What a change would do (GET), and doing it (POST). The address says which, by ids and numbers."""
    dividing = access.division_of(leading)
    seats = seated(dividing.division)
    wanted = _wanted(request, dividing, seats)
    if request.method == "POST":
        seal = request.POST.get("seal", "")
        changing.change(dividing, wanted, seal, page_language(), now=timezone.now())
        return _back(leading, wanted)
    found = proposed(wanted, seats, page_language())
    told = {
        "programme": leading.programme,
        "found": found,
        "wanted": wanted,
        "into_published": _breaks_published(found, seats),
    }
    return render(request, "forming/change.html", told)


@posted_from("forming-circle", "programme", "number")
@for_organiser(LOOK)
@refusing
def lock(request: HttpRequest, leading: Leading, number: int) -> HttpResponse:
    """Keep a circle as it is, or no longer."""
    dividing = access.division_of(leading)
    row = access.circle_in(dividing, number)
    changing.lock(dividing, row, locked=request.POST.get("locked") == "yes", now=timezone.now())
    return redirect("forming-circle", leading.programme.pk, number)


@posted_from("forming", "programme")
@for_organiser(LOOK)
@refusing
def undo(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Take the newest change back."""
    changing.undo(access.division_of(leading), now=timezone.now())
    return redirect("forming", leading.programme.pk)


def _wanted(request: HttpRequest, dividing: Dividing, seats: Seated) -> Wanted:
    """
    What the address asks for, by people and circles that are there.

    Raises:
        Http404: it names somebody or something else.
    """
    asked = request.GET
    try:
        kind = Kind(asked.get("kind", ""))
        who = UUID(asked["who"]) if asked.get("who") else None
        other = UUID(asked["other"]) if asked.get("other") else None
        number = int(asked["circle"]) if asked.get("circle") else None
    except ValueError:
        raise Http404 from None
    most = len(seats.circles) + (kind is Kind.MOVE)
    if number is not None and not 1 <= number <= most:
        raise Http404
    if (number is None and kind in {Kind.LEAD, Kind.MEND}) or (
        who is None and kind in {Kind.MOVE, Kind.FIT, Kind.TAKE_OUT, Kind.SWAP}
    ):
        raise Http404
    if (other is None) == (kind is Kind.SWAP):
        raise Http404
    for one in (who, other):
        if one is not None:
            (access.leader_in if kind is Kind.LEAD else access.seated_in)(dividing, one)
    return Wanted(kind=kind, who=who, circle=number, other=other)


def _breaks_published(found: Proposed, seats: Seated) -> bool:
    return bool(found.broken & seats.published)


def _back(leading: Leading, wanted: Wanted) -> HttpResponse:
    if wanted.circle is not None:
        return redirect("forming-circle", leading.programme.pk, wanted.circle)
    return redirect("forming", leading.programme.pk)
