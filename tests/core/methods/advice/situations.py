"""Situations and libraries to try the adviser with: any that Hypothesis thinks of, and a few told by hand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from msgspec.structs import replace

from kring.core.methods.advice import Evaluation, Familiarity, PastMeeting, Setting, Situation
from kring.core.methods.load import load_library
from kring.core.methods.method import Exposure, GroupSize, Level, Method, QuestionKind

LIBRARY = load_library()
BY_ID = {method.id: method for method in LIBRARY}
GONE = "gone-from-the-library"
FIRST_EVENING = date(2026, 1, 13)


def past(*methods: str) -> tuple[PastMeeting, ...]:
    """Meetings four weeks apart, the earliest first."""
    return tuple(
        PastMeeting(method, FIRST_EVENING + number * timedelta(weeks=4))
        for number, method in enumerate(methods)
    )


class Shelf(tuple[Method, ...]):
    """A library that tells in one line what stands in it: whole methods would bury the report of a failure."""

    __slots__ = ()

    def __repr__(self) -> str:
        told = (
            method.id
            if method == BY_ID[method.id]
            else f"{method.id} for {method.group.least}-{method.group.most}, {method.level.value},"
            f" {method.exposure.value}, {' '.join(kind.value for kind in method.suits)}"
            for method in self
        )
        return f"<{'; '.join(told)}>"


scores = st.none() | st.integers(1, 5)
histories = st.lists(st.sampled_from([*BY_ID, GONE]), max_size=9).map(lambda ids: past(*ids))
few_methods = st.lists(st.sampled_from(["basis", "incident-kort", "roddel"]), max_size=9).map(
    lambda ids: past(*ids)
)
situations = st.builds(
    Situation,
    kinds=st.lists(st.sampled_from(QuestionKind), max_size=3).map(tuple),
    # Mostly as it is on an evening, so that most examples have something to choose from.
    minutes=st.none() | st.integers(40, 120) | st.integers(5, 150),
    people=st.integers(5, 8) | st.integers(1, 13),
    history=histories | few_methods,
    familiarity=st.sampled_from(Familiarity),
    facilitator=st.sampled_from(Level),
    evaluation=st.builds(Evaluation, depth=scores, safety=scores),
    refused=st.frozensets(st.sampled_from([*BY_ID]), max_size=3),
    setting=st.sampled_from(Setting),
)


@st.composite
def _adapted(draw: st.DrawFn, method: Method) -> Method:
    """A method as a circle might have made it its own: the same steps, for others."""
    least = draw(st.integers(2, 8))
    return replace(
        method,
        level=draw(st.sampled_from(Level)),
        exposure=draw(st.sampled_from(Exposure)),
        suits=tuple(draw(st.lists(st.sampled_from(QuestionKind), min_size=1, unique=True))),
        group=GroupSize(least, least + draw(st.integers(0, 6))),
    )


libraries = st.just(Shelf(LIBRARY)) | st.lists(
    st.sampled_from(LIBRARY).flatmap(_adapted), min_size=1, max_size=8, unique_by=lambda method: method.id
).map(Shelf)
