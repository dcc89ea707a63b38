"""Several circles in one meeting: it starts with most of them, and the cards of each come together without names."""

from hypothesis import given, strategies as st
from msgspec.structs import replace

from kring.core.meetings import Code, EntryId, Heap, Now, PersonId, Refusal, Stage, commands
from kring.core.meetings.by_circle import FEWEST_WRITERS
from tests.core.meetings.circle import BRAM, IMANE, JOOST, NOOR, OLGA, RUUD, SASKIA, WEI, Circle, hall

ONE, TWO = (circle.id for circle in hall().circles)
PEOPLE = (NOOR, IMANE, JOOST, WEI, OLGA, RUUD, SASKIA)
AMBITIONS, AMBITION_WALL, BY_CIRCLE = 1, 2, 5


def gathered(seats: dict[PersonId, str]) -> Circle:
    circle = Circle(hall())
    circle.gather(BRAM, *seats)
    for person, table in seats.items():
        circle.do(person, commands.SitWith, circle=table)
    circle.do(BRAM, commands.Start)
    return circle


def on_to(circle: Circle, phase: int) -> None:
    while circle.state.phase < phase:
        circle.do(BRAM, commands.Next, from_phase=circle.state.phase)


def write(circle: Circle, person: PersonId, entry: str) -> EntryId:
    circle.do(person, commands.Contribute, entry=entry, slot="kick_off_ambition", text="sealed")
    return EntryId(entry)


def test_hall_starts_with_two_of_three() -> None:
    circle = Circle(hall())
    circle.gather(BRAM, NOOR)
    for person in (IMANE, JOOST):
        circle.do(person, commands.Join)

    assert circle.do(BRAM, commands.Start) == Refusal(Code.WAIT_FOR_ASSENT, {"waiting": 1})
    circle.loses(JOOST)
    assert circle.view(BRAM).now is Now.MAY_START
    circle.do(BRAM, commands.Start)

    assert circle.state.stage is Stage.MEETING
    assert circle.view(IMANE).now is Now.INTRODUCE


def test_facilitator_who_didnt_agree_starts_nothing() -> None:
    circle = Circle(hall())
    circle.do(BRAM, commands.Join)
    circle.gather(NOOR, IMANE, JOOST)

    assert circle.do(BRAM, commands.Start) == Refusal(Code.NOT_ASSENTED)


def test_who_agrees_after_the_start_sees_nothing_before() -> None:
    circle = Circle(hall())
    circle.gather(BRAM, NOOR, IMANE)
    circle.do(JOOST, commands.Join)
    circle.do(BRAM, commands.Start)
    on_to(circle, AMBITIONS)
    card = write(circle, NOOR, "a")
    on_to(circle, AMBITION_WALL)

    assert circle.view(JOOST).cards == ()
    circle.do(JOOST, commands.Introduce, text="name")
    circle.do(JOOST, commands.Assent)

    assert circle.view(JOOST).cards == (card,)


def test_everybody_is_asked_for_their_circle_but_who_leads() -> None:
    circle = Circle(hall())
    circle.gather(BRAM, NOOR)

    assert [circle.view(person).now for person in (BRAM, NOOR)] == [Now.MAY_START, Now.SIT]
    assert circle.do(NOOR, commands.SitWith, circle="kring-9") == Refusal(Code.NO_SUCH_CIRCLE)
    circle.do(NOOR, commands.SitWith, circle="")

    assert circle.view(NOOR).now is Now.WAIT_FOR_START


def test_nobody_sits_with_a_circle_where_one_circle_meets() -> None:
    circle = Circle(replace(hall(), circles=()))
    circle.gather(BRAM, NOOR)

    assert circle.do(NOOR, commands.SitWith, circle=ONE) == Refusal(Code.NO_SUCH_CIRCLE)
    assert circle.view(NOOR).now is Now.WAIT_FOR_START


def test_each_circle_sits_together_and_sees_its_cards() -> None:
    circle = gathered({NOOR: ONE, IMANE: ONE, JOOST: ONE, WEI: TWO, OLGA: TWO, RUUD: TWO, SASKIA: ""})
    on_to(circle, AMBITIONS)
    for number, person in enumerate(PEOPLE):
        write(circle, person, f"card-{number}")
    on_to(circle, AMBITION_WALL)
    assert not circle.state.heaps
    on_to(circle, BY_CIRCLE)

    assert circle.state.groups == ((NOOR, IMANE, JOOST), (WEI, OLGA, RUUD))
    assert circle.state.heaps == (
        Heap(circle=ONE, entries=(EntryId("card-0"), EntryId("card-1"), EntryId("card-2"))),
        Heap(circle=TWO, entries=(EntryId("card-3"), EntryId("card-4"), EntryId("card-5"))),
        Heap(circle="", entries=(EntryId("card-6"),)),
    )
    assert circle.view(NOOR).now is Now.IN_GROUP


def test_who_wrote_no_longer_moves_and_who_comes_late_still_sits_down() -> None:
    circle = gathered({NOOR: ONE, IMANE: ONE, JOOST: ONE})
    on_to(circle, AMBITIONS)
    for person in (NOOR, IMANE, JOOST):
        write(circle, person, person)
    on_to(circle, BY_CIRCLE)
    before = circle.state.heaps
    circle.gather(WEI)
    circle.do(WEI, commands.SitWith, circle=ONE)

    assert circle.do(NOOR, commands.SitWith, circle=TWO) == Refusal(Code.CARDS_LIE_BY_CIRCLE)
    assert circle.state.groups == ((NOOR, IMANE, JOOST, WEI),)
    assert circle.state.heaps == before


@given(
    st.lists(st.sampled_from([ONE, TWO, ""]), min_size=len(PEOPLE), max_size=len(PEOPLE)),
    st.lists(st.integers(0, 3), min_size=len(PEOPLE), max_size=len(PEOPLE)),
)
def test_heap_of_a_circle_never_comes_from_fewer_than_three(tables: list[str], counts: list[int]) -> None:
    seats = dict(zip(PEOPLE, tables, strict=True))
    circle = gathered(seats)
    on_to(circle, AMBITIONS)
    writers: dict[EntryId, PersonId] = {}
    for person, count in zip(PEOPLE, counts, strict=True):
        writers |= {write(circle, person, f"{person}-{number}"): person for number in range(count)}
    on_to(circle, BY_CIRCLE)

    heaps = circle.state.heaps
    assert sorted(entry for heap in heaps for entry in heap.entries) == sorted(writers)
    for heap in heaps:
        by = {writers[entry] for entry in heap.entries}
        assert list(heap.entries) == sorted(heap.entries)
        assert heap.circle == "" or (
            len(by) >= FEWEST_WRITERS and {seats[one] for one in by} == {heap.circle}
        )
