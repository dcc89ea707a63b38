"""Forming, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _, ngettext_lazy


class FormingConfig(AppConfig):
    """From people to circles."""

    name = "kring.web.forming"

    def ready(self) -> None:
        """Say how the trail reads, which page and circles a programme has, and which mail goes."""
        from kring.web.circles import reminding
        from kring.web.enrolment.parts import at_going, show_to_participant
        from kring.web.forming import parts
        from kring.web.forming.actions.publishing import give_up_chairs
        from kring.web.forming.mailing import tell_placed
        from kring.web.organisations import traces
        from kring.web.programmes.parts import circles_are, show_on_programme, show_way

        at_going(give_up_chairs)
        show_to_participant(10, "forming/_mine.html", parts.mine)
        show_way(30, "forming", _("Circles"))
        show_on_programme(5, "forming/_on_programme.html", parts.next_step)
        circles_are(parts.published_in)
        reminding.remind_also(tell_placed)
        traces.say("looked-at-forming", _("%(name)s looked at who is to sit with whom."), look=True)
        traces.say("took-circles-along", _("%(name)s downloaded who is to sit with whom."), look=True)
        traces.say("chose-rules", _("%(name)s chose by which rules circles are formed."))
        traces.say("formed-circles", _("%(name)s had circles formed."))
        traces.say("went-back-to-circles", _("%(name)s went back to circles of before."))
        traces.say("changed-circles", _("%(name)s changed circles by hand."))
        traces.say(
            "published-circles",
            ngettext_lazy(
                "%(name)s published %(count)s circle.", "%(name)s published %(count)s circles.", "count"
            ),
        )
        traces.say("took-circle-back", _("%(name)s took a published circle back."))
