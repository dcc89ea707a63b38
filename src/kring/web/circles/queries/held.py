"""Meetings that were held."""

from kring.web.circles.models import Circle, Held


def held_in_circle(circle: Circle) -> list[Held]:
    """Every meeting that was held, the newest first, with who was there."""
    return list(
        circle.held.exclude(closed_at=None).prefetch_related("presences__person").order_by("-opened_at")
    )


def methods_done(circle: Circle) -> list[str]:
    """The id of the method of each meeting, the earliest first."""
    return list(circle.held.exclude(closed_at=None).order_by("opened_at").values_list("method", flat=True))
