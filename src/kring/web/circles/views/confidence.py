"""When something got out: where the circle is, and the next step."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kring.web.circles import access, queries
from kring.web.circles.actions.confidence import take_step
from kring.web.circles.forms import StepForm
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def confidence(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """Stop, talk, help, leave. Whoever was a moment too late sees how it stands, and why nothing happened."""
    within = access.circle_for(person, circle)
    late = ""
    form = StepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_step(person, circle, form.step(), seen=form.cleaned_data["seen"], now=timezone.now())
            return redirect("confidence", circle)
        except Refused as refused:
            late = refused.say
    context = {"page": queries.confidence_page(within), "late": late}
    return show(request, within, "confidence", context, status=409 if late else 200)
