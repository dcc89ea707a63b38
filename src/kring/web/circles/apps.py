"""The circle, as a Django application."""

from django.apps import AppConfig


class CirclesConfig(AppConfig):
    """Circles, their members, agreements, dates and meetings."""

    name = "kring.web.circles"

    def ready(self) -> None:
        """Say what may be kept sealed, and hear when a meeting is over or a chair is somebody's."""
        from kring.web.circles.actions.gathering import take_chairs
        from kring.web.circles.actions.meetings import take_attendance
        from kring.web.circles.actions.members import leave_all
        from kring.web.circles.fields import declare_fields
        from kring.web.circles.parts import Place, show_on_circle
        from kring.web.circles.queries import held_of
        from kring.web.circles.waiting import end_waits, life_waits, move_waits
        from kring.web.meetings.ears import at_closing
        from kring.web.people import belongings, claims

        declare_fields()
        show_on_circle(Place.WAITING, 0, "circles/_end_waits.html", end_waits)
        show_on_circle(Place.WAITING, 0, "circles/_move_waits.html", move_waits)
        show_on_circle(Place.WAITING, 1, "circles/_life_waits.html", life_waits)
        at_closing(take_attendance)
        claims.at_confirming(take_chairs)
        belongings.holds("circles", held_of)
        belongings.parts("circles", leave_all)
