"""`{{ role|role_name }}`, `{{ presence.attendance|attendance_name }}`, `{{ held.method|method_name }}`."""

from django import template
from django.utils.translation import gettext as _

from kring.core.circles.attendance import Attendance
from kring.core.growth.load import load_own_blocks
from kring.core.methods.skeleton import OWN
from kring.web.circles.models import Role
from kring.web.methods.queries import method_by_id
from kring.web.people.models import Person
from kring.web.ui.templatetags.kring import said

register = template.Library()


@register.simple_tag
def somebody(person: Person | None) -> str:
    """The name of whoever did something; who has left for good has none any more."""
    return _("somebody who has left") if person is None else person.name


@register.filter
def role_name(role: str) -> str:
    """As whom somebody is in a circle."""
    names = {Role.MEMBER: _("member"), Role.FACILITATOR: _("facilitator"), Role.COACH: _("coach")}
    return names[Role(role)]


@register.filter
def attendance_name(attendance: str) -> str:
    """What became of a promise to be there."""
    names = {
        Attendance.PRESENT: _("was there"),
        Attendance.EXCUSED: _("excused"),
        Attendance.LATE_CANCEL: _("cancelled late"),
        Attendance.ABSENT: _("was missed"),
    }
    return names[Attendance(attendance)]


@register.filter
def method_name(method: str) -> str:
    """
    The name of a method, or of what else a meeting was for; its id where this version no longer has it. Of one of
    their own the server knows none.
    """
    if method == OWN:
        return _("a method of your own")
    found = method_by_id(method) or load_own_blocks().get(method)
    return method if found is None else said(found.name)
