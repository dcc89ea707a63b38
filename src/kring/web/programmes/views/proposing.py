"""Making a proposal: from a template, and anew."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from kring.core.programmes.templates import Template, load_templates, template_of
from kring.web.organisations.access import Organising
from kring.web.organisations.doors import for_organisers
from kring.web.programmes import actions, queries
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.programmes.forms import NewProgrammeForm, ProgrammeForm, first_words, words_anew
from kring.web.programmes.letters import site_of
from kring.web.programmes.models import Enquiry


@require_safe
@for_organisers("looked-at-making")
def choose(request: HttpRequest, organising: Organising) -> HttpResponse:
    """From which template."""
    told = {
        "organisation": organising.organisation,
        "templates": load_templates(),
        "enquiry": enquiry_named(request, organising),
    }
    return render(request, "programmes/choose.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organisers("looked-at-making")
def new(request: HttpRequest, organising: Organising, template: str) -> HttpResponse:
    """The programme and its first proposal, with the words of the template to begin with."""
    chosen = template_of(template)
    if chosen is None:
        raise Http404
    enquiry = enquiry_named(request, organising)
    begin = first_words(chosen, enquiry.language if enquiry else get_language() or "nl")
    if enquiry is not None:
        begin |= {"client_mail": enquiry.mail, "client_name": enquiry.name}
    if request.POST.get("deed") == "words":
        form = NewProgrammeForm(initial=words_anew(chosen, request.POST.dict()), template=chosen.id)
        return new_page(request, organising, chosen, enquiry, form)
    form = NewProgrammeForm(request.POST or None, initial=begin, template=chosen.id)
    if request.method == "POST" and form.is_valid():
        programme = actions.propose(
            organising,
            form.new(),
            form.proposed(),
            client=form.client(),
            enquiry=enquiry,
            now=timezone.now(),
            site=site_of(request),
        )
        return redirect("programme", programme.pk)
    return new_page(request, organising, chosen, enquiry, form)


def new_page(
    request: HttpRequest,
    organising: Organising,
    template: Template,
    enquiry: Enquiry | None,
    form: NewProgrammeForm,
) -> HttpResponse:
    """With what the form holds."""
    language = form["language"].value()
    told = {
        "organisation": organising.organisation,
        "template": template,
        "enquiry": enquiry,
        "form": form,
        "other_language": "nl" if language == "en" else "en",
    }
    return render(request, "programmes/new.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-agreed")
def anew(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Another number, from the words of the newest."""
    programme, agreement = leading.programme, queries.agreement_of(leading.programme)
    newest = agreement.proposal
    holds = {
        name: getattr(newest if hasattr(newest, name) else programme, name)
        for name in ProgrammeForm.base_fields
    }
    holds["guided"] = "yes" if programme.guided else "no"
    form = ProgrammeForm(request.POST or None, initial=holds, template=programme.template)
    if request.method == "POST" and form.is_valid():
        actions.propose_anew(leading, form.new(), form.proposed(), now=timezone.now(), site=site_of(request))
        return redirect("agreed-programme", programme.pk)
    told = {"programme": programme, "newest": newest, "agreement": agreement, "form": form}
    return render(request, "programmes/anew.html", told, status=422 if form.errors else 200)


def enquiry_named(request: HttpRequest, organising: Organising) -> Enquiry | None:
    """The question that a programme answers, where the address names one that has none yet."""
    named = request.GET.get("enquiry", "")
    waiting = organising.organisation.enquiries.filter(programme=None)
    return next((one for one in waiting if str(one.pk) == named), None)
