"""What a table would change in who is there already."""

from hypothesis import given, settings, strategies as st

from kring.core.circles.enrolling.comparing import Change, compare
from kring.core.circles.enrolling.entry import Entry, Facts, Known, Mend


def entry(row: int, name: str, manager: str = "", *, key: str = "", **facts: str) -> Entry:
    mail = f"{name.lower()}@example.org"
    return Entry(row, key or mail, mail, manager, {"name": name, "mail": mail, "profession": "zorg", **facts})


def known(one: Entry, key: str = "", manager: str = "") -> Known:
    return Known(key or one.key, str(one.facts["name"]), one.mail, manager, one.facts)


def test_new_changed_and_the_same_are_told_apart() -> None:
    there = [known(entry(0, "Noor")), known(entry(0, "Bram"))]

    plan = compare([entry(2, "Noor"), entry(3, "Bram", team="Noord"), entry(4, "Wei")], there)

    assert [one.row for one in plan.new] == [4]
    assert plan.changed == (Change("bram@example.org", {"team": "Noord"}, None, 3),)
    assert plan.same == 1


def test_somebody_is_known_by_key_and_else_by_address() -> None:
    there = [known(entry(0, "Noor"), key="17")]

    by_address = compare([entry(2, "Noor", key="18")], there)
    by_key = compare([entry(2, "Nora", key="17")], there)

    assert (by_address.same, by_address.new) == (1, ())
    assert by_key.changed == (Change("17", {"name": "Nora", "mail": "nora@example.org"}, None, 2),)


def test_address_of_somebody_else_is_a_fault() -> None:
    there = [known(entry(0, "Noor"), key="17"), known(entry(0, "Bram"), key="18")]

    plan = compare([entry(2, "Bram", key="17")], there)

    [fault] = plan.faults
    assert (fault.row, fault.mend, fault.other) == (2, Mend.TAKEN, "Bram")
    assert (plan.new, plan.changed) == ((), ())


def test_manager_is_found_by_key_address_or_name() -> None:
    saskia = entry(2, "Saskia", key="1")
    rows = [saskia, entry(3, "Bram", "1"), entry(4, "Noor", "Saskia@example.org"), entry(5, "Wei", "saskia")]

    plan = compare([*rows, entry(6, "Joost", "De baas")], [])

    assert plan.managers == {
        "bram@example.org": "1",
        "noor@example.org": "1",
        "wei@example.org": "1",
        "joost@example.org": "De baas",
    }
    assert plan.elsewhere == ((6, "De baas"),)


def test_ring_is_told_at_each_row_of_it() -> None:
    rows = [
        entry(2, "Noor", "Bram"),
        entry(3, "Bram", "Wei"),
        entry(4, "Wei", "Noor"),
        entry(5, "Joost", "Wei"),
    ]

    plan = compare(rows, [])

    assert [(fault.row, fault.mend) for fault in plan.faults] == [
        (2, Mend.RING),
        (3, Mend.RING),
        (4, Mend.RING),
    ]
    assert plan.faults[0].other == "Noor → Bram → Wei → Noor"
    assert [one.row for one in plan.new] == [5]


def test_ring_through_somebody_who_is_there_is_a_ring() -> None:
    plan = compare([entry(2, "Noor", "Bram")], [known(entry(0, "Bram"), manager="noor@example.org")])

    assert [fault.mend for fault in plan.faults] == [Mend.RING]


people = st.lists(st.integers(0, 9), min_size=1, max_size=10, unique=True)


@given(people, people, st.lists(st.integers(0, 12), min_size=10, max_size=10))
@settings(max_examples=60)
def test_nobody_is_lost_doubled_or_their_own_manager(
    there: list[int], rows: list[int], above: list[int]
) -> None:
    entries = [entry(row, f"P{one}", f"P{above[one]}") for row, one in enumerate(rows, start=2)]
    before = [known(entry(0, f"P{one}")) for one in there]

    plan = compare(entries, before)

    assert plan.good + len(plan.faults) == len(entries)
    keys = [*(one.key for one in before), *(one.key for one in plan.new)]
    assert len(keys) == len(set(keys))
    for key in plan.managers:
        seen, one = set(), key
        while one in plan.managers:
            assert one not in seen
            seen.add(one)
            one = plan.managers[one]


def test_an_empty_cell_empties_what_was_known_and_a_column_left_out_nothing() -> None:
    before = Known("noor@example.org", "Noor", "noor@example.org", "1", {**entry(2, "Noor").facts, **KNOWN})
    same = Known("bram@example.org", "Bram", "bram@example.org", "", entry(3, "Bram").facts)

    plan = compare([empty(entry(2, "Noor")), empty(entry(3, "Bram"))], [before, same])

    assert plan.changed == (
        Change("noor@example.org", {"team": "", "seniority": None}, "", 2, ("team", "seniority", "manager")),
    )
    assert (plan.managers, plan.emptied, plan.same) == ({"noor@example.org": ""}, 3, 1)


def test_what_somebody_told_themselves_isnt_emptied() -> None:
    facts: Facts = {**entry(2, "Noor").facts, **KNOWN}
    own = frozenset({"team", "seniority", "manager"})

    plan = compare(
        [empty(entry(2, "Noor"))], [Known("noor@example.org", "Noor", "noor@example.org", "1", facts, own)]
    )

    assert (plan.changed, plan.same, plan.kept) == ((), 1, 1)


KNOWN: Facts = {"team": "Noord", "function": "coach", "seniority": 0}


def empty(one: Entry) -> Entry:
    """With columns for these and nothing in them."""
    return Entry(
        one.row, one.key, one.mail, "", one.facts, frozenset({"team", "seniority", "slots", "manager"})
    )
