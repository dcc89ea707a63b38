"""The few methods to begin with, for whoever doesn't want to choose among all."""

from __future__ import annotations

from collections.abc import Iterable

from kring.core.methods.method import Method

# For a first meeting, one for each sort of question, the safest default first: the short incident method keeps
# everybody at work and asks little of the presenter. Methods in which everybody brings a case aren't among them.
TO_START_WITH = ("incident-kort", "basis", "tien-stappen", "sfrt", "waarderend", "denkvragen")


def shortlist(methods: Iterable[Method], chosen: Method | None = None) -> tuple[Method, ...]:
    """The methods to start with, the default first; a chosen one before them where it isn't among them."""
    known = {method.id: method for method in methods}
    listed = tuple(known[name] for name in TO_START_WITH if name in known)
    return listed if chosen is None or chosen in listed else (chosen, *listed)
