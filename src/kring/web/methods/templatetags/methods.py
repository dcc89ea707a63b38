"""Filters for what stands in a method: `{{ phase.floor.mode|named }}`, `{{ method|band }}`."""

from enum import Enum
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kring.core.methods import traits
from kring.core.methods.method import Method, Phase, Role, Text
from kring.core.methods.naming import name_of
from kring.web.methods import queries
from kring.web.methods.bands import Bar, band_of

register = template.Library()


@register.filter
def named(word: Enum) -> str:
    """What a word of the method language is called, in the language of the page."""
    name = name_of(word)
    return name.en if get_language() == "en" else name.nl


@register.filter
def goes_round(method: Method) -> bool:
    """Whether everybody brings a case in turn."""
    return traits.goes_round(method)


@register.filter
def minutes_for_all(method: Method) -> int:
    """Until everybody in the smallest circle has brought a case."""
    return traits.minutes_at_least(method)


@register.filter
def mood(method: Method) -> Enum:
    """Quiet, lively, or some of both."""
    return traits.mood_of(method)


@register.filter
def source_address(method: Method) -> bool:
    """Whether the source is an address that one can go to."""
    return method.credit.source.startswith(("https://", "http://"))


@register.filter
def on_phone(method: Method) -> bool:
    """Whether a phone is enough."""
    return traits.works_on_phone(method)


@register.filter
def on_paper(method: Method) -> bool:
    """Whether paper is enough."""
    return traits.works_on_paper(method)


@register.filter
def minutes_apart(method: Method) -> int:
    """How long the presenter is turned away or out of the room."""
    return traits.minutes_apart(method)


@register.filter
def speaking_minutes(method: Method, role: Role) -> int:
    """How long a role may speak, or answers."""
    return traits.speaking_minutes(method, role)


@register.filter
def cards_of(method: Method, role: Role) -> int:
    """How many kinds of cards a role writes."""
    return traits.writing_of(method, role)


@register.filter
def sound(phase: Phase) -> Enum:
    """How a phase sounds."""
    return traits.sound_of(phase)


@register.filter
def told(phase: Phase, role: Role) -> Text:
    """What is said to a role in a phase."""
    said: Text = getattr(phase.instruction, role.value)
    return said


@register.filter
def band(method: Method, minutes: int | None = None) -> tuple[Bar, ...]:
    """The bars of a method; with the minutes that the whole width stands for."""
    return band_of(method, minutes)


@register.simple_tag
def card(method: Method) -> SafeString:
    """A method of the library as a card; drawn once in each language, because it doesn't change while we run."""
    return _drawn("methods/_card.html", _Itself(method), get_language() or "")


@register.simple_tag
def choice(method: Method, chosen: Method) -> SafeString:
    """A method to choose from when a meeting begins; drawn as seldom."""
    return _drawn("methods/_choice.html", _Itself(method), get_language() or "", is_chosen=method is chosen)


@lru_cache(maxsize=1_000)  # three pictures of a method in two languages, of more methods than any site has
def _drawn(template: str, method: "_Itself", language: str, *, is_chosen: bool = False) -> SafeString:
    return render_to_string(template, {"method": method.value, "is_chosen": is_chosen})


class _Itself:
    """A method as a key: to compare it text by text would take longer than to draw it."""

    __slots__ = ("value",)

    def __init__(self, value: Method) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.value is self.value


@register.filter
def of_this_site(method: Method) -> bool:
    """Whether the host has published it here."""
    return queries.is_of_this_site(method)
