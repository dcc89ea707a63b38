"""Which column of a table holds what, as far as its heading tells, and how its cells are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

# The name of a field, and how people head such a column, in Dutch and English; compared without case, spaces and dashes.
HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "nummer", "nr", "personeelsnummer", "number", "kenmerk", "sleutel", "key"),
        "name": (
            "name",
            "naam",
            "fullname",
            "volledigenaam",
            "deelnemer",
            "participant",
            "medewerker",
            "employee",
        ),
        "first_name": ("voornaam", "roepnaam", "firstname", "givenname"),
        "infix": ("tussenvoegsel", "tussenvoegsels", "voorvoegsel", "infix"),
        "last_name": ("achternaam", "familienaam", "lastname", "surname", "familyname"),
        "mail": ("mail", "email", "emailadres", "emailaddress", "mailadres", "adres", "address"),
        "profession": ("profession", "beroep", "vak", "vakgebied", "field", "discipline", "beroepsgroep"),
        "manager": (
            *("manager", "managerid", "managermail", "leidinggevende", "mailleidinggevende", "reportsto"),
            *("rapporteertaan", "supervisor", "leidinggevendemail", "leidinggevendeid"),
        ),
        "organisation": ("organisation", "organization", "organisatie", "werkgever", "employer"),
        "team": ("team", "afdeling", "department", "unit"),
        "function": ("function", "functie", "role", "jobtitle", "rol"),
        "seniority": (
            "seniority",
            "ervaring",
            "jarenervaring",
            "experience",
            "yearsofexperience",
            "years",
            "jaren",
        ),
        "region": ("region", "regio", "plaats", "place", "locatie", "location", "standplaats"),
        "online": ("online", "onlineok", "kanonline", "canonline"),
        "languages": ("languages", "language", "talen", "taal"),
        "slots": ("slots", "dagdelen", "beschikbaar", "beschikbaarheid", "availability", "times", "tijden"),
        "goals": ("goals", "leerdoelen", "doelen", "learninggoals", "themas", "themes"),
        "wishes": ("wensen", "wishes", "opmerkingen", "remarks"),
        "past": ("past", "pastgroups", "eerder", "eerderekringen", "pastcircles"),
        "not_with": ("notwith", "nietmet", "nietsamenmet", "nietbij"),
        "capacity": (
            *("capacity", "facilitatorcapacity", "begeleidt", "kanbegeleiden", "facilitates", "begeleider"),
            *("facilitator", "aantalkringen"),
        ),
    }
)
YES, NO = (
    frozenset({"1", "ja", "j", "yes", "y", "true", "x", "waar"}),
    frozenset({"", "0", "nee", "n", "no", "false", "onwaar"}),
)
MOST_YEARS = 60


def guess(headings: Iterable[str]) -> dict[str, str]:
    """Which column holds what, as far as its heading tells: field to heading. Of two alike the first counts."""
    found: dict[str, str] = {}
    for heading in headings:
        plain = re.sub(r"[\W_]+", "", heading).casefold()
        field = next((field for field, names in HEADINGS.items() if plain in names), None)
        if field is not None:
            found.setdefault(field, heading)
    return found


def many(cell: str) -> tuple[str, ...]:
    """What stands in a cell with `|`, `;`, `,` or a new line between, each once, in order."""
    return tuple(dict.fromkeys(name.strip() for name in re.split(r"[|;,\n]", cell) if name.strip()))


def whole_number(cell: str, most: int = MOST_YEARS) -> int | None:
    """From 0; none where the cell says anything else."""
    return int(cell) if cell.isascii() and cell.isdigit() and int(cell[:6]) <= most else None


def yes_or_no(cell: str) -> bool | None:
    """None where the cell says neither. An empty one says no."""
    text = cell.casefold()
    return (text in YES) if text in YES | NO else None
