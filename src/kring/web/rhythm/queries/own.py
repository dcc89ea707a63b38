"""What this room holds of somebody, for their own download."""

from django.db.models import Q

from kring.web.people.models import Person
from kring.web.rhythm.models import Done, PathDeed, Readiness, SwapRequest, Turn


def held_of(person: Person) -> dict[str, object]:
    """Turns, what was done, how they said they stand, what they asked, and what they ticked off."""
    requests = SwapRequest.objects.filter(Q(by=person) | Q(asked=person))
    return {
        "turns": [
            {"meeting": at.isoformat(), "duty": duty, "method": method}
            for at, duty, method in Turn.objects.filter(person=person).values_list(
                "date__starts_at", "duty", "method"
            )
        ],
        "done": [
            {"meeting": at.isoformat(), "duty": duty}
            for at, duty in Done.objects.filter(person=person).values_list("held__opened_at", "duty")
        ],
        "readiness": [
            {"circle": circle, "duty": duty, "said": said}
            for circle, duty, said in Readiness.objects.filter(membership__person=person).values_list(
                "membership__circle__name", "duty", "said"
            )
        ],
        "requests": [
            {"at": at.isoformat(), "duty": duty, "answer": answer}
            for at, duty, answer in requests.values_list("at", "duty", "answer")
        ],
        "path": [
            {"at": at.isoformat(), "step": step, "deed": deed}
            for at, step, deed in PathDeed.objects.filter(by=person).values_list("at", "step", "deed")
        ],
    }
