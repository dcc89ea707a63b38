"""Evaluations, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    """How a programme is for who takes part, as sums alone."""

    name = "kring.web.evaluation"

    def ready(self) -> None:
        """Say how the trail reads, what other pages show of it, which mail goes, and hear of who leaves."""
        from kring.web.circles import reminding
        from kring.web.enrolment.parts import at_going, show_to_participant
        from kring.web.evaluation import parts
        from kring.web.evaluation.actions import close_due, forget_going
        from kring.web.evaluation.mailing import write_to_asked
        from kring.web.evaluation.queries import held_of
        from kring.web.organisations import traces
        from kring.web.people import belongings
        from kring.web.programmes.parts import show_on_programme, show_to_client, show_way

        show_way(50, "evaluation", _("Evaluation"), parts.is_time)
        show_on_programme(60, "evaluation/_on_programme.html", parts.on_programme)
        show_to_client(50, "evaluation/_for_client.html", parts.for_client)
        show_to_participant(20, "evaluation/_mine.html", parts.mine)
        at_going(forget_going)
        belongings.holds("evaluation", held_of)
        reminding.remind_also(write_to_asked)
        reminding.forget_also(close_due)
        traces.say("looked-at-evaluation", _("%(name)s looked at how far the evaluation is."), look=True)
        traces.say("looked-at-outcome", _("%(name)s looked at what came out of an evaluation."), look=True)
        traces.say("opened-evaluation", _("%(name)s opened an evaluation."))
        traces.say("closed-evaluation", _("%(name)s closed the evaluation before its last day."))
        traces.say("published-evaluation", _("%(name)s published what came out of an evaluation."))
        traces.say("changed-advice", _("%(name)s changed the advice of an evaluation."))
