"""What comes in at the pages of intake and programmes: plain forms, read by the server."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy as _

from kring.core.methods.method import Text
from kring.core.programmes.templates import Template, template_of
from kring.core.rhythm.shapes import load_shapes
from kring.web.organisations.models import NAME_LENGTH
from kring.web.programmes.actions import NewProgramme, Proposed
from kring.web.programmes.models import TEXT_LENGTH

MOST_PEOPLE = 100_000
MOST_YEARS_AWAY = 5  # a programme takes two years at most, and may be seasons in a row
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


class Day(forms.DateField):
    """A day, or none yet."""

    def __init__(self, label: Any, **more: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(label=label, required=False, widget=widget, **more)
        self.error_messages["invalid"] = _("That isn't a day. It looks like 2027-03-15.")


def day_about_now(day: date | None) -> date | None:
    """
    The day itself.

    Raises:
        ValidationError: so far from now that it must be a slip.
    """
    if day is not None and abs(day.year - timezone.localdate().year) > MOST_YEARS_AWAY:
        raise forms.ValidationError(_("Look at the year once more."))
    return day


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
    language = forms.TypedChoiceField(
        label=_("In which language?"),
        choices=settings.LANGUAGES,
        required=False,
        empty_value=settings.LANGUAGE_CODE,
        help_text=_("Of the proposal, and of mail to people who have no account yet."),
    )
    begins_on = Day(_("Begins on"), help_text=_("May come later."))
    ends_on = Day(_("Ends on"), help_text=_("May stay empty: the number of meetings says enough."))
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

    def clean_begins_on(self) -> date | None:
        """Not in another century: that is a slip."""
        return day_about_now(self.cleaned_data["begins_on"])

    def clean_ends_on(self) -> date | None:
        """The same."""
        return day_about_now(self.cleaned_data["ends_on"])

    def clean(self) -> dict[str, Any]:
        """Whether the meetings fit between begin and end."""
        given = super().clean() or self.cleaned_data
        begins, ends = given.get("begins_on"), given.get("ends_on")
        if begins and ends and ends <= begins:
            self.add_error("ends_on", _("It would end before it begins. Choose a later day."))
        elif begins and ends and "meetings" in given and "weeks_between" in given:
            last = begins + timedelta(weeks=given["weeks_between"] * (given["meetings"] - 1))
            if ends < last:
                say = gettext(
                    "The meetings don't fit: the last one would be about %(day)s. Choose a later day, fewer meetings, or fewer weeks between."
                )
                self.add_error("ends_on", say % {"day": date_format(last, "j F Y")})
        return given

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
                    "language",
                    "begins_on",
                    "ends_on",
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


def first_words(template: Template, language: str) -> dict[str, object]:
    """What the form begins with."""
    return {
        **{name: in_language(text, language) for name, text in words_of(template).items()},
        "language": language,
        "meetings": template.meetings,
        "weeks_between": template.weeks,
        "minutes": template.minutes,
        "guided": "yes" if template.guided else "no",
    }


def words_anew(template: Template, written: Mapping[str, str]) -> dict[str, str]:
    """What somebody wrote, and the template's own words in the language that they chose; nothing of theirs is lost."""
    language = written.get("language", settings.LANGUAGE_CODE)
    anew = dict(written)
    for name, text in words_of(template).items():
        as_written = " ".join(written.get(name, "").split())
        if as_written in {"", text.nl, text.en}:
            anew[name] = in_language(text, language)
    return anew


def words_of(template: Template) -> dict[str, Text]:
    """By the field of the form that they begin."""
    words = template.words
    return {
        "shape": words.shape,
        "goals": words.goals,
        "guidance": words.guidance,
        "evaluation": words.evaluation,
    }


def in_language(text: Text, language: str) -> str:
    """Whatever the language of the page is."""
    return text.en if language == "en" else text.nl
