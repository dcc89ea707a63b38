"""Method files as YAML nodes that remember their line; what YAML allows and a method doesn't need is refused here."""

from __future__ import annotations

import yaml

from kring.core.methods.faults import Fault, FaultyFile
from kring.core.methods.method import Text

MOST_CHARACTERS = 200_000  # ten times the longest shipped method; a larger file is something else
DEEPEST = 20  # a choice in a slot in a phase is at seven; the C reader must not be led into a pit

# libyaml where the wheel has it: eight times as fast, with the same marks.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str, file: str) -> yaml.Node:
    """
    The top node of a file.

    Raises:
        FaultyFile: not YAML, empty, too large, nested too deep, or with `&` and `*` references.
    """
    if len(text) > MOST_CHARACTERS:
        raise FaultyFile([_too_large(file)])
    try:
        _refuse_pits(text, file)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise FaultyFile([_not_yaml(error, file)]) from error
    if node is None:
        raise FaultyFile([_empty(file)])
    return node


def _refuse_pits(text: str, file: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise FaultyFile([_reference(file, _line(event))])
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > DEEPEST:
                raise FaultyFile([_too_deep(file, _line(event))])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1


def _line(event: yaml.Event) -> int:
    return 0 if event.start_mark is None else event.start_mark.line + 1


def _not_yaml(error: yaml.YAMLError, file: str) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or "unreadable character"
    return Fault(
        file,
        (),
        Text(
            nl=f"Dit is hier niet als YAML te lezen ({problem}).",
            en=f"This can't be read as YAML here ({problem}).",
        ),
        Text(
            nl="Kijk op deze regel en de regel erboven: spring in met spaties (geen tabs), zet achter elke naam een "
            "dubbele punt met een spatie, en zet zinnen tussen dubbele aanhalingstekens.",
            en="Look at this line and the one above: indent with spaces (no tabs), put a colon and a space after each "
            "name, and put sentences between double quotes.",
        ),
        None if mark is None else mark.line + 1,
    )


def _empty(file: str) -> Fault:
    return Fault(
        file,
        (),
        Text(nl="Het bestand is leeg.", en="The file is empty."),
        Text(
            nl="Begin met een kopie van library/basis.yaml en verander die.",
            en="Start from a copy of library/basis.yaml and change that.",
        ),
        1,
    )


def _too_large(file: str) -> Fault:
    return Fault(
        file,
        (),
        Text(
            nl=f"Het bestand telt meer dan {MOST_CHARACTERS} tekens.",
            en=f"The file has more than {MOST_CHARACTERS} characters.",
        ),
        Text(
            nl="Eén methode per bestand; kort de teksten in.", en="One method a file; make the texts shorter."
        ),
    )


def _too_deep(file: str, line: int) -> Fault:
    return Fault(
        file,
        (),
        Text(
            nl=f"Hier zit meer dan {DEEPEST} niveaus in elkaar.",
            en=f"More than {DEEPEST} levels are nested here.",
        ),
        Text(
            nl="Kijk of er een haak of accolade niet gesloten is.",
            en="See whether a bracket or brace was left open.",
        ),
        line,
    )


def _reference(file: str, line: int) -> Fault:
    return Fault(
        file,
        (),
        Text(
            nl="Hier staat een verwijzing met een ster (*); een methode is zonder te lezen.",
            en="There is a reference with a star (*) here; a method is read without.",
        ),
        Text(
            nl="Schrijf uit wat er bedoeld is. Is de ster gewone tekst, zet de zin dan tussen dubbele aanhalingstekens.",
            en="Write out what is meant. If the star is plain text, put the sentence between double quotes.",
        ),
        line,
    )
