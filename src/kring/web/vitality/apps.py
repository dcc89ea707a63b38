"""How alive a circle is, as a Django application."""

from django.apps import AppConfig


class VitalityConfig(AppConfig):
    """Courses of meetings, ratings, signals and the self-check."""

    name = "kring.web.vitality"

    def ready(self) -> None:
        """Say what may be kept sealed, what is held of somebody, and what stands on the circle's pages."""
        from kring.web.circles.parts import Place, show_on_circle, show_on_meeting
        from kring.web.people import belongings
        from kring.web.vitality.fields import declare_fields
        from kring.web.vitality.queries import checks, shown

        declare_fields()
        belongings.holds("vitality", checks.held_of)
        show_on_circle(Place.WAITING, 40, "vitality/_rate.html", shown.meeting_to_rate)
        show_on_circle(Place.WAITING, 60, "vitality/_check_waits.html", shown.self_check)
        show_on_circle(Place.WAITING, 80, "vitality/_look.html", shown.something_to_look_at)
        show_on_circle(Place.TOGETHER, 60, "vitality/_on_circle.html", shown.about_vitality)
        show_on_meeting(20, "vitality/_rating.html", shown.rating_of_meeting)
