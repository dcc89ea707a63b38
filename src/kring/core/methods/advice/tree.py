"""Whether a triage leads somewhere: every path ends, and everything in it can be reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kring.core.methods.faults import Fault
from kring.core.methods.method import Text
from kring.core.methods.rules.finding import Finding

if TYPE_CHECKING:
    from kring.core.methods.advice.triage import Answer, Question, Triage

FEWEST_ANSWERS = 2


def faults_of_tree(triage: Triage, file: str) -> tuple[Fault, ...]:
    """Everything to mend; nothing more is looked at where the ids don't hold together."""
    found = list(_ids(triage))
    if not found:
        found = [*_choices(triage), *_circles(triage), *_unreached(triage), *_outcomes(triage)]
    return tuple(finding.in_file(file) for finding in found)


def _ids(triage: Triage) -> Iterator[Finding]:
    questions = [question.id for question in triage.questions]
    yield from _twice("questions", questions)
    yield from _twice("outcomes", [outcome.kind.value for outcome in triage.outcomes])
    if triage.first not in questions:
        yield _unknown(("first",), triage.first)
    kinds = {outcome.kind for outcome in triage.outcomes}
    for question in triage.questions:
        yield from _twice(f"questions.{question.id}", [answer.id for answer in question.answers])
        for answer in question.answers:
            place = _at(question, answer)
            if (answer.question is None) == (answer.kind is None):
                yield Finding(
                    place,
                    Text(
                        nl="Dit antwoord leidt nergens heen, of naar twee dingen tegelijk.",
                        en="This answer leads nowhere, or to two things at once.",
                    ),
                    Text(
                        nl="Geef 'question' of 'kind', precies één van de twee.",
                        en="Give 'question' or 'kind', exactly one of the two.",
                    ),
                )
            elif answer.question is not None and answer.question not in questions:
                yield _unknown(place, answer.question)
            elif answer.kind is not None and answer.kind not in kinds:
                yield _unknown(place, answer.kind.value)


def _choices(triage: Triage) -> Iterator[Finding]:
    for question in triage.questions:
        if len(question.answers) < FEWEST_ANSWERS:
            yield Finding(
                ("questions", question.id, "answers"),
                Text(nl="Hier valt niets te kiezen.", en="There is nothing to choose here."),
                Text(nl="Geef minstens twee antwoorden.", en="Give at least two answers."),
            )


def _circles(triage: Triage) -> Iterator[Finding]:
    following = {question.id: _following(question) for question in triage.questions}
    for question in triage.questions:
        ahead, seen = list(following[question.id]), set[str]()
        while ahead:
            one = ahead.pop()
            if one not in seen:
                seen.add(one)
                ahead.extend(following[one])
        if question.id in seen:
            yield Finding(
                ("questions", question.id),
                Text(
                    nl="Van deze vraag kom je weer bij dezelfde vraag uit.",
                    en="From this question one comes back to the same question.",
                ),
                Text(nl="Laat elke weg bij een uitkomst eindigen.", en="Let each path end at an outcome."),
            )


def _unreached(triage: Triage) -> Iterator[Finding]:
    asked = {triage.first} | {to for question in triage.questions for to in _following(question)}
    given = {answer.kind for question in triage.questions for answer in question.answers}
    unreached = [("questions", question.id) for question in triage.questions if question.id not in asked]
    unreached += [
        ("outcomes", outcome.kind.value) for outcome in triage.outcomes if outcome.kind not in given
    ]
    for place in unreached:
        yield Finding(
            place,
            Text(nl="Geen enkel antwoord leidt hierheen.", en="No answer leads here."),
            Text(
                nl="Laat er een antwoord naar wijzen, of haal het weg.",
                en="Point an answer to it, or remove it.",
            ),
        )


def _outcomes(triage: Triage) -> Iterator[Finding]:
    for outcome in triage.outcomes:
        place = ("outcomes", outcome.kind.value)
        if outcome.suits_a_circle and (outcome.begin_with is None or outcome.go_to or outcome.lines):
            yield Finding(
                place,
                Text(
                    nl="Dit hoort in de kring, en toch staat er niet hoe je begint, of juist waar je anders heen moet.",
                    en="This belongs in the circle, yet it doesn't say how to begin, or sends people elsewhere.",
                ),
                Text(
                    nl="Geef 'begin_with', en geen 'go_to' of 'lines'.",
                    en="Give 'begin_with', and no 'go_to' or 'lines'.",
                ),
            )
        if not outcome.suits_a_circle and (not outcome.go_to or outcome.afterwards is None):
            yield Finding(
                place,
                Text(
                    nl="Dit hoort niet in de kring, en er staat niet waar dan wel of wat er later nog kan.",
                    en="This doesn't belong in the circle, and it doesn't say where instead or what can be done later.",
                ),
                Text(nl="Geef 'go_to' en 'afterwards'.", en="Give 'go_to' and 'afterwards'."),
            )


def _following(question: Question) -> list[str]:
    return [answer.question for answer in question.answers if answer.question is not None]


def _at(question: Question, answer: Answer) -> tuple[str, ...]:
    return ("questions", question.id, "answers", answer.id)


def _twice(where: str, ids: list[str]) -> Iterator[Finding]:
    for word, times in Counter(ids).items():
        if times > 1:
            yield Finding(
                (*where.split("."), word),
                Text(nl=f"'{word}' komt {times} keer voor.", en=f"'{word}' occurs {times} times."),
                Text(nl="Geef elk een eigen id.", en="Give each an id of its own."),
            )


def _unknown(place: tuple[str, ...], word: str) -> Finding:
    return Finding(
        place,
        Text(nl=f"'{word}' staat niet in dit bestand.", en=f"'{word}' isn't in this file."),
        Text(
            nl="Schrijf het erbij, of wijs naar iets wat er wel is.",
            en="Add it, or point to something that is there.",
        ),
    )
