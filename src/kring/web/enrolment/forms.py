"""What comes in: facts of somebody, by an organiser's hand or their own; a search; the columns of a table."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID
from zlib import crc32

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, gettext_lazy as _

from kring.core.circles.columns import MOST_YEARS, many
from kring.core.circles.enrolling.entry import LONGEST, MOST_GOALS
from kring.core.circles.enrolling.slots import DAYS, PARTS, SLOTS, in_order
from kring.core.growth.naming import goal_named
from kring.web.enrolment.actions.own import Told
from kring.web.enrolment.models import Participant, Said
from kring.web.enrolment.queries.own import manager_of, named_by
from kring.web.enrolment.telling import GOALS, LANGUAGES, goal_name
from kring.web.organisations.models import Organisation

MOST_NAMED = 10
MOST_CIRCLES = 20  # that one person leads
# Columns of a row that stand in the form as they are.
PLAIN = (
    *("name", "profession", "function", "seniority", "organisation_name", "team", "region", "online"),
    "wishes",
)
PART_NAMES = (_("Morning"), _("Afternoon"), _("Evening"))


class FactsForm(forms.Form):
    """What forming wants to know of somebody."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST["name"])
    profession = forms.CharField(label=_("Profession"), max_length=LONGEST["profession"])
    function = forms.CharField(label=_("Function"), max_length=LONGEST["function"], required=False)
    seniority = forms.IntegerField(
        label=_("Years of experience"), min_value=0, max_value=MOST_YEARS, required=False
    )
    organisation_name = forms.CharField(
        label=_("Organisation"), max_length=LONGEST["organisation"], required=False
    )
    team = forms.CharField(label=_("Team"), max_length=LONGEST["team"], required=False)
    region = forms.CharField(label=_("Region"), max_length=LONGEST["region"], required=False)
    online = forms.BooleanField(label=_("Can be online"), required=False)
    languages = forms.MultipleChoiceField(choices=list(LANGUAGES.items()), required=False)
    other_languages = forms.CharField(label=_("Other languages"), max_length=80, required=False)
    slots = forms.MultipleChoiceField(choices=[(slot, slot) for slot in SLOTS], required=False)
    goals = forms.MultipleChoiceField(choices=[(goal.value, goal.value) for goal in GOALS], required=False)
    other_goals = forms.CharField(label=_("In your own words"), max_length=300, required=False)
    wishes = forms.CharField(
        label=_("Wishes"), max_length=LONGEST["wishes"], required=False, widget=forms.Textarea({"rows": 3})
    )
    manager = forms.CharField(label=_("Reports to"), max_length=LONGEST["manager"], required=False)

    def __init__(self, data: Any = None, *, of: Participant | None = None, initial: Any = None) -> None:
        """Empty, or with what is known of somebody."""
        super().__init__(data, initial={**(facts_of(of) if of else {"online": True}), **(initial or {})})
        self.fields["name"].error_messages["required"] = gettext(
            "Fill in a name, so that the others know who you are."
        )
        self.fields["profession"].error_messages["required"] = gettext(
            "Fill in a profession: circles are made of people of one profession."
        )
        self.fields["name"].widget.attrs["autocomplete"] = "name"

    def clean_name(self) -> str:
        """On one line, without signs that can't be seen."""
        name = " ".join(self.cleaned_data["name"].split())
        if not name.isprintable():
            raise forms.ValidationError(
                gettext("There is a sign in that name that can't be shown. Type it anew.")
            )
        return name

    def clean_other_goals(self) -> str:
        """Five together, each a few words."""
        own: str = self.cleaned_data["other_goals"]
        if len(many(own)) + len(self.cleaned_data.get("goals", ())) > MOST_GOALS:
            say = gettext("Choose at most %(most)s together: the ones that matter most now.")
            raise forms.ValidationError(say % {"most": MOST_GOALS})
        return own

    def facts(self) -> dict[str, Any]:  # Any: columns of a row
        """As columns of a participant."""
        given = self.cleaned_data
        return {
            **{field: given[field] for field in PLAIN},
            "languages": [*given["languages"], *many(given["other_languages"].casefold())],
            "slots": list(in_order(given["slots"])),
            "goals": list(
                dict.fromkeys(
                    (*given["goals"], *(goal_named(own) or own for own in many(given["other_goals"])))
                )
            ),
        }

    def state(self) -> str:
        """Changes once what is known changes: what a browser kept half-written belongs to the state before."""
        return f"{crc32(repr(sorted(self.initial.items())).encode()):x}"

    # what the template draws ------------------------------------------------------------------------

    def _chosen(self, field: str) -> set[str]:
        return set(self[field].value() or ())

    def week(self) -> Iterator[tuple[str, list[tuple[str, str, bool]]]]:
        """A row a day: its name, and for each part its slot, name and whether it is marked."""
        chosen = self._chosen("slots")
        for number, day in enumerate(DAYS):
            slots = [f"{day}-{part}" for part in PARTS]
            yield (
                str(WEEKDAYS[number]),
                [(slot, str(name), slot in chosen) for slot, name in zip(slots, PART_NAMES, strict=True)],
            )

    def part_names(self) -> tuple[str, ...]:
        """Over the columns of the week."""
        return tuple(map(str, PART_NAMES))

    def goal_choices(self) -> list[tuple[str, str, bool]]:
        """Goal, name, whether it is chosen."""
        chosen = self._chosen("goals")
        return [(goal.value, goal_name(goal.value), goal.value in chosen) for goal in GOALS]

    def language_choices(self) -> list[tuple[str, str, bool]]:
        """Code, name, whether it is spoken."""
        chosen = self._chosen("languages")
        return [(code, name, code in chosen) for code, name in LANGUAGES.items()]


class PersonForm(FactsForm):
    """Somebody, by an organiser's hand."""

    mail = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)
    capacity = forms.IntegerField(
        label=_("Leads how many circles?"), min_value=0, max_value=MOST_CIRCLES, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say = gettext("That isn't a whole address. It looks like name@example.org.")
        self.fields["mail"].error_messages["invalid"] = say

    def facts(self) -> dict[str, Any]:  # Any: columns of a row
        """With address and role."""
        capacity = self.cleaned_data["capacity"] or 0
        mail = self.cleaned_data["mail"].casefold()
        return {**super().facts(), "mail": mail, "capacity": capacity, "facilitates": capacity > 0}


class OwnForm(FactsForm):
    """Somebody, by themselves."""

    reports = forms.CharField(max_length=1_300, required=False, widget=forms.Textarea({"rows": 2}))
    not_with = forms.CharField(max_length=1_300, required=False, widget=forms.Textarea({"rows": 2}))
    may_pool = forms.MultipleChoiceField(required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        of: Participant | None = None,
        partners: list[tuple[Organisation, bool]] | None = None,
        initial: Any = None,
    ) -> None:
        """`partners`: the organisations about which they are asked, and what they said."""
        own = {
            "reports": "\n".join(named_by(of, Said.REPORTS)) if of else "",
            "not_with": "\n".join(named_by(of, Said.APART)) if of else "",
            "may_pool": [str(one.pk) for one, yes in partners or [] if yes],
        }
        super().__init__(data, of=of, initial={**own, **(initial or {})})
        self.partners = [(str(one.pk), one.name) for one, _yes in partners or []]
        pool = self.fields["may_pool"]
        assert isinstance(pool, forms.MultipleChoiceField)
        pool.choices = self.partners

    def clean_reports(self) -> list[str]:
        """A name or address a line."""
        return lines_of(self.cleaned_data["reports"])

    def clean_not_with(self) -> list[str]:
        """A name or address a line."""
        return lines_of(self.cleaned_data["not_with"])

    def partner_choices(self) -> list[tuple[str, str, bool]]:
        """Organisation, name, whether they said yes."""
        chosen = self._chosen("may_pool")
        return [(pk, name, pk in chosen) for pk, name in self.partners]

    def told(self) -> Told:
        """As the deeds take it."""
        given = self.cleaned_data
        return Told(
            self.facts(),
            manager=given["manager"],
            said={Said.REPORTS: given["reports"], Said.APART: given["not_with"]},
            may_pool=[UUID(one) for one in given["may_pool"]],
        )


def facts_of(row: Participant) -> dict[str, Any]:  # Any: initial values of a form
    """What is known of somebody, as the form shows it."""
    known = {goal.value for goal in GOALS}
    return {
        **{field: getattr(row, field) for field in (*PLAIN, "mail", "slots")},
        "languages": [code for code in row.languages if code in LANGUAGES],
        "other_languages": ", ".join(code for code in row.languages if code not in LANGUAGES),
        "goals": [goal for goal in row.goals if goal in known],
        "other_goals": ", ".join(goal for goal in row.goals if goal not in known),
        "capacity": row.capacity if row.facilitates else None,
        "manager": manager_of(row),
    }


def lines_of(text: str) -> list[str]:
    """Names or addresses, each once."""
    lines = dict.fromkeys(" ".join(line.split()) for line in text.splitlines())
    named = [line for line in lines if line]
    if len(named) > MOST_NAMED:
        say = gettext("Name at most %(most)s people. Are there more, tell your organiser.")
        raise forms.ValidationError(say % {"most": MOST_NAMED})
    if any(len(line) > LONGEST["manager"] for line in named):
        raise forms.ValidationError(gettext("Write one name or address on each line."))
    return named


class AddressForm(forms.Form):
    """Where the link to the form goes."""

    mail = forms.EmailField(label=_("E-mail address"), max_length=254)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mail"].error_messages["required"] = gettext("Fill in your address.")
        say = gettext("That isn't a whole address. It looks like name@example.org.")
        self.fields["mail"].error_messages["invalid"] = say
        self.fields["mail"].widget.attrs["autocomplete"] = "email"
