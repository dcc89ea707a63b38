"""What may be told of who came."""

from hypothesis import given, strategies as st

from kring.core.programmes.turn_out import TurnOut, turn_out

ORDER = [TurnOut.UNDER_HALF, TurnOut.TO_THREE_QUARTERS, TurnOut.MORE]


@given(people=st.integers(1, 4), promised=st.integers(1, 100), share=st.floats(0, 1))
def test_below_five_people_nothing_is_told(people: int, promised: int, share: float) -> None:
    assert turn_out(present=int(promised * share), promised=promised, people=people) is TurnOut.TOO_FEW


@given(people=st.integers(0, 100))
def test_before_the_first_meeting_there_is_none(people: int) -> None:
    assert turn_out(present=0, promised=0, people=people) is TurnOut.NONE_YET


@given(promised=st.integers(1, 1000), data=st.data())
def test_one_more_who_came_never_lowers_the_band(promised: int, data: st.DataObject) -> None:
    present = data.draw(st.integers(0, promised - 1))

    before = turn_out(present=present, promised=promised, people=5)
    after = turn_out(present=present + 1, promised=promised, people=5)

    assert ORDER.index(before) <= ORDER.index(after)


def test_bands_end_where_their_words_say() -> None:
    at = {present: turn_out(present=present, promised=8, people=5) for present in (3, 4, 6, 7)}

    assert at == {
        3: TurnOut.UNDER_HALF,
        4: TurnOut.TO_THREE_QUARTERS,
        6: TurnOut.TO_THREE_QUARTERS,
        7: TurnOut.MORE,
    }
