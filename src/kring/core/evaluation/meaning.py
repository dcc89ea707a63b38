"""What each name in a questionnaire's file says, in one sentence."""

from __future__ import annotations

from kring.core.evaluation.questionnaire import Item, Questionnaire, Scale
from kring.core.methods.kind import Meanings
from kring.core.methods.meaning import MEANINGS as OF_METHODS
from kring.core.methods.method import Text

MEANINGS: Meanings = {
    Text: OF_METHODS[Text],
    Questionnaire: {
        "id": Text(nl="de naam van het bestand, zonder .yaml.", en="the name of the file, without .yaml."),
        "name": Text(nl="hoe het moment heet.", en="what the moment is called."),
        "when": Text(nl="wanneer je dit vraagt.", en="when one asks this."),
        "scale": Text(nl="hoe de twee uiteinden heten.", en="what the two ends are called."),
        "items": Text(nl="de zinnen, één voor één.", en="the sentences, one by one."),
        "beside": Text(
            nl="naast welke eerdere vragenlijst de uitkomst staat.",
            en="beside which earlier questionnaire the outcome stands.",
        ),
    },
    Scale: {
        "low": Text(nl="wat 1 betekent.", en="what 1 means."),
        "high": Text(nl="wat 5 betekent.", en="what 5 means."),
    },
    Item: {
        "id": Text(
            nl="een woord dat altijd bij deze zin hoort.", en="a word that always goes with this one."
        ),
        "about": Text(nl="waar de zin over gaat.", en="what the sentence is about."),
        "says": Text(nl="de zin zelf.", en="the sentence itself."),
    },
}
