"""What the pages of the library show: the shipped methods, and those that the host has published here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.utils.translation import get_language, gettext as _, ngettext
from msgspec.structs import replace

from kring.core.methods.load import LIBRARY, load_library
from kring.core.methods.method import Block, Exposure, Level, Method, Phase, QuestionKind, Text
from kring.core.methods.naming import name_of
from kring.core.methods.published import published
from kring.core.methods.shortlist import shortlist
from kring.core.methods.traits import Mood
from kring.core.methods.wishes import Wishes, fitting, loosenings

MINUTES = (30, 45, 60, 90)  # for the case alone; the blocks around it take some forty more
PEOPLE = range(3, 13)  # what the shipped methods reach


@dataclass(frozen=True, slots=True)
class Option:
    """One of a field, and how many methods there are if it is taken and all else stays."""

    value: str
    label: str
    methods: int
    taken: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A choice that one may make or leave."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """A wish that is there or isn't."""

    name: str
    label: str
    methods: int
    on: bool


@dataclass(frozen=True, slots=True)
class WayOut:
    """Wishes to give up, in words, how many methods there are then, and the address for that."""

    wishes: tuple[str, ...]
    methods: int
    query: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A phase with its number and when it begins, in minutes from the start of the method."""

    number: int
    phase: Phase
    begins: int
    ends: int


class Library:
    """The methods as they are now. Another one only when a file of this site has changed: what is worked out lasts."""

    newest: ClassVar["Library"]

    def __init__(self, methods: tuple[Method, ...]) -> None:
        self.methods = methods

    @classmethod
    def now(cls) -> "Library":
        """With what lies in the host's folder."""
        found = (*load_library(), *published(settings.PUBLISHED_METHODS))
        if list(map(id, found)) != list(map(id, cls.newest.methods)):
            cls.newest = cls(found)
        return cls.newest


Library.newest = Library(())


def methods() -> tuple[Method, ...]:
    """The library, in the order in which it is shown: the shipped ones, then those of this site."""
    return Library.now().methods


def method_by_id(id: str) -> Method | None:
    """One method of the library."""
    return next((method for method in methods() if method.id == id), None)


def is_of_this_site(method: Method) -> bool:
    """Whether the host has published it here."""
    return not any(method is shipped for shipped in load_library())


def file_of(method: Method) -> Path:
    """The file of a method of the library."""
    folder = settings.PUBLISHED_METHODS if is_of_this_site(method) else LIBRARY
    return Path(folder) / f"{method.id}.yaml"


def to_begin_with(chosen: str) -> tuple[Method, ...]:
    """The few to choose from when a meeting begins; what was chosen elsewhere is among them."""
    return shortlist(methods(), method_by_id(chosen))


def found(wishes: Wishes) -> tuple[Method, ...]:
    """The methods that fit."""
    return _fitting(Library.now(), wishes)


def fields(wishes: Wishes) -> tuple[Field, ...]:
    """The fields to look for a method with, as they are filled in."""
    library = Library.now()
    return tuple(
        _field(library, wishes, name, label, options)
        for name, label, options in (
            ("kind", _("What lies before you?"), _words(QuestionKind)),
            ("minutes", _("Time for the case"), [(n, _up_to(n)) for n in MINUTES]),
            ("people", _("With how many?"), [(n, _people(n)) for n in PEOPLE]),
            ("level", _("For whom?"), _words(Level)),
            ("mood", _("Quiet or lively?"), _words(Mood)),
            ("exposure", _("How much laid open?"), _words(Exposure)),
        )
    )


def switches(wishes: Wishes) -> tuple[Switch, ...]:
    """The wishes that are there or aren't."""
    library = Library.now()
    return (
        Switch("phone", _("A phone is enough"), _count(library, replace(wishes, phone=True)), wishes.phone),
        Switch("paper", _("Paper is enough"), _count(library, replace(wishes, paper=True)), wishes.paper),
    )


def ways_out(wishes: Wishes) -> tuple[WayOut, ...]:
    """Where nothing fits: what to give up."""
    return tuple(
        WayOut(
            wishes=tuple(_in_words(wishes, name) for name in way.names),
            methods=way.methods,
            query=query_of(wishes.without(way.names)),
        )
        for way in loosenings(methods(), wishes)
    )


def query_of(wishes: Wishes) -> str:
    """The address of wishes, after the question mark."""
    return "&".join(f"{name}={_value(getattr(wishes, name))}" for name in wishes.made)


def by_level(of: Sequence[Method] | None = None) -> tuple[tuple[Level, tuple[Method, ...]], ...]:
    """The library, or some of it, in three parts: for a list that is long."""
    listed = methods() if of is None else of
    return tuple((level, tuple(m for m in listed if m.level is level)) for level in Level)


def by_kind(of: Sequence[Method]) -> tuple[tuple[QuestionKind, tuple[Method, ...]], ...]:
    """Which methods suit which kind of question; most stand under several."""
    return tuple((kind, tuple(m for m in of if kind in m.suits)) for kind in QuestionKind)


def timed(method: Method | Block) -> tuple[Timed, ...]:
    """The phases with their number and their place in time."""
    phases, gone = [], 0
    for number, phase in enumerate(method.phases, start=1):
        phases.append(Timed(number, phase, gone, gone + phase.minutes.usual))
        gone += phase.minutes.usual
    return tuple(phases)


def _field(
    library: Library, wishes: Wishes, name: str, label: str, options: Sequence[tuple[Enum | int, str]]
) -> Field:
    taken = getattr(wishes, name)
    return Field(
        name,
        label,
        tuple(
            Option(_value(value), text, _count(library, replace(wishes, **{name: value})), value == taken)
            for value, text in options
        ),
    )


def _count(library: Library, wishes: Wishes) -> int:
    return len(_fitting(library, wishes))


@lru_cache(
    maxsize=2_000
)  # the options of some seventy pages; each is a tuple of methods that are there anyway
def _fitting(library: Library, wishes: Wishes) -> tuple[Method, ...]:
    return fitting(library.methods, wishes)


def _words(words: Iterable[Enum]) -> Sequence[tuple[Enum, str]]:
    return [(word, _said(name_of(word))) for word in words]


def _said(text: Text) -> str:
    return text.en if get_language() == "en" else text.nl


def _value(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return "on" if value is True else str(value)


def _in_words(wishes: Wishes, name: str) -> str:
    """A wish as somebody would say it."""
    for switch in switches(wishes):
        if switch.name == name:
            return switch.label
    field = next(field for field in fields(wishes) if field.name == name)
    return next(option.label for option in field.options if option.taken)


def _up_to(minutes: int) -> str:
    return ngettext("at most %(minutes)s minute", "at most %(minutes)s minutes", minutes) % {
        "minutes": minutes
    }


def _people(people: int) -> str:
    return ngettext("%(people)s person", "%(people)s people", people) % {"people": people}
