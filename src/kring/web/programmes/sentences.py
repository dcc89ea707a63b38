"""How the trail reads, for what concerns enquiries and programmes."""

from django.utils.translation import gettext_lazy as _

from kring.web.organisations import traces


def say_all() -> None:
    """Once, when the site starts."""
    traces.say(
        "looked-at-organisation", _("%(name)s looked at what is asked and at the programmes."), look=True
    )
    traces.say("looked-at-enquiry", _("%(name)s read a question that came in."), look=True)
    traces.say("answered-enquiry", _("%(name)s answered a question that came in."))
    traces.say("closed-enquiry", _("%(name)s closed a question that came in."))
    traces.say("threw-enquiry-away", _("%(name)s threw a question that came in away."))
    traces.say("looked-at-making", _("%(name)s looked at the page for a new programme."), look=True)
    traces.say("looked-at-programme", _("%(name)s looked at the counts of the programme."), look=True)
    traces.say("looked-at-agreed", _("%(name)s looked at the proposal and what was said to it."), look=True)
    traces.say("looked-at-trail-of-programme", _("%(name)s looked at the trail of the programme."), look=True)
    traces.say("looked-as-client", _("%(name)s looked at the client's page."), look=True)
    traces.say("made-proposal", _("%(name)s made proposal %(number)s."))
    traces.say("agreed", _("%(name)s agreed to proposal %(number)s, for the client."))
    traces.say("amended", _("%(name)s would have proposal %(number)s otherwise, for the client."))
    traces.say("named-client", _("%(name)s named somebody who speaks for the client."))
    traces.say("dismissed-client", _("%(name)s took the role of client away from somebody."))
    traces.say("began-enrolment", _("%(name)s began the enrolment."))
    traces.say("ended-programme", _("%(name)s ended the programme."))
    traces.say("opened-programme-again", _("%(name)s opened the programme again."))
