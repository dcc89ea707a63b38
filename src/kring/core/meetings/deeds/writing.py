"""Writing on the table: contributing, changing, taking back, being ready; and refusing one's own case."""

from __future__ import annotations

from kring.core.meetings import commands as asked, events as happened
from kring.core.meetings.cases import has_begun
from kring.core.meetings.deeds.presence import Deed
from kring.core.meetings.evolving import evolve
from kring.core.meetings.moment import Moment
from kring.core.meetings.plan import EntryId
from kring.core.meetings.refusals import Code, Refusal
from kring.core.meetings.standing import is_silent, is_written
from kring.core.meetings.state import STAND_IN, Entry, slot_of
from kring.core.meetings.writing import (
    is_full,
    left_in,
    may_change,
    may_withdraw,
    needs_target,
    own_entries,
    slots_of,
    targets,
    too_late,
)
from kring.core.methods.method import CardKind, Shown, ShownTo, Writing


def contributing_is_possible(moment: Moment) -> Refusal | None:
    """Some slot of this phase is theirs and has room."""
    slots = slots_of(moment.state, moment.by)
    if not slots:
        silent = moment.phase is not None and is_silent(moment.state, moment.by)
        return Refusal(Code.MUST_BE_SILENT if silent else Code.NOTHING_TO_WRITE)
    if any(left_in(moment.state, moment.by, slot) for slot in slots):
        return None
    if all(needs_target(slot) for slot in slots):
        return Refusal(Code.NOTHING_TO_WRITE)
    return Refusal(Code.SLOT_IS_FULL, {"most": max(slot.most for slot in slots)})


def contribute(moment: Moment, command: asked.Contribute) -> Deed:
    """Write an entry."""
    slots = slots_of(moment.state, moment.by)
    slot = next((slot for slot in slots if slot.id == command.slot), None)
    if slot is None:
        return Refusal(Code.NO_SUCH_SLOT)
    if not command.text:
        return Refusal(Code.EMPTY)
    if not command.entry or command.entry.startswith(STAND_IN) or command.entry in moment.state.entries:
        return Refusal(Code.ENTRY_EXISTS)
    refusal = _wrong_target(moment, slot, command.about)
    if refusal is not None:
        return refusal
    if not left_in(moment.state, moment.by, slot):
        return Refusal(Code.SLOT_IS_FULL, {"most": slot.most})
    contributed = happened.Contributed(
        by=moment.by,
        entry=command.entry,
        slot=slot.id,
        phase=moment.state.phase,
        text=command.text,
        about=command.about,
        hidden=slot.shown is Shown.TOGETHER and slot.shown_to is not ShownTo.WRITER,
    )
    return _and_ready(moment, contributed, slot)


def changing_is_possible(moment: Moment) -> Refusal | None:
    """Some own entry can still be written anew."""
    own = _all_own(moment)
    if any(may_change(moment.state, moment.by, entry) for entry in own):
        return None
    still = [entry for entry in own if not too_late(moment.state, entry)]
    return Refusal(Code.MUST_BE_SILENT) if still else _nothing_left(own)


def change(moment: Moment, command: asked.Change) -> Deed:
    """Write an own entry anew; two devices at once are told apart by the revision."""
    entry = _own(moment, command.entry)
    if entry is None:
        return Refusal(Code.NO_SUCH_ENTRY)
    if too_late(moment.state, entry):
        return Refusal(Code.TOO_LATE_TO_CHANGE)
    if not may_change(moment.state, moment.by, entry):
        return Refusal(Code.MUST_BE_SILENT)
    if command.revision != entry.revision + 1:
        return Refusal(Code.WRITTEN_ANEW, {"revision": entry.revision})
    if not command.text:
        return Refusal(Code.EMPTY)
    return (happened.Changed(by=moment.by, entry=entry.id, revision=command.revision, text=command.text),)


def withdrawing_is_possible(moment: Moment) -> Refusal | None:
    """Some own entry can still be taken back."""
    own = _all_own(moment)
    return None if any(may_withdraw(moment.state, moment.by, entry) for entry in own) else _nothing_left(own)


def withdraw(moment: Moment, command: asked.Withdraw) -> Deed:
    """Take an own entry back."""
    entry = _own(moment, command.entry)
    if entry is None:
        return Refusal(Code.NO_SUCH_ENTRY)
    if not may_withdraw(moment.state, moment.by, entry):
        return Refusal(Code.TOO_LATE_TO_CHANGE)
    withdrawn = happened.Withdrawn(by=moment.by, entry=entry.id)
    here_and_now = entry.phase == moment.state.phase and entry.passage == moment.state.passage
    tells = not (slot_of(moment.state.plan, entry).named or entry.hidden)
    if moment.me is not None and moment.me.finished and here_and_now and not tells:
        return (withdrawn, happened.Unfinished(by=moment.by))
    return (withdrawn,)


def finishing_is_possible(moment: Moment) -> Refusal | None:
    """Whoever has something to write and didn't say so yet."""
    if not slots_of(moment.state, moment.by):
        return Refusal(Code.NOTHING_TO_WRITE)
    return Refusal(Code.ALREADY_FINISHED) if moment.me is not None and moment.me.finished else None


def finish(moment: Moment, command: asked.Finish) -> Deed:
    """Be ready."""
    return (happened.Finished(by=moment.by),)


def unfinishing_is_possible(moment: Moment) -> Refusal | None:
    """Whoever said to be ready."""
    return None if moment.me is not None and moment.me.finished else Refusal(Code.NOT_FINISHED)


def unfinish(moment: Moment, command: asked.Unfinish) -> Deed:
    """Not be ready after all."""
    return (happened.Unfinished(by=moment.by),)


def declining_is_possible(moment: Moment) -> Refusal | None:
    """Until the case begins."""
    if moment.me is not None and moment.me.declined:
        return Refusal(Code.ALREADY_DECLINED)
    planned = moment.planned
    begun = planned is not None and (planned.has_presenter or has_begun(moment.state))
    if planned is None or (begun and not planned.phase.chooses_presenter):
        return Refusal(Code.TOO_LATE_TO_DECLINE)
    return None


def decline(moment: Moment, command: asked.Decline) -> Deed:
    """Refuse to have the own case chosen, also when it was chosen just now."""
    return (happened.Declined(by=moment.by),)


def _and_ready(moment: Moment, contributed: happened.Contributed, slot: Writing) -> Deed:
    """
    Whoever has written all there is to write is ready, as after a vote.

    Not where an entry without a name is seen at once: being ready at the same moment would tell whose it is.
    """
    me = moment.me
    tells = not (slot.named or contributed.hidden)
    if me is None or me.finished or tells or not is_written(moment.state):
        return (contributed,)
    if not is_full(evolve(moment.state, contributed, moment.now), moment.by):
        return (contributed,)
    return (contributed, happened.Finished(by=moment.by))


def _all_own(moment: Moment) -> list[Entry]:
    entries = moment.state.entries.values()
    return [entry for entry in entries if entry.by == moment.by and not entry.withdrawn]


def _nothing_left(own: list[Entry]) -> Refusal:
    return Refusal(Code.TOO_LATE_TO_CHANGE if own else Code.NO_SUCH_ENTRY)


def _own(moment: Moment, entry: EntryId) -> Entry | None:
    found = moment.state.entries.get(entry)
    return found if found is not None and found.by == moment.by and not found.withdrawn else None


def _wrong_target(moment: Moment, slot: Writing, about: EntryId | None) -> Refusal | None:
    if not needs_target(slot):
        return None if about is None else Refusal(Code.ABOUT_NOTHING)
    if about not in {entry.id for entry in targets(moment.state, moment.by, slot)}:
        return Refusal(Code.ABOUT_NOTHING)
    if slot.kind is CardKind.RATING:
        rated = {entry.about for entry in own_entries(moment.state, moment.by, slot)}
        return Refusal(Code.ALREADY_RATED) if about in rated else None
    return None
