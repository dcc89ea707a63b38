"""Guarding structure, where it falls to a companion: going on when it is time, and choosing as the group voted."""

from __future__ import annotations

from collections import Counter

from kring.client.companions.mind import Mind
from kring.client.companions.sees import Sees
from kring.client.companions.speaking import has_asked_enough
from kring.client.companions.wishes import Do, Wish
from kring.core.meetings.cases import case_at
from kring.core.meetings.plan import EntryId, Pace as WayToMeet
from kring.core.meetings.state import Entry
from kring.core.meetings.view import ClockWords, Now
from kring.core.methods.method import CardKind


def facilitate(sees: Sees, mind: Mind) -> Wish | None:
    """The facilitator's next deed, where one is due."""
    if sees.may("take_over") and sees.view.now is Now.MAY_TAKE_OVER:
        return Wish("take over", Do("take_over"), mind.pace.quiet * (1 + mind.span("take over", (0, 1))))
    if sees.state.facilitator != sees.me:
        return None
    if sees.state.time_out_by == sees.me and sees.may("end_time_out"):
        return Wish("end time-out", Do("end_time_out"), mind.pace.quiet)
    if sees.may("resume") and not sees.state.break_asked_by:
        return Wish("resume", Do("resume"), mind.pace.quiet)
    if sees.phase is not None and sees.phase.phase.chooses_presenter and sees.may("choose_presenter"):
        return _choose(sees, mind)
    return _go_on(sees, mind)


def _go_on(sees: Sees, mind: Mind) -> Wish | None:
    if not sees.may("next") or sees.phase is None:
        return None
    deed = Do("next", {"from_phase": sees.state.phase})
    if sees.view.now is Now.GO_ON:
        return Wish(f"go on {sees.moment}", deed, mind.span(f"go on {sees.moment}", mind.pace.thinking))
    if not _is_time(sees, mind):
        return None
    return Wish(f"go on {sees.moment} {sees.state.number}", deed, mind.pace.quiet)


def _is_time(sees: Sees, mind: Mind) -> bool:
    """Nobody is busy, and the phase has had the least it should have; or its time is up and nobody speaks."""
    if sees.view.floor.holder is not None:
        return has_asked_enough(sees)
    if sees.view.clock is ClockWords.UP:
        return True
    if sees.view.people_to_wait_for:
        return False
    # Over days nobody speaks: where nobody has anything left to write there is nothing to sit out.
    return sees.state.plan.pace is WayToMeet.DAYS or _share_gone(sees) >= mind.pace.least_share


def _share_gone(sees: Sees) -> float:
    left, clock = sees.view.remaining_seconds, sees.state.clock
    return 1.0 if left is None or clock is None or clock.seconds == 0 else 1 - left / clock.seconds


def _choose(sees: Sees, mind: Mind) -> Wish | None:
    """Whose case most people voted for; of equals, the one who spoke up first."""
    if sees.state.presenter is not None and sees.view.now is not Now.CHOOSE:
        return _go_on(sees, mind)
    if sees.view.floor.holder is not None or (
        sees.view.people_to_wait_for and sees.view.clock is not ClockWords.UP
    ):
        return None
    person, entry = _chosen(sees)
    fields: dict[str, str | int] = {"person": person, "entry": entry} if entry else {"person": person}
    return Wish(f"choose {sees.moment} {sees.state.number}", Do("choose_presenter", fields), mind.pace.quiet)


def _chosen(sees: Sees) -> tuple[str, EntryId | None]:
    offers = _cards_of(sees, CardKind.OFFER)
    able = {entry.id: entry for entry in offers if _is_able(sees, entry)}
    votes = Counter(sees.opened.get(ballot.id, "") for ballot in _cards_of(sees, CardKind.BALLOT))
    if able:
        entry = max(able.values(), key=lambda entry: votes[entry.id])  # max keeps the first of equals
        return entry.by, entry.id
    people = [person for person in sees.state.people.values() if person.present and not person.left]
    willing = [person.id for person in people if person.id != sees.me and not person.declined]
    return (willing or [sees.me])[0], None


def _cards_of(sees: Sees, kind: CardKind) -> list[Entry]:
    slots = {
        writing.id
        for planned in sees.state.plan.phases
        if planned.case == case_at(sees.state.plan, sees.state.phase)
        for writing in planned.phase.writing
        if writing.kind is kind
    }
    entries = [sees.state.entries[entry] for entry in sees.view.cards]
    return [entry for entry in entries if entry.slot in slots]


def _is_able(sees: Sees, offer: Entry) -> bool:
    writer = sees.state.people.get(offer.by)
    return (
        writer is not None
        and writer.present
        and not writer.left
        and not writer.declined
        and not writer.has_presented
    )
