"""Turns and the path, as a Django application."""

from django.apps import AppConfig


class RhythmConfig(AppConfig):
    """Who leads and who chooses the method, by turns; and the way to guiding oneself."""

    name = "kring.web.rhythm"

    def ready(self) -> None:
        """Say what stands on the circle's page and in its mails, and hear when a meeting is over."""
        from kring.web.circles import preparing
        from kring.web.circles.parts import Place, show_on_circle
        from kring.web.meetings.ears import at_closing
        from kring.web.people import belongings
        from kring.web.rhythm import on_circle
        from kring.web.rhythm.actions.noting import note_what_was_done
        from kring.web.rhythm.actions.turns import settle_what_is_told
        from kring.web.rhythm.queries.own import held_of

        show_on_circle(Place.WAITING, 30, "rhythm/_waiting_request.html", on_circle.about_requests)
        show_on_circle(Place.WAITING, 60, "rhythm/_waiting_step.html", on_circle.about_step_to_tick)
        show_on_circle(Place.NEXT, 10, "rhythm/_next_turns.html", on_circle.about_next_meeting)
        show_on_circle(Place.TOGETHER, 30, "rhythm/_path.html", on_circle.about_path)
        preparing.before_mail(settle_what_is_told)
        preparing.say_in_mail(10, on_circle.lines_of_mail)
        preparing.choose_method(on_circle.method_chosen_for)
        at_closing(note_what_was_done)
        belongings.holds("rhythm", held_of)
