"""
What to do about a fault, said to somebody who fills in a form.

A rule tells its remedy in the words of a file. Here it is in the words of the editor, by the rule and the name at
which the fault was found. A rule that isn't named here tells the remedy of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kring.core.methods.check import findings_of_method
from kring.core.methods.faults import Fault
from kring.core.methods.method import Method, Text
from kring.core.methods.rules.minutes import LONGEST, SHORTEST

_BLIND = Text(
    nl="Laat ieder één kaartje schrijven, zonder naam, dat pas bij een latere stap op tafel komt.",
    en="Let each write one card, without a name, that comes to the table only at a later step.",
)
_SILENT = Text(
    nl="Geef deze rol hier een stem, of haal het vinkje weg.",
    en="Give this role a voice here, or take the tick away.",
)

REMEDIES: Mapping[tuple[str, str], Text] = {
    ("rows_are_filled", "phases"): Text(nl="Voeg een stap toe.", en="Add a step."),
    ("rows_are_filled", "suits"): Text(
        nl="Vink minstens één soort vraag aan.", en="Tick at least one kind of question."
    ),
    ("rows_are_filled", "by"): Text(nl="Vink aan wie dit schrijft.", en="Tick who writes this."),
    ("minutes_go_up", "least"): Text(
        nl="Geef minstens 1 minuut; mag de stap vervallen, vink dat dan aan.",
        en="Give at least 1 minute; if the step may be skipped, tick that.",
    ),
    ("minutes_go_up", "usual"): Text(
        nl="Zorg dat ze oplopen: minstens, gewoonlijk, hoogstens.",
        en="See that they go up: at least, usually, at most.",
    ),
    ("minutes_go_up", "most"): Text(
        nl="Zorg dat ze oplopen: minstens, gewoonlijk, hoogstens.",
        en="See that they go up: at least, usually, at most.",
    ),
    ("method_fits_a_meeting", "phases"): Text(
        nl=f"Verander de minuten die een stap gewoonlijk duurt, tot het samen {SHORTEST} tot {LONGEST} minuten is.",
        en=f"Change the usual minutes of the steps until they add up to {SHORTEST} to {LONGEST} minutes.",
    ),
    ("mode_has_its_speakers", "speakers"): Text(
        nl="Vink bij ‘Wie spreekt’ aan wie hier het woord krijgt: niemand, één rol of meer, zoals de zin hierboven zegt.",
        en="Tick under ‘Who speaks’ who gets the floor here: nobody, one role or more, as the sentence above says.",
    ),
    ("mode_has_what_it_needs", "answered_by"): Text(
        nl="Kies bij ‘Wie antwoordt’ iemand die hier geen vragen stelt, of niemand waar niets gevraagd wordt.",
        en="Choose under ‘Who answers’ somebody who asks no questions here, or nobody where nothing is asked.",
    ),
    ("mode_has_what_it_needs", "group_size"): Text(
        nl="Kies groepjes van twee of drie.", en="Choose small groups of two or three."
    ),
    ("mode_has_what_it_needs", "parts"): Text(
        nl="Schrijf op welke rollen er te spelen zijn.", en="Write down which parts there are to play."
    ),
    ("mode_has_what_it_needs", "writing"): Text(
        nl="Voeg toe wat er geschreven wordt.", en="Add what is written."
    ),
    ("mode_has_what_it_needs", "reveals"): Text(
        nl="Vink aan welke kaartjes hier op tafel komen. Zijn er geen, laat ze dan in een eerdere stap verborgen schrijven.",
        en="Tick which cards come to the table here. If there are none, let them be written out of sight in an earlier step.",
    ),
    ("silent_are_silent", "speakers"): _SILENT,
    ("silent_are_silent", "answered_by"): Text(
        nl="Laat een ander antwoorden, of geef deze rol een stem.",
        en="Let somebody else answer, or give this role a voice.",
    ),
    ("silent_are_silent", "by"): Text(
        nl="Laat een ander schrijven, of kies dat alleen de schrijver het ziet.",
        en="Let somebody else write, or choose that only the writer sees it.",
    ),
    ("silent_are_silent", "shown_to"): Text(
        nl="Kies dat alleen de schrijver het ziet, of neem ‘in stilte schrijven’.",
        en="Choose that only the writer sees it, or take ‘writing in silence’.",
    ),
    ("absent_presenter_is_silent", "speakers"): Text(
        nl="Haal de inbrenger weg bij ‘Wie spreekt’, of zet die in de kring.",
        en="Take the presenter out of ‘Who speaks’, or seat them in the circle.",
    ),
    ("absent_presenter_is_silent", "answered_by"): Text(
        nl="Laat een ander antwoorden, of zet de inbrenger in de kring.",
        en="Let somebody else answer, or seat the presenter in the circle.",
    ),
    ("absent_presenter_is_silent", "by"): Text(
        nl="Laat een ander schrijven, of kies dat alleen de schrijver het ziet.",
        en="Let somebody else write, or choose that only the writer sees it.",
    ),
    ("small_groups_fill", "group_size"): Text(
        nl="Maak de groepjes kleiner, of vraag bij ‘Met hoeveel mensen’ om een grotere kring.",
        en="Make the small groups smaller, or ask for a larger circle under ‘How many people’.",
    ),
    ("group_is_a_circle", "group"): Text(
        nl="Kies twee getallen van 3 tot en met 12, het kleinste eerst.",
        en="Choose two numbers from 3 to 12, the smaller one first.",
    ),
    ("reveals_show_hidden_cards", "reveals"): Text(
        nl="Haal het vinkje weg, of laat deze kaartjes in een eerdere stap verborgen schrijven.",
        en="Take the tick away, or let these cards be written out of sight in an earlier step.",
    ),
    ("hidden_cards_are_revealed_once", "shown"): Text(
        nl="Vink deze kaartjes in precies één latere stap aan bij ‘Komt hier op tafel’.",
        en="Tick these cards in exactly one later step under ‘Comes to the table here’.",
    ),
    ("cards_are_about_earlier_ones", "about"): Text(
        nl="Kies kaartjes die er dan al zijn en die de schrijver mag zien.",
        en="Choose cards that are there by then and that the writer may see.",
    ),
    ("ratings_have_labels", "about"): Text(
        nl="Kies welke kaartjes gewaardeerd worden.", en="Choose which cards are rated."
    ),
    ("ratings_have_labels", "choices"): Text(
        nl="Geef minstens twee woorden om uit te kiezen.", en="Give at least two words to choose from."
    ),
    ("ratings_have_labels", "writing"): Text(
        nl="Voeg bij ‘Wat er geschreven wordt’ een waardering toe.",
        en="Add a rating under ‘What is written’.",
    ),
    ("votes_are_blind", "kind"): Text(
        nl="Kies ‘geheime stemming’ voor deze stap, of een ander soort kaartje.",
        en="Choose ‘blind vote’ for this step, or another sort of card.",
    ),
    ("votes_are_blind", "writing"): Text(
        nl="Laat er precies één soort stembriefje schrijven.", en="Let exactly one sort of ballot be written."
    ),
    ("votes_are_blind", ""): _BLIND,
    ("ways_back_lead_back", "to"): Text(
        nl="Zet deze stap weer na de stap waar hij naar teruggaat.",
        en="Put this step after the one that it goes back to again.",
    ),
    ("parts_are_taken_off", "parts"): Text(
        nl="Vink in een latere stap aan dat ieder uit de gespeelde rol stapt.",
        en="Tick in a later step that everybody steps out of their part.",
    ),
    ("parts_are_taken_off", "takes_off_parts"): Text(
        nl="Haal het vinkje weg, of zet de stap na het rollenspel.",
        en="Take the tick away, or put the step after the role play.",
    ),
    ("advice_follows_questions", "kind"): Text(
        nl="Zet er een stap voor waarin vragen gesteld worden, of kies een ander soort kaartje.",
        en="Put a step before it in which questions are asked, or choose another sort of card.",
    ),
    ("presenter_has_the_last_word", "floor"): Text(
        nl="Zet er een stap achter met één stem: de inbrenger. Gaat deze stap niet over de casus, kies dan het leren of het proces.",
        en="Add a step with one voice: the presenter. If this step isn't about the case, choose the learning or the process.",
    ),
    ("presenter_has_the_last_word", "optional"): Text(
        nl="Haal weg dat deze stap mag vervallen; zwijgen mag altijd.",
        en="Take away that this step may be skipped; staying silent is always fine.",
    ),
    ("texts_say_something", "nl"): Text(
        nl="Schrijf hem zoals je hem zou zeggen; iemand in de kring leest hem.",
        en="Write it as you would say it; somebody in the circle reads it.",
    ),
    ("texts_say_something", "en"): Text(
        nl="Schrijf hem zoals je hem zou zeggen; iemand in de kring leest hem.",
        en="Write it as you would say it; somebody in the circle reads it.",
    ),
}


def faults_for_form(method: Method) -> tuple[Fault, ...]:
    """Every rule that a method breaks, with the remedy for whoever fills in a form."""
    return tuple(
        replace(fault, mend=_remedy(rule, fault)) for rule, fault in findings_of_method(method, method.id)
    )


def _remedy(rule: str, fault: Fault) -> Text:
    names = (fault.place[-1] if fault.place else "", "")
    return next((REMEDIES[rule, name] for name in names if (rule, name) in REMEDIES), fault.mend)
