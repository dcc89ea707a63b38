"""Days on which nobody wants to meet: public holidays of a country, and periods away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import holidays
import msgspec

from kring.core.methods.method import Text

DUTCH, ENGLISH = "nl", "en_US"  # as the library calls them


class UnknownCountry(ValueError):
    """No list of holidays is known for this code."""


class Away(msgspec.Struct, frozen=True):
    """
    A period without meetings, such as a school holiday, both ends included.

    School holidays differ by region and year and are decided by people, so they are given, never worked out.
    """

    since: date
    until: date
    name: str = ""

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.since <= day <= self.until


def public_holidays(years: Iterable[int], country: str = "NL") -> Mapping[date, Text]:
    """
    The public holidays of a country, with their names; in the language of the country where ours isn't known.

    Args:
        years: All that a series may touch.
        country: Two letters, as in ISO 3166.

    Raises:
        UnknownCountry: no list is known for it.
    """
    wanted = tuple(years)
    try:
        languages = holidays.country_holidays(country, years=wanted[:1]).supported_languages
        dutch, english = (
            holidays.country_holidays(country, years=wanted, language=name if name in languages else None)
            for name in (DUTCH, ENGLISH)
        )
    except NotImplementedError as error:  # what `holidays` says of a country that it doesn't know
        raise UnknownCountry(country) from error
    return {day: Text(nl=dutch[day], en=english[day]) for day in sorted(dutch)}
