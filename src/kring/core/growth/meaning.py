"""What each name in an exercise file says, in one sentence; the names it shares with a method are told there."""

from __future__ import annotations

from kring.core.growth.exercise import Exercise, ForGoals, Goals, Theory
from kring.core.methods.kind import Meanings
from kring.core.methods.meaning import MEANINGS as OF_METHODS
from kring.core.methods.method import Block, Text

MEANINGS: Meanings = {
    **OF_METHODS,
    Exercise: {
        **OF_METHODS[Block],
        "summary": Text(
            nl="in één of twee zinnen wat je oefent.", en="what is practised, in a sentence or two."
        ),
        "for_goals": Text(nl="waarin je ermee groeit.", en="what one grows in by it."),
        "level": Text(nl="hoe ervaren een kring moet zijn.", en="how practised a circle must be."),
        "group": Text(nl="met hoeveel mensen het kan.", en="how many people it is for."),
        "theory": Text(nl="één bladzijde uitleg vooraf.", en="one page of explanation beforehand."),
        "credit": Text(nl="van wie de oefening komt.", en="whom the exercise comes from."),
    },
    ForGoals: {
        "mainly": Text(nl="waarvoor de oefening gemaakt is.", en="what the exercise was made for."),
        "also": Text(nl="waar ze ook bij helpt.", en="what it helps with as well."),
    },
    Goals: {
        "capabilities": Text(nl="welke van de tien vaardigheden.", en="which of the ten capabilities."),
        "themes": Text(nl="welke thema's van het werk.", en="which themes of the work."),
    },
    Theory: {
        "title": Text(nl="wat er boven de kaart staat.", en="what stands at the top of the card."),
        "points": Text(nl="drie tot zes korte alinea's.", en="three to six short paragraphs."),
        "try_this": Text(
            nl="één ding om morgen op het werk te proberen.", en="one thing to try at work tomorrow."
        ),
        "origin": Text(nl="van wie het idee is.", en="whose idea it is."),
        "source": Text(nl="een adres waar men meer kan lezen.", en="an address where one can read more."),
        "evidence": Text(
            nl="hoe stevig het staat, eerlijk gezegd.", en="how firmly it stands, said honestly."
        ),
    },
}
