"""What a circle holds of somebody."""

from kring.web.circles.models import Assent, AuthorityAnswer, Chair, Membership, Presence
from kring.web.people.models import Person
from kring.web.vault.fields import declared
from kring.web.vault.queries import sealed_texts


def held_of(person: Person) -> list[dict[str, object]]:
    """What is held of somebody in the open, for their own download; sealed texts stay sealed."""
    chairs: list[dict[str, object]] = [
        {"place_in": chair.gathered.name, "programme": chair.gathered.programme_name, "as": chair.name}
        for chair in Chair.objects.filter(person=person).select_related("gathered").order_by("pk")
    ]
    circles: list[dict[str, object]] = [
        {
            "circle": one.circle.name,
            "role": one.role,
            "since": one.joined_at.isoformat(),
            "until": one.left_at and one.left_at.isoformat(),
            "assents": [
                at.isoformat()
                for at in Assent.objects.filter(person=person, rules__circle=one.circle).values_list(
                    "at", flat=True
                )
            ],
            "authority": [
                row.lines for row in AuthorityAnswer.objects.filter(person=person, circle=one.circle)
            ],
            "attendance": [
                {"meeting": row.held.opened_at.isoformat(), "attendance": row.attendance}
                for row in Presence.objects.filter(person=person, held__circle=one.circle).select_related(
                    "held"
                )
            ],
            "sealed": sealed_texts(
                one.circle_id, person.pk, fields=[field.name for field in declared() if field.own]
            ),
        }
        for one in Membership.objects.filter(person=person).select_related("circle")
    ]
    return [*chairs, *circles]
