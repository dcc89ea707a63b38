"""What is wrong with an agenda, and what to know before beginning with it. Sentences, each with its remedy."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.meetings.agenda import MOST_DAYS, chooses, days_of, timetable, unroll
from kring.core.meetings.parts import (
    LEAST_MINUTES,
    Agenda,
    Part,
    PartKind,
    Piece,
    Shelf,
    is_around_a_case,
    least,
    most,
    phases_of,
    piece_of,
)
from kring.core.meetings.plan import Pace
from kring.core.methods.method import Block, GroupSize, Method, Text

MOST_PARTS = 16  # more is no meeting any more, and no screen that one reads
MOST_CASES = 2  # a third case gets what is left of everybody's attention
SHORTEST, LONGEST = 15, 480  # minutes; an exercise between two appointments, a whole day


def faults(agenda: Agenda, shelf: Shelf) -> tuple[Text, ...]:
    """Why nobody can meet by this agenda; empty where they can."""
    return tuple(_faults(agenda, shelf))


def warnings(agenda: Agenda, shelf: Shelf, pace: Pace = Pace.LIVE) -> tuple[Text, ...]:
    """What to know before beginning with an agenda without faults: nothing, or sentences to show."""
    if pace is Pace.DAYS:
        days = days_of(unroll(agenda, shelf, pace))
        return (
            *_sizes(agenda, shelf),
            *_order(agenda, shelf),
            *((_too_many_days(days),) if days > MOST_DAYS else ()),
        )
    return (*_time(agenda, shelf), *_sizes(agenda, shelf), *_order(agenda, shelf))


def _faults(agenda: Agenda, shelf: Shelf) -> Iterator[Text]:
    if not agenda.parts:
        yield Text(
            nl="Er staat nog niets in de bijeenkomst. Voeg een onderdeel toe.",
            en="There is nothing in the meeting yet. Add a part.",
        )
    if len(agenda.parts) > MOST_PARTS:
        yield Text(
            nl=f"Een bijeenkomst heeft hooguit {MOST_PARTS} onderdelen. Haal er een paar uit.",
            en=f"A meeting has {MOST_PARTS} parts at most. Take some out.",
        )
    if not SHORTEST <= agenda.minutes <= LONGEST:
        yield Text(
            nl=f"Een bijeenkomst duurt tussen {SHORTEST} en {LONGEST} minuten. Kies een tijd daartussen.",
            en=f"A meeting takes between {SHORTEST} and {LONGEST} minutes. Choose a time in between.",
        )
    if sum(1 for part in agenda.parts if isinstance(piece_of(part, shelf), Method)) > MOST_CASES:
        yield Text(
            nl=f"Meer dan {MOST_CASES} casussen is te veel voor één keer. Haal er een uit.",
            en=f"More than {MOST_CASES} cases is too much for one meeting. Take one out.",
        )
    for place, part in enumerate(agenda.parts):
        yield from _faults_of_part(place, part, agenda.parts[place - 1] if place else None, shelf)


def _faults_of_part(place: int, part: Part, before: Part | None, shelf: Shelf) -> Iterator[Text]:
    piece = piece_of(part, shelf)
    if piece is None:
        yield Text(
            nl=f"Onderdeel {place + 1} bestaat hier niet. Haal het uit de bijeenkomst.",
            en=f"Part {place + 1} doesn't exist here. Take it out of the meeting.",
        )
        return
    if before is not None and (part.kind, part.id) == (before.kind, before.id):
        yield Text(
            nl=f"'{piece.name.nl}' staat twee keer achter elkaar. Haal er een weg, of zet er iets tussen.",
            en=f"'{piece.name.en}' comes twice in a row. Take one away, or put something in between.",
        )
    fewest, longest = least(piece.phases), most(piece.phases)
    if part.minutes is not None and not fewest <= part.minutes <= longest:
        yield Text(
            nl=f"'{piece.name.nl}' duurt tussen {fewest} en {longest} minuten, niet {part.minutes}.",
            en=f"'{piece.name.en}' takes between {fewest} and {longest} minutes, not {part.minutes}.",
        )


def _time(agenda: Agenda, shelf: Shelf) -> Iterator[Text]:
    has_case = any(isinstance(piece_of(part, shelf), Method) for part in agenda.parts)
    if has_case and agenda.minutes < LEAST_MINUTES:
        yield Text(
            nl=f"{agenda.minutes} minuten is kort: voor een rustige bijeenkomst is anderhalf uur het minste.",
            en=f"{agenda.minutes} minutes is short: an unhurried meeting takes an hour and a half at least.",
        )
    needed, planned = (
        sum(least(phases_of(part, shelf)) for part in agenda.parts),
        sum(timetable(agenda, shelf)),
    )
    if needed > agenda.minutes:
        yield Text(
            nl=f"Dit alles heeft minstens {needed} minuten nodig; in {agenda.minutes} minuten lukt dat niet. "
            "Neem meer tijd, laat iets weg of kies een kortere methode.",
            en=f"All this takes {needed} minutes at least; it won't fit into {agenda.minutes}. "
            "Take more time, leave something out or choose a shorter method.",
        )
    elif planned > agenda.minutes:
        yield Text(
            nl=f"De onderdelen duren samen {planned - agenda.minutes} minuten langer dan de {agenda.minutes} "
            "die jullie hebben. Maak iets korter.",
            en=f"Together the parts take {planned - agenda.minutes} minutes more than the {agenda.minutes} "
            "that you have. Make something shorter.",
        )
    elif planned < agenda.minutes:
        yield Text(
            nl=f"Er blijven {agenda.minutes - planned} van de {agenda.minutes} minuten over. "
            "Dat mag; je bent eerder klaar.",
            en=f"{agenda.minutes - planned} of the {agenda.minutes} minutes are left over. "
            "That is fine; you finish earlier.",
        )


def _sizes(agenda: Agenda, shelf: Shelf) -> Iterator[Text]:
    """The same people do all of it, so there must be a number that suits each part."""
    pieces = [piece for part in agenda.parts if (piece := piece_of(part, shelf)) is not None]
    sized = [(group, piece.name) for piece in pieces if (group := _group(piece)) is not None]
    if not sized:
        return
    small, fewer = min(sized, key=lambda one: one[0].most)
    large, more = max(sized, key=lambda one: one[0].least)
    if large.least <= small.most:
        return
    few, many = _people(small), _people(large)
    yield Text(
        nl=f"'{fewer.nl}' is voor {few.nl} en '{more.nl}' voor {many.nl}. "
        "Geen kring is dat allebei: neem voor een van de twee iets anders.",
        en=f"'{fewer.en}' is for {few.en} and '{more.en}' for {many.en}. "
        "No circle is both: take something else for one of them.",
    )


def _group(piece: Piece) -> GroupSize | None:
    """For how many it is. Methods and exercises say so; what stands around a case is for everybody."""
    group: GroupSize | None = getattr(piece, "group", None)
    return group


def _people(group: GroupSize) -> Text:
    if group.least == group.most:
        return Text(nl=f"{group.least} mensen", en=f"{group.least} people")
    return Text(nl=f"{group.least} tot {group.most} mensen", en=f"{group.least} to {group.most} people")


def _order(agenda: Agenda, shelf: Shelf) -> Iterator[Text]:
    ids = [part.id if part.kind is PartKind.BLOCK else "" for part in agenda.parts]
    pieces = [piece_of(part, shelf) for part in agenda.parts]
    methods = [place for place, piece in enumerate(pieces) if isinstance(piece, Method)]
    if not methods and all(is_around_a_case(part) for part in agenda.parts):
        yield Text(
            nl="Er staat geen casus en geen oefening in. Voeg er een toe.",
            en="There is no case and no exercise in it. Add one.",
        )
    if "arrival" not in ids:
        yield Text(
            nl="Niets opent de bijeenkomst. Begin met de aankomst, dan is ieders stem gehoord.",
            en="Nothing opens the meeting. Begin with the arrival, so that everybody's voice is heard.",
        )
    if methods and "look_back" not in ids[: methods[0]]:
        yield Text(
            nl="Er is geen terugblik aan het begin. Wat jullie je de vorige keer voornamen, blijft zo liggen.",
            en="There is no look-back at the beginning. What you intended last time is left lying.",
        )
    yield from _choosing(pieces)
    if "closing" not in ids:
        yield Text(
            nl="Niets sluit de bijeenkomst af. Eindig met de afsluiting, dan gaat ieder weg met een voornemen.",
            en="Nothing closes the meeting. End with the closing, so that everybody leaves with an intention.",
        )
    elif ids[-1] != "closing":
        yield Text(
            nl="Na de afsluiting komt nog iets. Zet de afsluiting als laatste.",
            en="Something comes after the closing. Put the closing last.",
        )


def _choosing(pieces: list[Method | Block | None]) -> Iterator[Text]:
    """Each case is chosen right before it, or within its own method; and what is chosen is worked on."""
    chosen = False
    for piece in pieces:
        if piece is None:
            continue
        if isinstance(piece, Method):
            if not (chosen or chooses(piece)):
                yield Text(
                    nl=f"Voor '{piece.name.nl}' wordt geen casus gekozen: "
                    "de begeleider wijst dan iemand aan. Zet er 'Een casus kiezen' voor.",
                    en=f"No case is chosen for '{piece.name.en}': "
                    "the facilitator will have to name somebody. Put 'Choosing a case' before it.",
                )
            chosen = False
        elif chooses(piece):
            chosen = True
    if chosen:
        yield Text(
            nl="Na 'Een casus kiezen' komt er geen methode meer. Zet er een achter, of laat het kiezen weg.",
            en="No method comes after 'Choosing a case'. Put one behind it, or leave the choosing out.",
        )


def _too_many_days(days: int) -> Text:
    return Text(
        nl=f"{days} dagen is lang: na {MOST_DAYS} dagen raken mensen de draad kwijt. Kies een kortere methode.",
        en=f"{days} days is long: after {MOST_DAYS} days people lose the thread. Choose a shorter method.",
    )
