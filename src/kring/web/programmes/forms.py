"""What comes in at the pages of intake and programmes: plain forms, read by the server."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.core.methods.method import Text
from kring.core.programmes.templates import Template, template_of
from kring.core.rhythm.shapes import load_shapes
from kring.web.organisations.models import NAME_LENGTH
from kring.web.programmes.actions import NewProgramme, Proposed
from kring.web.programmes.models import TEXT_LENGTH
from kring.web.ui.templatetags.kring import said

MOST_PEOPLE = 100_000
LEAST_MINUTES = 90  # product rule 6
_LABEL, _MISSING = _("E-mail address"), _("Fill in an address.")


class Line(forms.CharField):
    """A line of text; a missing one is asked for in a sentence."""

    def __init__(
        self, label: Any, *, missing: Any = "", most: int = 80, autocomplete: str = "off", **more: Any
    ) -> None:
        super().__init__(label=label, max_length=most, required=bool(missing), **more)
        self.error_messages["required"] = missing
        self.widget.attrs["autocomplete"] = autocomplete

    def clean(self, value: Any) -> str:
        """On one line, without signs that can't be seen: some of these stand in the subject of a mail."""
        return "".join(letter for letter in " ".join(super().clean(value).split()) if letter.isprintable())


class Words(forms.CharField):
    """A few sentences."""

    def __init__(self, label: Any, *, missing: Any = "", rows: int = 3, **more: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, max_length=TEXT_LENGTH, required=bool(missing), widget=widget, **more)
        self.error_messages["required"] = missing
        self.error_messages["max_length"] = _("That is too long. Say it in some six hundred words.")


class Mail(forms.EmailField):
    """An address."""

    def __init__(self, label: Any = _LABEL, *, missing: Any = _MISSING, **more: Any) -> None:
        super().__init__(label=label, max_length=254, required=bool(missing), **more)
        self.error_messages["required"] = missing
        self.error_messages["invalid"] = _("That isn't a whole address. It looks like name@example.org.")
        self.widget.attrs["autocomplete"] = "email"

    def clean(self, value: Any) -> str:
        """In lower case: that is how roles are found."""
        return str(super().clean(value)).strip().lower()


class ContactForm(forms.Form):
    """Somebody gets in touch."""

    what_for = Words(
        _("What would you like peer consultation for?"),
        missing=_("Say in a few words what you would like it for."),
        help_text=_("What keeps people busy, and what should become better by it."),
    )
    whom = Words(
        _("For whom?"),
        rows=2,
        help_text=_("The work or the roles, such as 'new team leaders'. May stay empty."),
    )
    how_many = forms.IntegerField(
        label=_("About how many people?"), min_value=1, max_value=MOST_PEOPLE, required=False
    )
    since_when = Words(
        _("Since when does this keep you busy, and what was done already?"),
        rows=2,
        help_text=_("May stay empty."),
    )
    wishes = Words(
        _("Wishes"), rows=2, help_text=_("When, where, with or without a facilitator. May stay empty.")
    )
    name = Line(_("Your name"), missing=_("Fill in your name."), autocomplete="name")
    mail = Mail(_("Your e-mail address"), missing=_("Fill in your address."))
    from_organisation = Line(
        _("Your organisation"),
        most=NAME_LENGTH,
        autocomplete="organization",
        help_text=_("Leave this empty if you ask for yourself."),
    )


class MessageForm(forms.Form):
    """A message on an enquiry."""

    text = Words(_("Your message"), missing=_("Write something first."), rows=4)


class RoleForm(forms.Form):
    """Somebody who gets a role."""

    mail = Mail()
    name = Line(_("Name"), help_text=_("May stay empty."))


class ProposalForm(forms.Form):
    """What a programme is to be."""

    shape = Words(
        _("Shape"), missing=_("Say what it looks like: how many meetings, how long, in which form.")
    )
    dates = Words(
        _("Dates"), rows=2, help_text=_("When it begins, on which days, until when. May come later.")
    )
    goals = Words(_("Goals"), missing=_("Say what people should get out of it."))
    guidance = Words(_("Guidance"))
    price = Words(_("Price"), rows=2, help_text=_("As you agree it with each other. May stay empty."))
    evaluation = Words(_("Evaluation"))

    def proposed(self) -> Proposed:
        """As the deeds take it."""
        return Proposed(**{name: self.cleaned_data[name] for name in Proposed.__slots__})


class ProgrammeForm(ProposalForm):
    """A programme and its proposal: what circles begin with, and the words."""

    name = Line(_("Name of the programme"), missing=_("Give the programme a name."))
    field_of_work = Line(
        _("For which work?"), help_text=_("The work or the role that people share. May stay empty.")
    )
    begins_on = forms.DateField(
        label=_("Begins on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("May come later."),
    )
    meetings = forms.IntegerField(label=_("Meetings for each circle"), min_value=1, max_value=26)
    weeks_between = forms.IntegerField(label=_("Weeks between two meetings"), min_value=1, max_value=13)
    minutes = forms.IntegerField(label=_("Minutes for a meeting"), min_value=LEAST_MINUTES, max_value=480)
    guided = forms.TypedChoiceField(
        label=_("Who leads?"),
        choices=[("yes", _("A facilitator from outside")), ("no", _("The participants by turns"))],
        coerce=lambda value: value == "yes",
    )

    def __init__(self, *args: Any, template: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._template = template
        self.fields["minutes"].error_messages["min_value"] = _("A meeting takes at least an hour and a half.")

    def new(self) -> NewProgramme:
        """As the deeds take it; the rhythm is the template's where its weeks still fit."""
        given = self.cleaned_data
        template = template_of(self._template)
        shape = next((shape for shape in load_shapes() if template and shape.id == template.rhythm), None)
        fits = shape is not None and shape.weeks.least <= given["weeks_between"] <= shape.weeks.most
        return NewProgramme(
            template=self._template,
            rhythm=shape.id if shape and fits else "own",
            **{
                name: given[name]
                for name in (
                    "name",
                    "field_of_work",
                    "begins_on",
                    "weeks_between",
                    "minutes",
                    "meetings",
                    "guided",
                )
            },
        )


class NewProgrammeForm(ProgrammeForm):
    """The same out of a template, and for whom."""

    client_mail = Mail(
        _("Address of the client"),
        missing="",
        help_text=_(
            "Who agrees to the proposal gets it by mail. Leave it empty where people enrol by themselves."
        ),
    )
    client_name = Line(_("Name of the client"))

    def client(self) -> tuple[str, str] | None:
        """Address and name of the client, if there is one."""
        mail = self.cleaned_data["client_mail"]
        return (mail, self.cleaned_data["client_name"]) if mail else None


def first_words(template: Template) -> dict[str, object]:
    """What the form begins with, in the language of the page."""
    words: dict[str, Text] = {
        "shape": template.words.shape,
        "goals": template.words.goals,
        "guidance": template.words.guidance,
        "evaluation": template.words.evaluation,
    }
    return {
        **{name: said(text) for name, text in words.items()},
        "meetings": template.meetings,
        "weeks_between": template.weeks,
        "minutes": template.minutes,
        "guided": "yes" if template.guided else "no",
    }
