"""What comes in at a circle's pages: JSON where keys or sealed texts come along, plain forms for the rest."""

from typing import Annotated, Any
from uuid import UUID
from zoneinfo import available_timezones

import msgspec
from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from kring.core.circles.confidence import Deed
from kring.core.meetings.parts import Agenda
from kring.core.meetings.plan import Pace
from kring.core.rhythm.shapes import load_shapes
from kring.web.circles.actions.starting import Agreed
from kring.web.circles.models import NAME_LENGTH, PLACE_LENGTH
from kring.web.meetings.first_keys import NewGroup
from kring.web.meetings.own_methods import OwnWithWords
from kring.web.ui.refusal import Refused
from kring.web.vault.shapes import Key, NewBox, SealedKey
from kring.web.vault.statements import Member, Signed

LEAST_MINUTES = 90  # product rule 6
ShortText = Annotated[str, msgspec.Meta(max_length=NAME_LENGTH)]


class NewCircle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A circle and the first keys of its group, made in the browser."""

    circle: UUID
    agreed: dict[str, str]
    statement: Signed
    grant: SealedKey
    box: NewBox


class FirstKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first keys of a circle that was put together, made in the browser of whoever begins."""

    statement: Signed
    grant: SealedKey
    box: NewBox


class AtDoor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody comes to take their place."""

    member: Member


class Moving(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which circle somebody is to come along, and the link, sealed in that circle."""

    circle: UUID
    person: UUID
    link: str


class NewInvitation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody is asked in; `text` is the sealed secret."""

    invitation: UUID
    text: str
    replaces: UUID | None = None
    moves: Moving | None = None


class Acceptance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody accepts."""

    member: Member
    mac: Key


class NewRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Other ground rules."""

    version: UUID
    number: Annotated[int, msgspec.Meta(ge=1)]
    text: str


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that stands here, to take away."""

    item: UUID
    field: Annotated[str, msgspec.Meta(max_length=40)]


class NewSealed(Written, frozen=True, forbid_unknown_fields=True):
    """A text to keep."""

    rev: Annotated[int, msgspec.Meta(ge=1)]
    text: str


class NewRoom(NewGroup, frozen=True, forbid_unknown_fields=True):
    """A meeting of the circle, and its link sealed."""

    date: UUID | None
    agenda: Agenda
    pace: Pace
    link: str
    own: OwnWithWords | None = None


class EarlierMeeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The record of the meeting out of which the circle came, sealed for it."""

    meeting: UUID
    method: str
    minutes: Annotated[int, msgspec.Meta(ge=1, le=480)]
    text: str


class AgreedForm(forms.Form):
    """What is agreed about a circle in the open."""

    name = forms.CharField(max_length=NAME_LENGTH)
    field_of_work = forms.CharField(max_length=NAME_LENGTH, required=False)
    rhythm = forms.ChoiceField(choices=[(shape.id, shape.id) for shape in load_shapes()])
    weeks_between = forms.IntegerField(min_value=1, max_value=13, required=False)
    minutes = forms.IntegerField(min_value=LEAST_MINUTES, max_value=480)
    place = forms.CharField(max_length=PLACE_LENGTH, required=False)
    zone = forms.CharField(max_length=40, required=False)
    guided = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")], coerce=lambda value: value == "yes"
    )
    agreed_until = forms.DateField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].error_messages["required"] = _("Give the circle a name; it may change later.")
        self.fields["minutes"].error_messages["min_value"] = _("A meeting takes at least an hour and a half.")

    def clean_zone(self) -> str:
        """A zone that there is."""
        zone: str = self.cleaned_data["zone"]
        return zone if zone in available_timezones() else "Europe/Amsterdam"

    def agreed(self) -> Agreed:
        """As the deeds take it; the weeks follow from the rhythm where that fixes them."""
        given = self.cleaned_data
        shape = next(shape for shape in load_shapes() if shape.id == given["rhythm"])
        own = given["rhythm"] == "own" and given["weeks_between"]
        return Agreed(**{**given, "weeks_between": given["weeks_between"] if own else shape.weeks.usual})


def agreed_of(given: dict[str, str]) -> Agreed:
    """
    The same out of JSON.

    Raises:
        Refused: with the first sentence that says what to mend.
    """
    form = AgreedForm(given)
    if not form.is_valid():
        raise Refused(422, "malformed", str(next(iter(form.errors.values()))[0]))
    return form.agreed()


class StepForm(forms.Form):
    """A step when confidence is broken, and which was the newest that the member saw."""

    deed = forms.ChoiceField(choices=[(deed.value, deed.value) for deed in Deed])
    seen = forms.IntegerField(min_value=0)

    def step(self) -> Deed:
        """As the deeds take it."""
        return Deed(self.cleaned_data["deed"])


class RenewalForm(forms.Form):
    """A new agreement."""

    until = forms.DateField(
        error_messages={
            "required": gettext_lazy("Choose until when you agree."),
            "invalid": gettext_lazy("Choose until when you agree."),
        }
    )


class SeriesForm(forms.Form):
    """A series of dates."""

    first = forms.DateField(error_messages={"required": gettext_lazy("Choose the first date.")})
    at = forms.TimeField(error_messages={"required": gettext_lazy("At what time do you begin?")})
    meetings = forms.IntegerField(min_value=1, max_value=26)


class DateForm(forms.Form):
    """One date."""

    on = forms.DateField()
    at = forms.TimeField()
    minutes = forms.IntegerField(min_value=LEAST_MINUTES, max_value=480)
    place = forms.CharField(max_length=PLACE_LENGTH, required=False)
