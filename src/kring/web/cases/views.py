"""The circle's stock of cases, and writing one. Texts come and go by the circle's own sealed store."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kring.core.methods.advice import load_triage
from kring.web.cases.queries import turns_in
from kring.web.circles import access
from kring.web.circles.queries import may_meet
from kring.web.circles.views.shown import show
from kring.web.people.access import signed_in
from kring.web.people.models import Person


@require_safe
@signed_in
def cases(request: HttpRequest, person: Person, circle: UUID) -> HttpResponse:
    """What lies ready, what is one's own, and who brought when."""
    within = access.circle_for(person, circle)
    return show(request, within, "cases/cases", {"turns": turns_in(within.circle).as_json()})


@require_safe
@signed_in
def writing(request: HttpRequest, person: Person, circle: UUID, case: UUID | None = None) -> HttpResponse:
    """A case in the making, for its writer alone; without an id it is a new one, and the browser gives it its id."""
    within = access.circle_for(person, circle)
    context = {
        "case": case,
        "may_bring": may_meet(within.circle, timezone.now()),
        "triage": load_triage(),
    }
    return show(request, within, "cases/writing", context)
