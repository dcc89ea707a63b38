"""Writing, rating and voting."""

from __future__ import annotations

import json
from datetime import timedelta

from kring.client.companions.mind import Mind
from kring.client.companions.sees import Sees
from kring.client.companions.wishes import Do, Wish, Write
from kring.core.meetings.plan import EntryId
from kring.core.meetings.state import Entry
from kring.core.meetings.view import SlotNow
from kring.core.methods.method import CardKind, Mode, Writing

OFTEN_ONE = frozenset({CardKind.OFFER, CardKind.CASE, CardKind.CORE, CardKind.INSIGHT, CardKind.INTENTION,
                       CardKind.LOOK_BACK, CardKind.DILEMMA, CardKind.POSITION, CardKind.PROCESS})  # fmt: skip
SKIPS = 0.1  # the share of cards nobody has to write that a companion leaves blank
IN_A_WEEK = timedelta(days=7)


def write(sees: Sees, mind: Mind) -> Wish | None:
    """The next card to write, until there are as many as planned."""
    for now in sees.view.slots:
        writing = sees.writing(now.slot)
        if writing is None or now.left < 1:
            continue
        about = f"{sees.moment} {now.slot} {len(now.own)}"
        found = _next_card(sees, mind, writing, now)
        if found is None:
            continue
        text, subject = found
        seconds = mind.span(about, mind.pace.thinking) + mind.pace.a_letter * len(text)
        return Wish(f"write {about}", Write(now.slot, text, subject), seconds)
    return None


def finish(sees: Sees, mind: Mind) -> Wish | None:
    """Say that one is ready."""
    me = sees.state.people.get(sees.me)
    if not sees.may("finish") or me is None or me.finished:
        return None
    return Wish(f"finish {sees.moment}", Do("finish"), mind.span(f"finish {sees.moment}", mind.pace.reading))


def _next_card(sees: Sees, mind: Mind, writing: Writing, now: SlotNow) -> tuple[str, EntryId | None] | None:
    if writing.kind is CardKind.BALLOT:
        return _ballot(sees, mind, writing) if not now.own else None
    if writing.kind is CardKind.CHOICE:
        return (_label(mind, writing), None) if not now.own else None
    if writing.about is not None:
        return _about_a_card(sees, mind, writing)
    if len(now.own) >= _planned(sees, mind, writing):
        return None
    return _text(sees, mind, writing, len(now.own)), None


def _planned(sees: Sees, mind: Mind, writing: Writing) -> int:
    """How many cards this companion means to write into a slot: seldom more than two, sometimes none."""
    about = f"{sees.moment} {writing.id} cards"
    if writing.least == 0 and _is_aside(sees) and mind.likely(f"{about} skipped", SKIPS):
        return 0
    most = 1 if writing.kind in OFTEN_ONE else 2
    return max(writing.least, min(writing.most, mind.plan(about, 1, most)))


def _is_aside(sees: Sees) -> bool:
    """Whether writing isn't what this phase is for."""
    return sees.phase is not None and sees.phase.phase.floor.mode is not Mode.SILENT_WRITING


def _text(sees: Sees, mind: Mind, writing: Writing, number: int) -> str:
    about = f"{sees.moment} {writing.id} {number}"
    if about not in mind.texts:
        line = mind.lines.next(writing.kind)
        if writing.kind is CardKind.INTENTION:
            date = (sees.now + IN_A_WEEK).date().isoformat()
            line = json.dumps({"text": line, "date": date}, ensure_ascii=False)
        mind.texts[about] = line
    return mind.texts[about]


def _about_a_card(sees: Sees, mind: Mind, writing: Writing) -> tuple[str, EntryId] | None:
    """A label or an answer for the next card that has none of mine yet."""
    done = {entry.about for entry in sees.own(writing.id)}
    for card in sees.cards(writing.about):
        if card.id in done:
            continue
        if writing.choices:
            return _label(mind, writing), card.id
        return _text(sees, mind, writing, len(done)), card.id
    return None


def _ballot(sees: Sees, mind: Mind, writing: Writing) -> tuple[str, EntryId | None] | None:
    """A vote for somebody else's card, where there is one. What is chosen stands in the sealed text alone."""
    if writing.choices:
        return _label(mind, writing), None
    offers = [card for card in sees.cards(writing.about) if not _declined(sees, card)]
    others = [card for card in offers if card.by != sees.me]
    chosen = others or offers
    return (mind.chance.choice(chosen).id, None) if chosen else None


def _label(mind: Mind, writing: Writing) -> str:
    return mind.chance.choice(writing.choices).id


def _declined(sees: Sees, card: Entry) -> bool:
    writer = sees.state.people.get(card.by)
    return writer is not None and (writer.declined or writer.left)
