"""What the words of the method language are called in the two languages, as a facilitator would say them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from kring.core.methods.method import (
    About,
    CardKind,
    Exposure,
    Level,
    Mode,
    Place,
    QuestionKind,
    Role,
    Shown,
    ShownTo,
    Text,
    WrittenIn,
)
from kring.core.methods.traits import Mood, Sound

_NAMES: Mapping[Enum, Text] = {
    Level.BEGINNER: Text(nl="om mee te beginnen", en="to start with"),
    Level.INTERMEDIATE: Text(nl="met enige oefening", en="with some practice"),
    Level.ADVANCED: Text(nl="voor wie goed op elkaar ingespeeld is", en="for those well used to each other"),
    Role.PRESENTER: Text(nl="inbrenger", en="presenter"),
    Role.PEERS: Text(nl="deelnemers", en="peers"),
    Role.FACILITATOR: Text(nl="begeleider", en="facilitator"),
    Role.OBSERVER: Text(nl="procesbewaker", en="observer"),
    Mode.MONOLOGUE: Text(nl="één stem", en="one voice"),
    Mode.ROUND_ROBIN: Text(nl="om de beurt", en="in turn"),
    Mode.OPEN_FLOOR: Text(nl="wie wil spreekt", en="whoever wants to speaks"),
    Mode.QUESTION_AND_ANSWER: Text(nl="vraag en antwoord", en="question and answer"),
    Mode.LISTED_QUESTIONS: Text(nl="vragen verzamelen", en="collecting questions"),
    Mode.SILENT_WRITING: Text(nl="in stilte schrijven", en="writing in silence"),
    Mode.REVEAL: Text(nl="tegelijk onthullen", en="revealing together"),
    Mode.RATING: Text(nl="waarderen", en="rating"),
    Mode.VOTE: Text(nl="geheime stemming", en="blind vote"),
    Mode.INTERVIEW: Text(nl="vraaggesprek", en="interview"),
    Mode.ROLE_PLAY: Text(nl="rollenspel", en="role play"),
    Mode.STILLNESS: Text(nl="stilte", en="stillness"),
    Mode.SMALL_GROUPS: Text(nl="in groepjes", en="in small groups"),
    Mode.STATEMENT_WHEN_ASKED: Text(nl="spreken als je gevraagd wordt", en="speaking when asked"),
    Place.IN_THE_CIRCLE: Text(nl="in de kring", en="in the circle"),
    Place.LISTENING_ONLY: Text(nl="luistert afgewend", en="listens, turned away"),
    Place.OUT_OF_ROOM: Text(nl="is de kamer uit", en="is out of the room"),
    QuestionKind.PROBLEM: Text(nl="een probleem", en="a problem"),
    QuestionKind.DILEMMA: Text(nl="een dilemma", en="a dilemma"),
    QuestionKind.INCIDENT: Text(nl="iets wat gebeurd is", en="something that happened"),
    QuestionKind.SUCCESS: Text(nl="iets wat goed ging", en="something that went well"),
    QuestionKind.EMOTION: Text(nl="iets wat je raakt", en="something that touches you"),
    QuestionKind.HOW_TO: Text(nl="hoe doe ik dat, dan?", en="how do I do that, then?"),
    Exposure.LOW: Text(nl="weinig", en="little"),
    Exposure.MEDIUM: Text(nl="een deel van zichzelf", en="a part of themselves"),
    Exposure.HIGH: Text(nl="veel", en="a lot"),
    Mood.QUIET: Text(nl="rustig: luisteren en schrijven", en="quiet: listening and writing"),
    Mood.MIXED: Text(nl="van allebei", en="some of both"),
    Mood.LIVELY: Text(nl="levendig: vrij gesprek", en="lively: free conversation"),
    Sound.ONE_VOICE: Text(nl="één stem", en="one voice"),
    Sound.IN_TURN: Text(nl="vragen of om de beurt", en="questions or in turn"),
    Sound.FREE: Text(nl="vrij gesprek of spel", en="free talk or play"),
    Sound.SILENCE: Text(nl="stilte", en="silence"),
    About.CASE: Text(nl="de casus", en="the case"),
    About.LEARNING: Text(nl="wat we leerden", en="what we learned"),
    About.PROCESS: Text(nl="hoe het ging", en="how it went"),
    CardKind.OFFER: Text(nl="aangeboden casus", en="case on offer"),
    CardKind.CASE: Text(nl="de casus of de vraag", en="the case or its question"),
    CardKind.QUESTION: Text(nl="vraag", en="question"),
    CardKind.ANSWER: Text(nl="antwoord", en="answer"),
    CardKind.FACT: Text(nl="feit", en="fact"),
    CardKind.FEELING: Text(nl="gevoel", en="feeling"),
    CardKind.IMAGE: Text(nl="beeld", en="image"),
    CardKind.OBSERVATION: Text(nl="wat iemand zag of hoorde", en="what somebody saw or heard"),
    CardKind.CORE: Text(nl="de kern", en="the core"),
    CardKind.HYPOTHESIS: Text(nl="mogelijke verklaring", en="possible explanation"),
    CardKind.QUALITY: Text(nl="kwaliteit", en="quality"),
    CardKind.FACTOR: Text(nl="wat helpt of hindert", en="what helps or hinders"),
    CardKind.VALUE: Text(nl="waarde", en="value"),
    CardKind.DILEMMA: Text(nl="dilemma", en="dilemma"),
    CardKind.POSITION: Text(nl="standpunt", en="position"),
    CardKind.ALTERNATIVE: Text(nl="mogelijkheid om te handelen", en="possible way to act"),
    CardKind.ADVICE: Text(nl="advies", en="advice"),
    CardKind.RATING: Text(nl="waardering van een kaartje", en="rating of a card"),
    CardKind.BALLOT: Text(nl="stembriefje", en="ballot"),
    CardKind.CHOICE: Text(nl="keuze uit een paar woorden", en="choice from a few words"),
    CardKind.INSIGHT: Text(nl="inzicht", en="insight"),
    CardKind.INTENTION: Text(nl="voornemen", en="intention"),
    CardKind.LOOK_BACK: Text(nl="terugblik", en="look-back"),
    CardKind.PROCESS: Text(nl="over het proces", en="about the process"),
    ShownTo.WRITER: Text(nl="alleen wie het schrijft", en="only whoever writes it"),
    ShownTo.PRESENTER: Text(nl="de inbrenger", en="the presenter"),
    ShownTo.GROUP: Text(nl="iedereen", en="everybody"),
    Shown.AT_ONCE: Text(nl="meteen", en="at once"),
    Shown.TOGETHER: Text(nl="tegelijk, bij een latere stap", en="together, at a later step"),
    WrittenIn.DUTCH: Text(nl="Nederlands", en="Dutch"),
    WrittenIn.ENGLISH: Text(nl="Engels", en="English"),
}


def name_of(word: Enum) -> Text:
    """
    What a word of the method language is called, in lower case.

    Raises:
        KeyError: no word that people read.
    """
    return _NAMES[word]
