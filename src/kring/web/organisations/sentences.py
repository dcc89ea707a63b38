"""How the trail reads, for what concerns an organisation as a whole."""

from django.utils.translation import gettext_lazy as _

from kring.web.organisations import traces


def say_all() -> None:
    """Once, when the site starts."""
    traces.say("looked-at-organisers", _("%(name)s looked at who organises."), look=True)
    traces.say("looked-at-trail", _("%(name)s looked at the trail."), look=True)
    traces.say("appointed-organiser", _("%(name)s named one more organiser."))
    traces.say("dismissed-organiser", _("%(name)s took the role of organiser away from somebody."))
    traces.say("opened-requests", _("%(name)s opened the page for getting in touch."))
    traces.say("shut-requests", _("%(name)s shut the page for getting in touch."))
