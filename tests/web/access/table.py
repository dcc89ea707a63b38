"""
How the table of who gets in is written; `rows/<room>.py` has those of a room, as a list `ROWS`.

    page("turns", *IN_CIRCLE)                       those find a page, who isn't signed in is asked to, the others find nothing
    deed("leave-circle", *IN_CIRCLE)                a form: who gets in is sent on
    script("circle-own-box", *IN_CIRCLE, {})        JSON of a script: who gets in hears that `{}` isn't whole

Where what a row needs isn't in the world yet, the room's file puts it there in `furnish(world)`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from tests.web.access.roles import EVERYBODY, SIGNED_IN, STRANGER, VISITOR

SIGN_IN = "asked to sign in"
FORM, JSON = "multipart/form-data", "application/json"
Answer = int | str  # a status, or that one is asked to sign in
Body = Mapping[str, Any] | Callable[[Any, str], Mapping[str, Any]]  # of a world and a role


@dataclass(frozen=True, kw_only=True)
class Row:
    """
    A page or an action.

    Attributes:
        name: Of the address.
        method: How it is asked for.
        inside: What who gets in hears.
        roles: Who gets in.
        outside: What the others hear who are signed in.
        visitor: And who isn't.
        other: What single roles hear that is neither.
        about: Which words of the address stand for something else in the world: `{"circle": "other circle"}`.
        query: Behind the question mark; with words of the world in braces.
        sent: What comes along.
        asks: Who is asked at all; two are enough where everybody who is signed in hears the same.
        astray: What somebody hears who puts an address together from a circle, programme or organisation of theirs and
            something that isn't in it; none where nothing in the address is anybody's.
        shows: Roles of which names may stand on the page, for organisers; on a client's page nobody's.
    """

    name: str
    method: str = "GET"
    inside: Answer = 200
    roles: frozenset[str]
    outside: Answer = 404
    visitor: Answer = SIGN_IN
    other: Mapping[str, Answer] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    sent: Body | None = None
    kind: str = FORM
    asks: frozenset[str] = EVERYBODY
    astray: Answer | None = 404
    shows: frozenset[str] = frozenset()

    def expected(self) -> dict[str, Answer]:
        """What each role hears."""
        heard = {role: self.visitor if role == VISITOR else self.outside for role in self.asks}
        return {**heard, **dict.fromkeys(self.roles & self.asks, self.inside), **self.other}

    def but(self, **other: Any) -> "Row":
        """The same row with something else about it."""
        return replace(self, **other)

    def __str__(self) -> str:
        about = "".join(f", {what}" for what in self.about.values())
        return f"{self.method} {self.name}{about}{f' ?{self.query}' if self.query else ''}"


def page(name: str, /, *roles: str, **other: Any) -> Row:
    """To look at."""
    return Row(name=name, roles=frozenset(roles), **other)


def deed(name: str, /, *roles: str, sent: Body | None = None, **other: Any) -> Row:
    """A form; who gets in is sent to a page afterwards."""
    form = Row(name=name, roles=frozenset(roles), method="POST", inside=302, sent=sent or {})
    return replace(form, **other)


def script(name: str, /, *roles: str, sent: Body | None = None, **other: Any) -> Row:
    """Posted by a script. With nothing sent, who gets in hears that it isn't whole, and nobody else gets so far."""
    json = Row(
        name=name, roles=frozenset(roles), method="POST", inside=400, visitor=401, sent=sent or {}, kind=JSON
    )
    return replace(json, **other)


def for_all(row: Row, answer: Answer = 200) -> Row:
    """Everybody gets in, signed in or not."""
    return row.but(roles=EVERYBODY, asks=frozenset({VISITOR, STRANGER}), inside=answer)


def for_signed_in(row: Row) -> Row:
    """It is about oneself, or about nobody: whoever is signed in gets in."""
    return row.but(roles=SIGNED_IN, asks=frozenset({VISITOR, STRANGER}))


def rooms() -> list[str]:
    """Those that have addresses, the lower ones first."""
    files = import_module(settings.ROOT_URLCONF).urlpatterns
    return [part.urlconf_module.__name__.split(".")[-2] for part in files]


def rows_of(room: str) -> list[Row]:
    """What the room says of its addresses."""
    rows: list[Row] = getattr(file_of(room), "ROWS", [])
    return rows


def file_of(room: str) -> ModuleType | None:
    """Where its rows stand; nothing as long as it has none."""
    name = f"tests.web.access.rows.{room}"
    return import_module(name) if find_spec(name) else None


def addresses(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    """Every address of the site, however deep."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns)
        else:
            yield one


def names_of(room: str) -> list[str]:
    """What its addresses are called."""
    return [one.name or "" for one in addresses(import_module(f"kring.web.{room}.urls").urlpatterns)]
