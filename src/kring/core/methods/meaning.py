"""
What each name in a method file says, in one sentence.

The published schema shows these while one writes, and a fault about a missing name quotes them.
"""

from __future__ import annotations

from kring.core.methods.method import (
    Block,
    Choice,
    Credit,
    Floor,
    GroupSize,
    Instruction,
    Loop,
    Method,
    Minutes,
    Part,
    Phase,
    Rotation,
    Task,
    Text,
    Writing,
)

_SHORT_ID = Text(
    nl="een korte naam in kleine letters die nooit meer verandert.",
    en="a short name in lower case that never changes again.",
)
_VERSION = Text(
    nl="een getal dat je ophoogt als de methode anders gaat lopen.",
    en="a number to raise when the method runs differently.",
)
_TO_READ = Text(nl="hoe het op het scherm heet.", en="what it is called on the screen.")
_MOST_TIMES = Text(nl="hoe vaak dat ten hoogste mag.", en="how many times that may be done at most.")

MEANINGS: dict[type, dict[str, Text]] = {
    Method: {
        "id": _SHORT_ID,
        "version": _VERSION,
        "name": _TO_READ,
        "summary": Text(nl="in één of twee zinnen wat je doet.", en="what you do, in one or two sentences."),
        "suits_when": Text(
            nl="wanneer je deze methode kiest, als zin.", en="when one chooses this method, as a sentence."
        ),
        "credit": Text(nl="van wie de methode komt.", en="whom the method comes from."),
        "level": Text(nl="hoe ervaren een kring moet zijn.", en="how practised a circle must be."),
        "suits": Text(nl="voor welke soorten vragen ze past.", en="which kinds of question it suits."),
        "exposure": Text(nl="hoeveel de inbrenger blootlegt.", en="how much the presenter lays open."),
        "group": Text(
            nl="met hoeveel mensen het kan, inbrenger en begeleider meegeteld.",
            en="how many people it is for, presenter and facilitator included.",
        ),
        "preparation": Text(
            nl="wat de inbrenger vooraf bedenkt.", en="what the presenter thinks about beforehand."
        ),
        "roles": Text(nl="wat elke rol op zich neemt.", en="what each role takes upon itself."),
        "pitfalls": Text(nl="wat er vaak misgaat.", en="what often goes wrong."),
        "phases": Text(nl="de stappen, op volgorde.", en="the steps, in order."),
        "languages": Text(
            nl="in welke talen de teksten geschreven zijn; in de andere staat dan dezelfde tekst.",
            en="in which languages the texts were written; in the other one the same text stands.",
        ),
    },
    Block: {
        "id": _SHORT_ID,
        "version": _VERSION,
        "name": _TO_READ,
        "phases": Text(nl="de stappen, op volgorde.", en="the steps, in order."),
    },
    Phase: {
        "id": _SHORT_ID,
        "name": _TO_READ,
        "purpose": Text(nl="waar deze stap goed voor is.", en="what this step is good for."),
        "minutes": Text(
            nl="hoe lang de stap duurt: least, usual en most.",
            en="how long the step lasts: least, usual and most.",
        ),
        "floor": Text(nl="wie er mag spreken, en hoe.", en="who may speak, and how."),
        "instruction": Text(
            nl="de ene zin die elke rol zegt wat die nu doet.",
            en="the one sentence that tells each role what to do now.",
        ),
        "about": Text(
            nl="waar de stap over gaat: de casus, het leren of het proces.",
            en="what the step is about: the case, the learning or the process.",
        ),
        "silent": Text(
            nl="welke rollen niet mogen spreken en niets aan de groep mogen schrijven.",
            en="which roles may neither speak nor write to the group.",
        ),
        "presenter_place": Text(
            nl="waar de inbrenger zit: in de kring, afgewend, of buiten de kamer.",
            en="where the presenter is: in the circle, turned away, or out of the room.",
        ),
        "writing": Text(nl="wat er geschreven wordt.", en="what is written."),
        "reveals": Text(
            nl="welke verborgen kaartjes bij het begin van deze stap zichtbaar worden.",
            en="which hidden cards appear when this step begins.",
        ),
        "chooses_presenter": Text(
            nl="of deze stap eindigt met de keuze van de casus.",
            en="whether this step ends by choosing the case.",
        ),
        "parts": Text(
            nl="de rollen in een rollenspel, of van wie in een rol geïnterviewd wordt.",
            en="the parts in a role play, or of whoever is interviewed in one.",
        ),
        "takes_off_parts": Text(
            nl="of iedereen hier weer uit de gespeelde rol stapt.",
            en="whether everybody steps out of their part here.",
        ),
        "cues": Text(
            nl="wat een ervaren collega de begeleider influistert, alleen over het proces.",
            en="what an experienced colleague would whisper to the facilitator, on the process alone.",
        ),
        "extend_by": Text(nl="wie er tijd bij mag geven.", en="who may give more time."),
        "end_by": Text(nl="wie er verder mag gaan.", en="who may go on."),
        "loop": Text(
            nl="naar welke eerdere stap je na deze terug mag.",
            en="which earlier step one may return to after this one.",
        ),
        "next_presenter": Text(
            nl="vanaf welke stap het opnieuw begint met de volgende inbrenger.",
            en="from which step it starts again with the next presenter.",
        ),
        "optional": Text(
            nl="of de stap zonder overleg mag vervallen.",
            en="whether the step may be skipped without asking.",
        ),
    },
    Floor: {
        "mode": Text(nl="hoe het woord verdeeld wordt.", en="how the floor is held."),
        "speakers": Text(nl="welke rollen het woord mogen krijgen.", en="which roles may have the floor."),
        "answered_by": Text(nl="wie er antwoordt op vragen.", en="who answers questions."),
        "rounds": Text(nl="hoe vaak de kring rond gaat.", en="how many times around the circle."),
        "may_pass": Text(nl="of je je beurt voorbij mag laten gaan.", en="whether one may let a turn go by."),
        "order_rotates": Text(
            nl="of een volgende ronde bij de volgende begint.",
            en="whether a further round starts with the next person.",
        ),
        "in_turn": Text(
            nl="of de vragen (of de beurten in een rollenspel) de kring rond gaan.",
            en="whether the questions (or the turns in a role play) go around.",
        ),
        "most_in_a_row": Text(
            nl="hoeveel vragen één persoon achter elkaar mag stellen.",
            en="how many questions one person may ask in a row.",
        ),
        "most_questions": Text(
            nl="hoeveel vragen er in deze stap ten hoogste gesteld worden, door iedereen samen.",
            en="how many questions are put in this step at most, by all together.",
        ),
        "question_only": Text(
            nl="of er alleen vragen mogen klinken.", en="whether only questions may be heard."
        ),
        "pause_seconds": Text(
            nl="hoeveel seconden stilte er tussen vraag en antwoord zit.",
            en="how many seconds of silence lie between question and answer.",
        ),
        "group_size": Text(nl="groepjes van twee of drie.", en="small groups of two or three."),
    },
    Writing: {
        "id": _SHORT_ID,
        "kind": Text(nl="wat voor kaartje het is.", en="what sort of card it is."),
        "by": Text(nl="welke rollen het schrijven.", en="which roles write it."),
        "prompt": Text(nl="wat er boven het schrijfvak staat.", en="what stands above the writing space."),
        "shown_to": Text(
            nl="wie het mag zien: alleen de schrijver, de inbrenger of de groep.",
            en="who may see it: the writer alone, the presenter or the group.",
        ),
        "shown": Text(
            nl="wanneer: meteen, of allemaal tegelijk bij een latere stap.",
            en="when: at once, or together at a later step.",
        ),
        "named": Text(nl="of erbij staat wie het schreef.", en="whether it says who wrote it."),
        "least": Text(
            nl="hoeveel kaartjes iemand minstens schrijft.", en="how many cards a person writes at least."
        ),
        "most": Text(
            nl="hoeveel kaartjes iemand hoogstens schrijft.", en="how many cards a person writes at most."
        ),
        "about": Text(
            nl="bij welke eerdere kaartjes deze horen, of waaruit je stemt.",
            en="which earlier cards these belong to, or the vote is on.",
        ),
        "choices": Text(
            nl="de woorden om uit te kiezen, waar je kiest in plaats van schrijft.",
            en="the words to choose from, where one chooses instead of writing.",
        ),
    },
    Choice: {"id": _SHORT_ID, "name": _TO_READ},
    Part: {"id": _SHORT_ID, "name": _TO_READ},
    Minutes: {
        "least": Text(nl="korter dan dit wordt de stap nooit.", en="the step never gets shorter than this."),
        "usual": Text(nl="zo lang duurt het als er geen haast is.", en="how long it takes without haste."),
        "most": Text(
            nl="langer dan dit wordt de stap nooit gepland.", en="the step is never planned longer than this."
        ),
    },
    Instruction: {
        "presenter": Text(nl="wat de inbrenger nu doet.", en="what the presenter does now."),
        "peers": Text(nl="wat de andere deelnemers nu doen.", en="what the other participants do now."),
        "facilitator": Text(nl="wat de begeleider nu doet.", en="what the facilitator does now."),
        "observer": Text(nl="wat de procesbewaker nu doet.", en="what the observer does now."),
    },
    Loop: {
        "to": Text(nl="naar welke eerdere stap je teruggaat.", en="which earlier step one returns to."),
        "most": _MOST_TIMES,
        "decided_by": Text(nl="welke rollen daarover beslissen.", en="which roles decide on it."),
    },
    Rotation: {
        "to": Text(nl="bij welke stap de volgende begint.", en="at which step the next one starts."),
        "presenters": Text(
            nl="hoeveel mensen er ten hoogste inbrengen; zonder dit iedereen.",
            en="how many people present at most; everybody without this.",
        ),
    },
    GroupSize: {
        "least": Text(nl="met minder mensen gaat het niet.", en="it doesn't work with fewer people."),
        "most": Text(nl="met meer mensen gaat het niet.", en="it doesn't work with more people."),
    },
    Credit: {
        "origin": Text(
            nl="wie de methode bedacht of bekend maakte.", en="who thought of the method or made it known."
        ),
        "source": Text(nl="een adres waar men meer kan lezen.", en="an address where one can read more."),
        "certainty": Text(
            nl="hoe zeker de stappen en de minuten zijn.", en="how certain the steps and the minutes are."
        ),
        "note": Text(nl="wat hier anders is dan in de bron.", en="what differs here from the source."),
    },
    Task: {
        "role": Text(nl="welke rol.", en="which role."),
        "task": Text(nl="wat die op zich neemt.", en="what it takes upon itself."),
    },
    Text: {
        "nl": Text(nl="de tekst in het Nederlands.", en="the text in Dutch."),
        "en": Text(nl="de tekst in het Engels.", en="the text in English."),
    },
}
