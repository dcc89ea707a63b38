"""Cases, as a Django application."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Writing a case, offering it, and the circle's stock."""

    name = "kring.web.cases"

    def ready(self) -> None:
        """Say what may be kept sealed, and what stands on the pages of a circle and of its meetings."""
        from kring.web.cases.fields import declare_fields
        from kring.web.cases.queries import lying_ready, turn_of, unmarked_after
        from kring.web.circles.parts import Place, show_on_circle, show_on_meeting

        declare_fields()
        show_on_circle(Place.NEXT, 10, "cases/_on_circle.html", lying_ready)
        show_on_circle(Place.WAITING, 10, "cases/_waiting.html", turn_of)
        show_on_meeting(10, "cases/_on_meeting.html", unmarked_after)
