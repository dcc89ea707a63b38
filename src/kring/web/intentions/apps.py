"""Intentions, as a Django application."""

from django.apps import AppConfig


class IntentionsConfig(AppConfig):
    """Intentions of the members of a circle; what they say is sealed."""

    name = "kring.web.intentions"

    def ready(self) -> None:
        """Say what may be kept sealed, what stands on the circle's page, and which mail goes."""
        from kring.web.circles import ears, parts, reminding
        from kring.web.circles.parts import Place
        from kring.web.intentions.actions import drop_all
        from kring.web.intentions.fields import declare_fields
        from kring.web.intentions.queries import about_intentions, held_of
        from kring.web.intentions.reminding import look_back_today
        from kring.web.people import belongings

        declare_fields()
        parts.show_on_circle(Place.WAITING, 40, "intentions/_waiting.html", about_intentions)
        parts.show_on_circle(Place.MINE, 20, "intentions/_on_circle.html", about_intentions)
        ears.at_going(drop_all)
        reminding.remind_also(look_back_today)
        belongings.holds("intentions", held_of)
