"""
Whether a method or a block can be carried out: a circle of a given size walks through all of it.

Everybody speaks and writes; everybody passes; somebody comes late, and somebody leaves, in every phase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kring.core.meetings.agenda import MINUTE, compose
from kring.core.meetings.deeds.leading import FEWEST
from kring.core.meetings.plan import Pace, PersonId, Plan, PlannedPhase
from kring.core.meetings.standing import here, role_of, speakers
from kring.core.meetings.state import Stage, State, slot_of
from kring.core.meetings.walker import Walker
from kring.core.meetings.writing import needs_target
from kring.core.methods.faults import Fault
from kring.core.methods.load import load_blocks
from kring.core.methods.method import (
    About,
    Block,
    CardKind,
    GroupSize,
    Method,
    Mode,
    ShownTo,
    Text,
    Writing,
)

LATE = PersonId("late")
_SOMEBODY_SPEAKS = frozenset(Mode) - {
    Mode.SILENT_WRITING,
    Mode.STILLNESS,
    Mode.REVEAL,
    Mode.RATING,
    Mode.VOTE,
}


def simulate(method: Method, size: int) -> tuple[Fault, ...]:
    """
    What goes wrong when that many people, facilitator and presenter included, meet by this method.

    Empty when all goes well. Places are in the method's file, or in the block's where a block is the matter.
    """
    return _walked(compose(method, load_blocks()), size)


def simulate_all_sizes(method: Method) -> tuple[Fault, ...]:
    """The same for every size that the method allows; each fault once, for the smallest circle that has it."""
    return _walked_by_all(compose(method, load_blocks()), method.group)


def simulate_block(block: Block, group: GroupSize) -> tuple[Fault, ...]:
    """
    What goes wrong when circles of these sizes go through a block: as long as there is no case, and after one.

    Each fault once, for the smallest circle that has it.
    """
    plans = [_plan_of(block, has_presenter=has_presenter) for has_presenter in (False, True)]
    return _each_once(fault for plan in plans for fault in _walked_by_all(plan, group))


def simulate_plan(plan: Plan, size: int) -> tuple[Fault, ...]:
    """What goes wrong when that many people go through a whole meeting; nobody comes late or leaves."""
    return _walked(plan, size, steady=True)


def _walked_by_all(plan: Plan, group: GroupSize) -> tuple[Fault, ...]:
    """
    Every size. Somebody comes and somebody leaves in the smallest circle and in the largest: what those in between
    become by it is walked as it is.
    """
    ends = (group.least, group.most)
    return _each_once(
        fault
        for size in range(group.least, group.most + 1)
        for fault in _walked(plan, size, steady=size not in ends)
    )


def _walked(plan: Plan, size: int, *, steady: bool = False) -> tuple[Fault, ...]:
    walks = (*_everybody_takes_part(plan, size, steady=steady), *_everybody_passes(plan, size))
    return tuple(dict.fromkeys(walks))


def _each_once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    found: dict[tuple[str, tuple[str, ...]], Fault] = {}
    for fault in faults:
        found.setdefault((fault.file, fault.place), fault)
    return tuple(found.values())


def _plan_of(block: Block, *, has_presenter: bool) -> Plan:
    """The block between arriving (or choosing a case, so that there is a presenter) and closing."""
    blocks = load_blocks()
    row = [
        (blocks["choosing" if has_presenter else "arrival"], False),
        (block, True),
        (blocks["closing"], True),
    ]
    return Plan(
        method=block.id,
        method_version=block.version,
        method_name=block.name,
        minutes=sum(phase.minutes.usual for part, _ in row for phase in part.phases),
        pace=Pace.LIVE,
        phases=tuple(
            PlannedPhase(
                block=part.id,
                block_name=part.name,
                of_method=False,
                has_presenter=has_presenter and chosen,
                phase=phase,
                seconds=phase.minutes.usual * MINUTE,
            )
            for part, chosen in row
            for phase in part.phases
        ),
    )


def _everybody_takes_part(plan: Plan, size: int, *, steady: bool) -> Iterator[Fault]:
    """The whole meeting; and from the beginning of each phase that is checked, with somebody coming or leaving."""
    walker = Walker(plan)
    for planned in _phases_walked(walker, size):
        yield from _faults_on_entering(walker.state, planned, size)
        if planned.block == plan.method and not steady:
            yield from _comings_and_goings(walker.state, walker, planned, size)
        own_case, presenter = _is_last_on_the_case(plan, walker.state.phase), walker.state.presenter
        if not walker.walk_on():
            yield _stuck(planned, size)
            return
        yield from _faults_on_leaving(walker.state, planned, size)
        if own_case and presenter is not None and presenter not in walker.active_before:
            yield _no_last_word(planned, size)
    yield from _never_shown(walker.state)


def _everybody_passes(plan: Plan, size: int) -> Iterator[Fault]:
    walker = Walker(plan, passing=True)
    for planned in _phases_walked(walker, size):
        if not walker.walk_on():
            yield _stuck(planned, size)
            return


def _phases_walked(walker: Walker, size: int) -> Iterator[PlannedPhase]:
    """Each phase as it is entered; whoever asks for the next one has walked on."""
    for number in range(size):
        walker.join(PersonId(f"person {number + 1}"))
    walker.walk_on()
    while walker.state.stage is Stage.MEETING:
        yield walker.state.plan.phases[walker.state.phase]


def _comings_and_goings(state: State, walker: Walker, planned: PlannedPhase, size: int) -> Iterator[Fault]:
    leaving = {role_of(state, person.id): person.id for person in here(state)}
    for person in (*leaving.values(), LATE):
        other = walker.from_here()
        if person == LATE:
            other.join(LATE)
        else:
            other.leave(person)
        if not other.walk_on():
            yield _stuck(planned, size)


def _faults_on_entering(state: State, planned: PlannedPhase, size: int) -> Iterator[Fault]:
    mode = planned.phase.floor.mode
    grouped = mode is Mode.SMALL_GROUPS
    if (grouped and (not state.groups or any(len(group) < FEWEST for group in state.groups))) or (
        mode in _SOMEBODY_SPEAKS and not grouped and not speakers(state)
    ):
        yield _nobody(planned, size)


def _faults_on_leaving(state: State, planned: PlannedPhase, size: int) -> Iterator[Fault]:
    written = {entry.slot for entry in state.entries.values()}
    for slot in planned.phase.writing:
        if slot.kind is CardKind.RATING and needs_target(slot) and slot.id not in written:
            yield _nothing_to_rate(planned, slot, size)


def _is_last_on_the_case(plan: Plan, index: int) -> bool:
    on_the_case = [
        number
        for number, planned in enumerate(plan.phases)
        if planned.of_method and planned.phase.about is About.CASE and planned.case == plan.phases[index].case
    ]
    return bool(on_the_case) and index == on_the_case[-1]


def _never_shown(state: State) -> Iterator[Fault]:
    for entry in state.entries.values():
        slot = slot_of(state.plan, entry)
        if entry.hidden and slot.shown_to is not ShownTo.WRITER:
            planned = state.plan.phases[entry.phase]
            yield Fault(
                planned.block,
                ("phases", planned.phase.id, "writing", slot.id),
                Text(
                    nl="Wat hier verborgen geschreven wordt, komt nooit op tafel.",
                    en="What is written here out of sight never comes to the table.",
                ),
                Text(
                    nl=f"Zet '{slot.id}' bij reveals van een latere stap.",
                    en=f"Name '{slot.id}' under reveals in a later step.",
                ),
            )


def _stuck(planned: PlannedPhase, size: int) -> Fault:
    return _fault(
        planned,
        Text(
            nl=f"Met {size} mensen komt er geen einde aan deze stap.",
            en=f"With {size} people this step never ends.",
        ),
        Text(
            nl="Geef in end_by een rol die er altijd is, zoals facilitator.",
            en="Name a role under end_by that is always there, such as facilitator.",
        ),
    )


def _nobody(planned: PlannedPhase, size: int) -> Fault:
    return _fault(
        planned,
        Text(
            nl=f"Met {size} mensen heeft hier niemand (iemand om mee) te spreken.",
            en=f"With {size} people nobody speaks here, or has anybody to speak with.",
        ),
        Text(
            nl="Geef meer rollen het woord bij speakers, of verhoog group › least.",
            en="Let more roles speak under speakers, or raise group › least.",
        ),
        "floor",
        "speakers",
    )


def _nothing_to_rate(planned: PlannedPhase, slot: Writing, size: int) -> Fault:
    return _fault(
        planned,
        Text(
            nl=f"Met {size} mensen ligt er op dit moment niets om te beoordelen.",
            en=f"With {size} people there is nothing on the table to rate at this moment.",
        ),
        Text(
            nl=f"Laat '{slot.about}' in deze of een eerdere stap op tafel komen (reveals).",
            en=f"Let '{slot.about}' come to the table in this or an earlier step (reveals).",
        ),
        "writing",
        slot.id,
    )


def _no_last_word(planned: PlannedPhase, size: int) -> Fault:
    return _fault(
        planned,
        Text(
            nl=f"Met {size} mensen spreekt of schrijft de inbrenger niet in de laatste stap over de casus.",
            en=f"With {size} people the presenter neither speaks nor writes in the last step on the case.",
        ),
        Text(
            nl="Geef de inbrenger in deze stap het laatste woord, of zet er een stap achter waarin dat kan.",
            en="Give the presenter the last word in this step, or add a step in which they have it.",
        ),
    )


def _fault(planned: PlannedPhase, wrong: Text, mend: Text, *below: str) -> Fault:
    return Fault(planned.block, ("phases", planned.phase.id, *below), wrong, mend)
