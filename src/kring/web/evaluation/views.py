"""Opening, closing and publishing an evaluation; and answering it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kring.core.evaluation.questionnaire import VALUES
from kring.web.evaluation import access, actions, queries
from kring.web.evaluation.access import Sitting
from kring.web.evaluation.forms import AdviceForm, OpenForm
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.programmes.letters import site_of
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-evaluation")
def evaluation(request: HttpRequest, leading: Leading) -> HttpResponse:
    """How far it is, and opening one."""
    now = timezone.now()
    actions.close_due(now)
    standing = queries.standing_of(leading.programme, now)
    form = OpenForm(request.POST if request.method == "POST" else None, to_ask=tuple(standing.to_ask))
    if request.method == "POST" and form.is_valid():
        try:
            asked, until = form.cleaned_data["questionnaire"], form.cleaned_data["until"]
            actions.open_evaluation(leading, asked, until, now=now)
            return redirect("evaluation", leading.programme.pk)
        except Refused as refused:
            form.add_error("until", refused.say)
    told = {"programme": leading.programme, "standing": standing, "form": form}
    return render(request, "evaluation/evaluation.html", told, status=422 if form.errors else 200)


@posted_from("evaluation", "programme")
@for_organiser("looked-at-evaluation")
def closing(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Close it before its last day."""
    closed = actions.close(leading, now=timezone.now())
    if closed and closed.figures:
        return redirect("evaluation-outcome", leading.programme.pk, closed.pk)
    return redirect("evaluation", leading.programme.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-outcome")
def outcome(request: HttpRequest, leading: Leading, evaluation: UUID) -> HttpResponse:
    """What came out, and publishing it with advice."""
    found = access.outcome_for(leading, evaluation)
    form = AdviceForm(request.POST if request.method == "POST" else None, initial={"advice": found.advice})
    if request.method == "POST" and form.is_valid():
        actions.publish(
            leading, evaluation, form.cleaned_data["advice"], site=site_of(request), now=timezone.now()
        )
        return redirect("evaluation-outcome", leading.programme.pk, evaluation)
    told = {
        "programme": leading.programme,
        "outcome": queries.outcome_of(found),
        "form": form,
        "has_client": leading.programme.clients.exists(),
    }
    return render(request, "evaluation/outcome.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def mine(request: HttpRequest, person: Person, programme: UUID) -> HttpResponse:
    """Answering, once."""
    sitting = access.sitting_in(person, programme, timezone.now())
    if request.method != "POST":
        return _mine(request, sitting, {})
    given = queries.given_in(sitting, request.POST)
    try:
        actions.answer(person, programme, given, now=timezone.now())
    except Refused as refused:
        if refused.status == 422:  # noqa: PLR2004 -- something is left open
            return _mine(request, sitting, given, status=refused.status)
    return redirect(reverse("my-evaluation", args=[programme]))


def _mine(
    request: HttpRequest, sitting: Sitting, chosen: dict[str, int], *, status: int = 200
) -> HttpResponse:
    """The form, or that there is nothing to do."""
    told = {
        "programme": sitting.programme,
        "back": sitting.participant.programme_id,
        "values": VALUES,
        "evaluation": sitting.evaluation,
        "form": queries.form_for(sitting, chosen, is_sent=status != 200),  # noqa: PLR2004 -- OK
    }
    return render(request, "evaluation/mine.html", told, status=status)
