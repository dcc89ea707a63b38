"""Learning goals and reflections, as a Django application."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Learning goals, feedback on them, and reflections after a meeting."""

    name = "kring.web.learning"

    def ready(self) -> None:
        """Say what may be kept sealed, and what the pages of a circle show of it."""
        from kring.web.circles.parts import Place, show_on_circle, show_on_meeting
        from kring.web.learning import queries
        from kring.web.learning.fields import declare_fields

        declare_fields()
        show_on_circle(Place.WAITING, 40, "learning/_write_goals.html", queries.goals_to_write)
        show_on_circle(Place.WAITING, 60, "learning/_look_back.html", queries.meeting_to_look_back_on)
        show_on_circle(Place.MINE, 10, "learning/_goals_of_mine.html", queries.goals_of_mine)
        show_on_meeting(20, "learning/_seen.html", queries.about_goals)
        show_on_meeting(30, "learning/_reflection.html", queries.about_reflection)
