"""Meetings put together by hand: their minutes, what is said about them, and two cases."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings, strategies as st
from msgspec.structs import replace

from kring.core.growth.exercise import Exercise
from kring.core.growth.load import load_exercises, load_own_blocks
from kring.core.meetings import (
    Agenda,
    Pace,
    Part,
    PartKind,
    PersonId,
    Plan,
    faults,
    fits_twice,
    practice,
    timetable,
    unroll,
    usual,
    warnings,
)
from kring.core.meetings.parts import PRESENTERS, Piece, in_all, least, most, phases_of
from kring.core.meetings.remarks import MOST_PARTS
from kring.core.meetings.simulate import simulate_plan
from kring.core.meetings.state import Stage, State
from kring.core.meetings.walker import Walker
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import Method
from kring.core.methods.traits import times_through
from tests.core.meetings.circle import METHODS, SHELF

BLOCKS = load_blocks()
SHORT, OTHER = METHODS["vijf-minuten"], METHODS["incident-kort"]


def block(name: str, minutes: int | None = None) -> Part:
    return Part(kind=PartKind.BLOCK, id=name, minutes=minutes)


def case(method: str) -> tuple[Part, Part]:
    return block("choosing"), Part(kind=PartKind.METHOD, id=method)


def exercise(name: str) -> Part:
    return Part(kind=PartKind.EXERCISE, id=name)


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """Anything that can be put together, in any order and with any minutes that its parts allow."""
    things = [Part(kind=kind, id=name) for kind, shelf in SHELF.items() for name in shelf]
    parts = []
    for part in draw(st.lists(st.sampled_from(things), min_size=1, max_size=7)):
        phases = phases_of(part, SHELF)
        own = draw(st.none() | st.integers(least(phases), most(phases)))
        parts.append(replace(part, minutes=own))
    return Agenda(parts=tuple(parts), minutes=draw(st.integers(15, 480)))


@given(agendas())
def test_minutes_add_up_and_no_phase_goes_below_its_least(agenda: Agenda) -> None:
    plan, minutes = unroll(agenda, SHELF), timetable(agenda, SHELF)

    planned_minutes = [planned.seconds // 60 for planned in plan.phases]
    assert in_all([planned.phase for planned in plan.phases], planned_minutes) == sum(minutes)
    assert all(planned.seconds >= 60 * planned.phase.minutes.least for planned in plan.phases)
    rows = [phases_of(part, SHELF) for part in agenda.parts]
    # what comes once for each presenter can't take one minute more: it takes one more from each
    grains = [max(times_through(row, PRESENTERS), default=1) for row in rows]
    for own, planned, grain in zip(_own(agenda), minutes, grains, strict=True):
        assert own is None or own - grain < planned <= own
    if all(own is None for own in _own(agenda)):
        wanted = min(max(agenda.minutes, sum(map(least, rows))), sum(map(most, rows)))
        assert wanted - max(grains) < sum(minutes) <= wanted


@settings(max_examples=12)
@given(agendas().filter(lambda agenda: not faults(agenda, SHELF)), st.data())
def test_what_has_no_fault_is_walked_to_its_end(agenda: Agenda, data: st.DataObject) -> None:
    groups = [piece.group for part in agenda.parts if isinstance(piece := _piece(part), Method | Exercise)]
    fewest, most_people = (
        max((group.least for group in groups), default=2),
        min((group.most for group in groups), default=9),
    )
    assume(fewest <= most_people)

    last = _moments(unroll(agenda, SHELF), data.draw(st.integers(fewest, most_people)))[-1]

    assert last.stage is Stage.CLOSED


@pytest.mark.parametrize("minutes", [90, 120, 150])
@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_usual_meeting_has_no_faults(method: Method, minutes: int) -> None:
    agenda = usual(method, BLOCKS, minutes)

    assert faults(agenda, SHELF) == ()
    assert [part.id for part in agenda.parts][-1] == "closing"
    assert method.id in [part.id for part in agenda.parts]


def test_at_an_hour_and_a_half_a_long_method_goes_without_learning_round() -> None:
    long = max(load_library(), key=lambda method: least(method.phases))

    assert "learning_round" not in [part.id for part in usual(long, BLOCKS, least(long.phases) + 15).parts]
    assert "learning_round" in [part.id for part in usual(SHORT, BLOCKS, 90).parts]


def test_long_meeting_has_one_case_with_roomier_steps() -> None:
    long, shorter = usual(OTHER, BLOCKS, 150), usual(OTHER, BLOCKS, 120)

    assert long.parts == shorter.parts
    assert [part.id for part in long.parts].count(OTHER.id) == 1
    assert all(
        more >= less for more, less in zip(timetable(long, SHELF), timetable(shorter, SHELF), strict=True)
    )


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_two_cases_are_offered_where_they_fit_without_haste(method: Method) -> None:
    two = usual(method, BLOCKS, 150, cases=2)

    assert [part.id for part in two.parts].count(method.id) == 2
    assert fits_twice(method, BLOCKS) == (_usual_minutes(two) <= 150)
    if fits_twice(method, BLOCKS):
        assert [text for text in warnings(two, SHELF) if "take" in text.en] == []
        assert "learning_round" in [part.id for part in two.parts]


def test_a_short_method_fits_twice_and_a_long_one_does_not() -> None:
    assert fits_twice(OTHER, BLOCKS)
    assert not fits_twice(METHODS["tien-stappen"], BLOCKS)


@pytest.mark.parametrize("size", range(SHORT.group.least, SHORT.group.most + 1))
def test_two_cases_are_walked_with_every_size(size: int) -> None:
    plan = unroll(Agenda(parts=(*case(SHORT.id), *case(SHORT.id), block("closing"))), SHELF)

    assert simulate_plan(plan, size) == ()


def test_second_case_is_chosen_anew() -> None:
    plan = unroll(
        Agenda(parts=(*case(SHORT.id), exercise("open_questions"), *case(OTHER.id), block("closing"))), SHELF
    )
    presenters = {}
    for state in _moments(plan, 5):
        planned = plan.phases[state.phase]
        if planned.block == "choosing":
            assert state.presenter is None
        if planned.of_method:
            presenters[planned.case] = state.presenter
        assert not (planned.has_presenter and planned.block == "open_questions")

    assert set(presenters) == {1, 2}
    assert None not in presenters.values()


def test_cards_of_the_first_case_stay_out_of_the_second() -> None:
    plan = unroll(Agenda(parts=(*case(SHORT.id), *case(SHORT.id), block("closing"))), SHELF)

    slots = [slot.id for planned in plan.phases for slot in planned.phase.writing]
    assert len(slots) == len(set(slots))
    for state in _moments(plan, 4):
        for entry in state.entries.values():
            if entry.about is not None:
                target = state.entries[entry.about]
                assert plan.phases[target.phase].case == plan.phases[entry.phase].case


def test_everybody_presents_again_in_the_second_case_of_a_method_that_goes_around() -> None:
    around = next(method for method in load_library() if any(phase.next_presenter for phase in method.phases))
    plan = unroll(Agenda(parts=(*case(around.id), *case(around.id), block("closing"))), SHELF)
    presenters: dict[int, set[PersonId]] = {1: set(), 2: set()}
    for state in _moments(plan, around.group.least):
        planned = plan.phases[state.phase]
        if planned.of_method and state.presenter is not None:
            presenters[planned.case].add(state.presenter)

    assert presenters[1] == presenters[2]
    assert len(presenters[1]) > 1


def test_exercise_alone_is_a_short_meeting_without_warnings() -> None:
    for one in load_exercises():
        agenda = practice(one, BLOCKS)

        assert faults(agenda, SHELF) == warnings(agenda, SHELF) == ()
        assert sum(timetable(agenda, SHELF)) == agenda.minutes
        assert unroll(agenda, SHELF).method == one.id
        assert not any(planned.has_presenter for planned in unroll(agenda, SHELF).phases)


def test_meeting_for_a_circles_own_life_is_called_after_that() -> None:
    shelf = {**SHELF, PartKind.BLOCK: {**BLOCKS, **load_own_blocks()}}
    for one in load_own_blocks().values():
        agenda = Agenda(parts=(block("arrival"), block(one.id), block("closing")), minutes=60)

        assert unroll(agenda, shelf).method_name == one.name
        assert [text for text in warnings(agenda, shelf) if "no case" in text.en] == []


def test_each_warning_names_its_remedy() -> None:
    lone = Part(kind=PartKind.METHOD, id="basis")

    said = [text.en for text in warnings(Agenda(parts=(lone,), minutes=20), SHELF)]

    assert [sentence.split(".")[0] for sentence in said] == [
        "20 minutes is short: an unhurried meeting takes an hour and a half at least",
        f"All this takes {least(METHODS['basis'].phases)} minutes at least; it won't fit into 20",
        "Nothing opens the meeting",
        "There is no look-back at the beginning",
        f"No case is chosen for '{METHODS['basis'].name.en}': the facilitator will have to name somebody",
        "Nothing closes the meeting",
    ]


def test_parts_for_different_numbers_of_people_are_told_with_their_sizes() -> None:
    parts = (block("arrival"), block("look_back"), *case("troika"), *case("clinic"), block("closing"))

    said = [text for text in warnings(Agenda(parts=parts), SHELF) if "people" in text.en]

    troika, clinic = METHODS["troika"].name.en, METHODS["clinic"].name.en
    sentence = (
        f"'{troika}' is for 3 people and '{clinic}' for 5 to 8 people. "
        "No circle is both: take something else for one of them."
    )
    assert [text.en for text in said] == [sentence]
    assert "is voor 3 mensen" in said[0].nl


@given(agendas())
def test_sizes_are_warned_about_exactly_where_no_number_of_people_can_do_it_all(agenda: Agenda) -> None:
    groups = [piece.group for part in agenda.parts if isinstance(piece := _piece(part), Method | Exercise)]
    can = any(all(group.least <= people <= group.most for group in groups) for people in range(1, 20))

    told = [text for text in warnings(agenda, SHELF) if text.en.endswith("for one of them.")]

    assert bool(told) is not can


def test_order_is_warned_about() -> None:
    agenda = Agenda(parts=(block("arrival"), block("closing"), block("look_back"), block("choosing")))

    said = " ".join(text.en for text in warnings(agenda, SHELF))

    assert "no case and no exercise" in said
    assert "Something comes after the closing" in said
    assert "No method comes after 'Choosing a case'" in said


def test_minutes_that_miss_the_time_are_told() -> None:
    parts = usual(METHODS["basis"], BLOCKS).parts
    planned = timetable(Agenda(parts=parts, minutes=120), SHELF)
    fixed = tuple(replace(part, minutes=minutes) for part, minutes in zip(parts, planned, strict=True))

    over = [text.en for text in warnings(Agenda(parts=fixed, minutes=110), SHELF)]
    under = [text.en for text in warnings(Agenda(parts=fixed, minutes=130), SHELF)]

    assert over == [
        "Together the parts take 10 minutes more than the 110 that you have. Make something shorter."
    ]
    assert under == ["10 of the 130 minutes are left over. That is fine; you finish earlier."]
    assert warnings(Agenda(parts=fixed, minutes=120), SHELF) == ()


def test_written_over_days_only_the_order_and_the_days_count() -> None:
    two = Agenda(parts=(*usual(METHODS["tien-stappen"], BLOCKS).parts[:-1], *case("basis"), block("closing")))

    assert "days is long" in warnings(two, SHELF, Pace.DAYS)[-1].en
    assert warnings(usual(SHORT, BLOCKS), SHELF, Pace.DAYS) == ()


@pytest.mark.parametrize(
    ("agenda", "begins"),
    [
        (Agenda(parts=()), "There is nothing"),
        (Agenda(parts=tuple(case(SHORT.id) * MOST_PARTS)), "A meeting has"),
        (Agenda(parts=(block("closing"),), minutes=5), "A meeting takes"),
        (Agenda(parts=(*case(SHORT.id), *case(OTHER.id), *case("basis"))), "More than 2 cases"),
        (Agenda(parts=(block("coffee"),)), "Part 1 doesn't exist here"),
        (Agenda(parts=(block("closing"), block("closing"))), "'Closing' comes twice"),
        (Agenda(parts=(block("arrival", 40),)), "'Arrival' takes between 4 and 12 minutes, not 40"),
        (Agenda(parts=(block("arrival", 1),)), "'Arrival' takes between 4 and 12 minutes, not 1"),
    ],
)
def test_what_can_not_be_met_by_is_refused_in_a_sentence(agenda: Agenda, begins: str) -> None:
    assert faults(agenda, SHELF)[0].en.startswith(begins)


def _own(agenda: Agenda) -> list[int | None]:
    return [part.minutes for part in agenda.parts]


def _usual_minutes(agenda: Agenda) -> int:
    rows = [phases_of(part, SHELF) for part in agenda.parts]
    return sum(in_all(row, [phase.minutes.usual for phase in row]) for row in rows)


def _piece(part: Part) -> Piece:
    return SHELF[part.kind][part.id]


def _moments(plan: Plan, size: int) -> list[State]:
    """The meeting as each phase begins, and after the last."""
    walker = Walker(plan)
    for number in range(size):
        walker.join(PersonId(f"person {number + 1}"))
    found = []
    while walker.state.stage is not Stage.CLOSED:
        assert walker.walk_on()
        found.append(walker.state)
    return found
