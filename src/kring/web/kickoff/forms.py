"""What comes in at the pages of a kick-off."""

from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.core.rhythm.series import starts_at
from kring.web.kickoff import queries
from kring.web.kickoff.actions import When
from kring.web.kickoff.models import PLACE_LENGTH, ZONE, KickOff


class PlanForm(forms.Form):
    """When and where."""

    on = forms.DateField(
        label=_("Date"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a date."), "invalid": _("Choose a date.")},
    )
    at = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Choose a time."), "invalid": _("Choose a time.")},
    )
    minutes = forms.IntegerField(label=_("Minutes"), error_messages={"required": _("How long does it take?")})
    place = forms.CharField(
        label=_("Where?"),
        max_length=PLACE_LENGTH,
        help_text=_("A hall, or the link to a video room."),
        error_messages={"required": _("Say where people come together.")},
    )

    zone = forms.CharField(max_length=40, required=False)

    def __init__(self, data: Any = None, *, kick_off: KickOff | None) -> None:
        super().__init__(data, initial=initial_of(kick_off))
        least, most = queries.bounds()
        field = self.fields["minutes"]
        assert isinstance(field, forms.IntegerField)
        field.widget.attrs.update({"min": least, "max": most, "inputmode": "numeric"})
        field.help_text = _("Between %(least)s and %(most)s.") % {"least": least, "most": most}
        self._least, self._most = least, most
        self._zone = ZONE if kick_off is None else kick_off.zone

    def clean_minutes(self) -> int:
        """As long as the programme of the gathering can take."""
        minutes: int = self.cleaned_data["minutes"]
        if not self._least <= minutes <= self._most:
            told = {"least": self._least, "most": self._most}
            raise forms.ValidationError(_("Choose between %(least)s and %(most)s minutes."), params=told)
        return minutes

    def clean_zone(self) -> str:
        """A zone that there is: that of the browser, or else the one it had."""
        zone: str = self.cleaned_data["zone"]
        return zone if zone in available_timezones() else self._zone

    def when(self) -> When:
        """As the deed takes it."""
        given = self.cleaned_data
        return When(
            starts_at=starts_at(given["on"], given["at"], given["zone"]),
            zone=given["zone"],
            minutes=given["minutes"],
            place=given["place"],
        )


def initial_of(kick_off: KickOff | None) -> dict[str, object]:
    """What the form begins with."""
    if kick_off is None:
        return {"minutes": 90}
    at = kick_off.starts_at.astimezone(ZoneInfo(kick_off.zone))
    return {
        "on": at.date(),
        "at": at.time(),
        "zone": kick_off.zone,
        "minutes": kick_off.minutes,
        "place": kick_off.place,
    }
