"""What a time zone is called."""

from django.utils.translation import gettext as _

_AT_HOME = frozenset(
    {"Europe/Amsterdam", "Europe/Brussels"}
)  # one clock, and hardly anybody calls it by a city


def zone_name(zone: str) -> str:
    """As one says it after a time: "Dutch time", or the city by which the zone is called."""
    if zone in _AT_HOME:
        return _("Dutch time")
    return _("time in %(city)s") % {"city": zone.rsplit("/", 1)[-1].replace("_", " ")}
