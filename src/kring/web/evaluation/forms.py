"""What comes in at the organiser's pages of an evaluation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.core.evaluation.questionnaire import Questionnaire
from kring.web.programmes.models import TEXT_LENGTH


class OpenForm(forms.Form):
    """What to ask, and until when."""

    questionnaire = forms.CharField(error_messages={"required": _("Choose what to ask.")})
    until = forms.DateField(
        label=_("Until and including"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a date."), "invalid": _("Choose a date.")},
    )

    def __init__(self, data: Any = None, *, to_ask: tuple[Questionnaire, ...]) -> None:
        super().__init__(data)
        self.to_ask = to_ask

    @property
    def chosen(self) -> str:
        """What is marked: what was, or what comes first."""
        given = self.data.get("questionnaire") if self.is_bound else None
        return str(given or next((one.id for one in self.to_ask), ""))


class AdviceForm(forms.Form):
    """What the organiser advises."""

    advice = forms.CharField(
        label=_("Your advice for going on"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "How could it go on: with these circles, with a new season, with something else? Name nobody."
        ),
        error_messages={"required": _("Write what you advise: the figures alone say little.")},
    )
