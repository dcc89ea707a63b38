"""What this room says: of a file that can't be read, of a row that must be mended, of fields, goals and assumptions."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext as _, gettext_lazy, ngettext

from kring.core.circles.enrolling.entry import MOST_GOALS, Fault, Mend
from kring.core.circles.tables import MOST_COLUMNS, MOST_ROWS, Problem
from kring.core.growth.capabilities import NAMES, Capability, Goal, Theme
from kring.web.enrolment.queries import Assumed

FIELDS: Mapping[str, Promise | str] = {
    "name": gettext_lazy("Name"),
    "first_name": gettext_lazy("First name"),
    "infix": gettext_lazy("Name prefix (van, de)"),
    "last_name": gettext_lazy("Last name"),
    "mail": gettext_lazy("E-mail address"),
    "id": gettext_lazy("Number or key"),
    "profession": gettext_lazy("Profession"),
    "function": gettext_lazy("Function"),
    "seniority": gettext_lazy("Years of experience"),
    "organisation": gettext_lazy("Organisation"),
    "team": gettext_lazy("Team"),
    "manager": gettext_lazy("Reports to"),
    "region": gettext_lazy("Region"),
    "online": gettext_lazy("Can be online"),
    "languages": gettext_lazy("Languages"),
    "slots": gettext_lazy("Available"),
    "goals": gettext_lazy("Learning goals"),
    "wishes": gettext_lazy("Wishes"),
    "past": gettext_lazy("Earlier circles"),
    "capacity": gettext_lazy("Leads circles"),
}
_MEND: Mapping[Mend, Promise | str] = {
    Mend.EMPTY: gettext_lazy("this is empty, and we can't do without. Fill it in."),
    Mend.NOT_AN_ADDRESS: gettext_lazy("“%(value)s” isn't an e-mail address. It looks like name@example.org."),
    Mend.TWICE: gettext_lazy("“%(value)s” stands in row %(other)s already. Take one of the two away."),
    Mend.TAKEN: gettext_lazy(
        "“%(value)s” is the address of %(other)s in this programme. Look which of the two is right."
    ),
    Mend.NOT_A_NUMBER: gettext_lazy("“%(value)s” isn't a whole number from 0 to 60."),
    Mend.NOT_YES_OR_NO: gettext_lazy("“%(value)s” is neither yes nor no. Write one of these."),
    Mend.NOT_A_TIME: gettext_lazy(
        "“%(value)s” isn't a part of the week. Write it like “tue evening” or “Wednesday morning”."
    ),
    Mend.TOO_LONG: gettext_lazy("this is too long. Make it shorter."),
    Mend.TOO_MANY: gettext_lazy("these are more than %(most)s. Choose the ones that matter most."),
    Mend.RING: gettext_lazy(
        "these people report to each other in a ring: %(other)s. Mend it at one of them."
    ),
}
GOALS: tuple[Goal, ...] = (*Capability, *Theme)
_GOALS = {goal.value: goal for goal in GOALS}
LANGUAGES = {"nl": "Nederlands", "en": "English", "de": "Deutsch", "fr": "Français"}


def told_problem(problem: Problem) -> str:
    """Why a file is no table that we can read, and what to do."""
    match problem:
        case Problem.TOO_LARGE:
            return _(
                "That file is too large: 8 MB at most. Take out the columns that aren't needed, or split the list."
            )
        case Problem.TOO_MANY_ROWS:
            say = _(
                "That list has more than %(most)s rows. Split it and take the parts in one after another."
            )
            return say % {"most": f"{MOST_ROWS:,}".replace(",", "." if get_language() == "nl" else ",")}
        case Problem.TOO_MANY_COLUMNS:
            say = _("That list has more than %(most)s columns. Take out what isn't needed.")
            return say % {"most": MOST_COLUMNS}
        case Problem.OLD_EXCEL:
            return _("That is a file of an old Excel (.xls). Open it, save it as .xlsx and choose that.")
        case Problem.EMPTY:
            return _(
                "There are no people in that file. The first row should hold headings, each next row a person."
            )
        case Problem.BROKEN:
            return _(
                "That isn't a table we can read. Save the list as .xlsx or as 'CSV UTF-8' and choose that."
            )


def told_fault(fault: Fault) -> str:
    """What is wrong with a cell, and what to do about that."""
    about = {"value": fault.value, "other": fault.other, "most": MOST_GOALS}
    return str(_MEND[fault.mend]) % about


def column_of(fault: Fault, columns: Mapping[str, str]) -> str:
    """The heading in the file; the name of the field where no column holds it."""
    return columns.get(fault.field) or str(FIELDS[fault.field])


def told_row(fault: Fault, columns: Mapping[str, str]) -> str:
    """Row, column, what is wrong and what to do, in a sentence."""
    place = _("column “%(column)s”") % {"column": column_of(fault, columns)}
    return f"{place}: {told_fault(fault)}"


def goal_name(goal: str) -> str:
    """A goal out of the list in the language of the page; one in somebody's own words as it is."""
    if goal not in _GOALS:
        return goal
    name = NAMES[_GOALS[goal]]
    return name.en if get_language() == "en" else name.nl


def fact_name(fact: str) -> str:
    """What a fact of somebody is called, as its column is."""
    return str(FIELDS["organisation" if fact == "organisation_name" else fact])


def told_assumed(assumed: Assumed) -> str:
    """What forming takes to be so."""
    match assumed.field:
        case "slots":
            one = ngettext(
                "Of %(people)s person we don't know when they can: we take it that they always can.",
                "Of %(people)s people we don't know when they can: we take it that they always can.",
                assumed.people,
            )
        case "languages":
            one = ngettext(
                "Of %(people)s person we don't know the languages: we take it that it is Dutch.",
                "Of %(people)s people we don't know the languages: we take it that it is Dutch.",
                assumed.people,
            )
        case _:
            one = ngettext(
                "Of %(people)s person we don't know how experienced they are: we take the middle of all.",
                "Of %(people)s people we don't know how experienced they are: we take the middle of all.",
                assumed.people,
            )
    return one % {"people": assumed.people}
