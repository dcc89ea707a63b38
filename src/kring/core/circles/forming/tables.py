"""What the files of `kring form` say: people in its own columns, and the circles it answers with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kring.core.circles.forming.people import Circle, Person


def as_row(one: Person) -> dict[str, str]:
    """Somebody as `kring form` and the checker name the columns; a team bears its organisation's name too."""
    return {
        "id": one.id,
        "manager_id": one.manager or "",
        "organisation": one.organisation,
        "team": f"{one.organisation}/{one.team}" if one.team else "",
        "profession": one.profession,
        "function": one.function,
        "seniority": str(one.seniority),
        "region": one.region,
        "online_ok": str(int(one.online)),
        "languages": "|".join(sorted(one.languages)),
        "slots": "|".join(sorted(one.slots)),
        "goals": "|".join(sorted(one.goals)),
        "past_groups": "|".join(sorted(one.past)),
        "not_with": "|".join(sorted(one.not_with)),
        "facilitator_capacity": str(one.capacity),
    }


def answer_rows(circles: Sequence[Circle], why: Mapping[str, str]) -> list[dict[str, str]]:
    """Everybody with their circle, counted from 1, and those without one with the reason."""
    rows = []
    for number, circle in enumerate(circles, start=1):
        seats = [(one, "participant") for one in circle.members]
        if circle.facilitator is not None:
            seats.append((circle.facilitator, "facilitator"))
        rows += [{"circle": str(number), "id": one, "role": role, "reason": ""} for one, role in seats]
    return rows + [
        {"circle": "", "id": one, "role": "participant", "reason": reason} for one, reason in why.items()
    ]
