"""Why a method is suggested, what to know about it, and why one isn't. The sentences are in `sentences.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kring.core.methods.method import QuestionKind, Text


class Favour(Enum):
    """What speaks for a method."""

    STAY = "stay"
    """The circle is learning it: `times` done, by `name`."""
    FIRST_STEPS = "first_steps"
    """The circle begins, and this is a method to begin with."""
    BROAD = "broad"
    """The circle begins and will keep to one method, and this one serves many kinds of question."""
    MADE_FOR = "made_for"
    """For nothing but the `kind` of question that is brought."""
    SUITS = "suits"
    """Suits the `kind` of question, among `among` kinds."""
    SUITS_TOO = "suits_too"
    """Suits another `kind` that is in the question as well."""
    TIME_FOR_OTHER = "time_for_other"
    """The circle did its current method, by `name`, `times` and is familiar with it."""
    NEVER_DONE = "never_done"
    """New to this circle."""
    LONG_AGO = "long_ago"
    """Done before, but `meetings` ago."""
    READY_FOR = "ready_for"
    """As hard as what this circle can carry, and no longer a beginner's method."""
    DISTANCE = "distance"
    """The question touches the presenter, who hears the others here without having to answer."""
    OPENS_MORE = "opens_more"
    """The last time stayed on the surface; here the presenter shows more than with the last method."""
    GOES_INWARD = "goes_inward"
    """The last time stayed on the surface; this asks for feelings, images or values."""
    SAFE = "safe"
    """The last time wasn't safe for everybody; here the presenter shows little."""
    UNHURRIED = "unhurried"
    """Fits into `minutes` at its usual pace."""
    EASY_TO_LEAD = "easy_to_lead"
    """Whoever facilitates is new to it, and this is a method to start with."""
    IN_WRITING = "in_writing"
    """Written over days, and most steps are written anyway."""


class Caution(Enum):
    """What to know before choosing a method that fits."""

    WHILE_LEARNING = "while_learning"
    """The circle is still learning another one, by `name`."""
    NOT_MADE_FOR = "not_made_for"
    """The question is of a `kind` that this method isn't for."""
    JUST_DONE = "just_done"
    """Done at the last meeting."""
    DONE_LATELY = "done_lately"
    """Done at the meeting before the last."""
    HURRIED = "hurried"
    """Fits into `minutes`, but its usual pace takes `usual`."""
    SHORT = "short"
    """Takes `most` of the `minutes` at most."""
    ASKS_OF_FACILITATOR = "asks_of_facilitator"
    """Harder than what whoever facilitates is used to."""
    OPENS_MUCH = "opens_much"
    """The presenter lays open much, and nothing in the question or the last time asks for that."""
    OPENS_SOME = "opens_some"
    """The last time wasn't safe for everybody, and here the presenter shows something."""
    ROLE_PLAY_ONLINE = "role_play_online"
    """People act a part, each behind a screen."""


class Obstacle(Enum):
    """Why a method can't be done now. Never traded against what speaks for it."""

    REFUSED = "refused"
    """The circle doesn't want it now."""
    TOO_FEW = "too_few"
    """`people`, and it takes `least`."""
    TOO_MANY = "too_many"
    """`people`, and it can have `most`."""
    TOO_LONG = "too_long"
    """`minutes`, and it takes `least` at its shortest."""
    ONLY_FOR_SUCCESS = "only_for_success"
    """It looks at what went well, and that isn't brought."""
    CIRCLE_TOO_NEW = "circle_too_new"
    """For circles with more practice than this one has."""
    FACILITATOR_TOO_NEW = "facilitator_too_new"
    """An advanced method, and whoever facilitates is new to it."""
    TRUST_FIRST = "trust_first"
    """The presenter lays open much, and the circle has only begun."""
    SAFETY_FIRST = "safety_first"
    """The presenter lays open much, and the last time wasn't safe for everybody."""
    NOT_IN_WRITING = "not_in_writing"
    """People act a part, and the meeting is written over days."""


Code = Favour | Caution | Obstacle
Argument = int | Text | QuestionKind


@dataclass(frozen=True, slots=True)
class Reason:
    """One consideration, true of the situation it was given for, with what its sentence needs."""

    code: Code
    args: Mapping[str, Argument] = field(default_factory=dict)
