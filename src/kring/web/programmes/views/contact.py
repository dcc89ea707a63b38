"""Getting in touch, without an account: which organisation, the question itself, and how it goes on."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kring.web.organisations.models import Organisation
from kring.web.people.access import person_of
from kring.web.programmes import actions
from kring.web.programmes.access import enquiry_by_token, organisation_to_ask, token_of
from kring.web.programmes.forms import ContactForm, MessageForm
from kring.web.programmes.letters import site_of
from kring.web.ui.refusal import Refused


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """Which organisations take questions; straight to the one if there is one."""
    found = list(Organisation.objects.filter(takes_requests=True).order_by("name"))
    if len(found) == 1:
        return redirect("contact", found[0].pk)
    return render(request, "programmes/contacts.html", {"organisations": found})


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Ask."""
    asked = organisation_to_ask(organisation)
    person = person_of(request)
    known = {"name": person.name, "mail": person.email} if person else {}
    form = ContactForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            enquiry = actions.ask(asked, form.cleaned_data, person, now=timezone.now(), site=site_of(request))
            return redirect("my-enquiry", token_of(enquiry))
        except Refused as refused:
            form.add_error("mail", refused.say)
    told = {"organisation": asked, "form": form}
    return render(request, "programmes/contact.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """What I asked, what came of it, and writing back; for who has the link."""
    enquiry = enquiry_by_token(token)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_back(enquiry, form.cleaned_data["text"], now=timezone.now(), site=site_of(request))
            return redirect("my-enquiry", token)
        except Refused as refused:
            form.add_error("text", refused.say)
    told = {
        "enquiry": enquiry,
        "answers": enquiry.answers.order_by("at").select_related("by"),
        "programme": getattr(enquiry, "programme", None),
        "form": form,
    }
    response = render(request, "programmes/my_enquiry.html", told, status=422 if form.errors else 200)
    response.headers["Referrer-Policy"] = "no-referrer"  # the address is the key
    return response
