"""The link for enrolling: for visitors by mail, for who is signed in at once."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from kring.web.enrolment.access import Applying, applying_by_link, open_programme
from kring.web.enrolment.actions import own as deeds
from kring.web.enrolment.forms import AddressForm, OwnForm
from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries.own import not_there_yet
from kring.web.enrolment.queries.pooling import partners_of
from kring.web.people.access import person_of
from kring.web.programmes.letters import site_of
from kring.web.programmes.models import Programme, Stage
from kring.web.ui.refusal import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest, token: UUID) -> HttpResponse:
    """What one takes part in; a visitor says where the form should be sent."""
    programme = open_programme(token)
    if not programme.enrolment_open:
        return render(request, "enrolment/closed.html", {"programme": programme})
    person = person_of(request)
    if person is not None:
        mine = programme.participants.there().filter(person=person).first()
        if mine is not None:
            return redirect("mine", programme.pk)
        return fill_in(request, Applying(programme, person.email.casefold(), person))
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        mail = form.cleaned_data["mail"].casefold()
        address = site_of(request) + reverse("enrol-form", args=[token])
        deeds.ask_for_form(programme, mail, address, language=get_language() or "nl", now=timezone.now())
        return render(request, "enrolment/look_in_mail.html", {"programme": programme, "mail": mail})
    status = 422 if form.errors else 200
    return render(request, "enrolment/enrol.html", {"programme": programme, "form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def enrol_form(request: HttpRequest, token: UUID) -> HttpResponse:
    """The form behind the link in the mail."""
    programme = open_programme(token)
    applying = applying_by_link(programme, request.GET.get("as", ""), timezone.now())
    row = applying.participant if applying else None
    if not takes(programme, row):
        return render(request, "enrolment/closed.html", {"programme": programme})
    if applying is None:
        return render(request, "enrolment/old_link.html", {"programme": programme}, status=410)
    if row is not None and row.person_id is not None:
        return redirect("mine", programme.pk)  # whoever has an account shows with that who they are
    return fill_in(request, applying)


@require_http_methods(["GET", "HEAD", "POST"])
def not_taking_part(request: HttpRequest, token: UUID) -> HttpResponse:
    """Somebody was put on the list who would rather not; by the link in the mail, without an account."""
    programme = open_programme(token)
    applying = applying_by_link(programme, request.GET.get("as", ""), timezone.now())
    row = applying.participant if applying else None
    if applying is None or row is None or row.person_id is not None:
        return redirect("enrol", token)
    if request.method == "POST":
        deeds.leave_by_link(applying, now=timezone.now())
        return render(request, "enrolment/left.html", {"programme": programme})
    back = f"{reverse('enrol-form', args=[token])}?{request.GET.urlencode()}"
    return render(request, "enrolment/leaving.html", {"programme": programme, "back": back})


def takes(programme: Programme, row: Participant | None) -> bool:
    """Whether the form is there: for everybody while enrolment is open, for who is on the list until the end."""
    return programme.enrolment_open or (row is not None and programme.stage != Stage.ENDED)


def fill_in(request: HttpRequest, applying: Applying) -> HttpResponse:
    """Show the form, or take it in."""
    programme, row = applying.programme, applying.participant
    partners = [(one, False) for one in partners_of(programme.organisation)]
    if row is not None:
        yes = set(row.may_pool.values_list("organisation", flat=True))
        partners = [(one, one.pk in yes) for one, _no in partners]
    language = get_language() or "nl"
    form = OwnForm(request.POST or None, of=row, partners=partners, initial=proposed_to(applying, language))
    if request.method == "POST" and form.is_valid():
        try:
            enrolled = deeds.enrol(applying, form.told(), language=language, now=timezone.now())
            return done(request, applying, enrolled)
        except Refused as refused:
            form.add_error("manager", refused.say)
    told = {"programme": programme, "form": form, "mail": applying.mail, "listed": row}
    return render(request, "enrolment/form.html", told, status=422 if form.errors else 200)


def proposed_to(applying: Applying, language: str) -> dict[str, object]:
    """What somebody new needn't fill in themselves."""
    if applying.participant is not None:
        return {}
    name = {"name": applying.person.name} if applying.person else {}
    return {**name, "online": True, "languages": [language]}


def done(request: HttpRequest, applying: Applying, enrolled: Participant) -> HttpResponse:
    """To one's own page, or what comes next for who has no account."""
    if applying.person is not None:
        return redirect("mine", applying.programme.pk)
    told = {
        "programme": applying.programme,
        "participant": enrolled,
        "not_there": not_there_yet(enrolled),
    }
    return render(request, "enrolment/enrolled.html", told)
