"""A question that came in, for the organisers."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kring.web.organisations.access import Organising
from kring.web.organisations.doors import for_organisers
from kring.web.programmes import actions
from kring.web.programmes.access import enquiry_of
from kring.web.programmes.forms import MessageForm
from kring.web.programmes.letters import site_of
from kring.web.ui.posting import posted_from


@require_http_methods(["GET", "HEAD", "POST"])
@for_organisers("looked-at-enquiry")
def enquiry(request: HttpRequest, organising: Organising, enquiry: UUID) -> HttpResponse:
    """What was asked, what was answered, and answering."""
    asked = enquiry_of(organising, enquiry)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        actions.answer(organising, asked, text, now=timezone.now(), site=site_of(request))
        return redirect("enquiry", organising.organisation.pk, enquiry)
    told = {
        "organisation": organising.organisation,
        "enquiry": asked,
        "answers": asked.answers.order_by("at").select_related("by"),
        "programme": getattr(asked, "programme", None),
        "form": form,
    }
    return render(request, "programmes/enquiry.html", told, status=422 if form.errors else 200)


@posted_from("enquiry", "organisation", "enquiry")
@for_organisers("looked-at-enquiry")
def closing(request: HttpRequest, organising: Organising, enquiry: UUID) -> HttpResponse:
    """Nothing comes of it."""
    actions.close(organising, enquiry_of(organising, enquiry), now=timezone.now())
    return redirect("enquiry", organising.organisation.pk, enquiry)


@posted_from("enquiry", "organisation", "enquiry")
@for_organisers("looked-at-enquiry")
def removal(request: HttpRequest, organising: Organising, enquiry: UUID) -> HttpResponse:
    """Thrown away for good."""
    actions.throw_away(organising, enquiry_of(organising, enquiry), now=timezone.now())
    return redirect("organisation", organising.organisation.pk)
