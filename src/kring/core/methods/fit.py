"""Fit what was read to the types of the method language, and gather every place where it doesn't fit."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from enum import Enum

import yaml
from msgspec import inspect

from kring.core.methods.faults import Fault
from kring.core.methods.kind import Meanings
from kring.core.methods.method import Text

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | None
Path = tuple[str, ...]

_TAG = "tag:yaml.org,2002:"


class Fitting:
    """
    One file on the fitting table.

    Attributes:
        meanings: What each name says, to quote where one is missing.
        faults: Filled while fitting, in the order of the file.
        lines: Where each key and item begins, to say the line of what is found wrong later.
    """

    def __init__(self, file: str, meanings: Meanings) -> None:
        self.file = file
        self.meanings = meanings
        self.faults: list[Fault] = []
        self.lines: dict[Path, int] = {}

    def fit(self, node: yaml.Node, shape: type[object]) -> Plain:
        """The plain value for `msgspec.convert`; only worth converting when no fault was found."""
        return self._value(node, inspect.type_info(shape), ())

    def line_of(self, place: Path) -> int | None:
        """The line of a place, or of the nearest thing around it that the file has."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return None

    def _value(self, node: yaml.Node, shape: inspect.Type, place: Path) -> Plain:
        self.lines.setdefault(place, node.start_mark.line + 1)
        match shape:
            case inspect.UnionType(types=types):
                if node.tag == _TAG + "null":
                    return None
                return self._value(node, next(t for t in types if not isinstance(t, inspect.NoneType)), place)
            case inspect.StructType():
                return self._struct(node, shape, place)
            case inspect.VarTupleType(item_type=item_type):
                return self._row(node, item_type, place)
            case inspect.EnumType(cls=cls):
                return self._word(node, cls, place)
            case inspect.StrType():
                return self._text(node, place)
            case inspect.IntType():
                return self._number(node, place)
            case inspect.BoolType():
                return self._yes_or_no(node, place)
            case _:
                raise TypeError(f"the method language has a type that files can't hold: {shape}")

    def _struct(self, node: yaml.Node, shape: inspect.StructType, place: Path) -> Plain:
        if not isinstance(node, yaml.MappingNode):
            names = ", ".join(field.encode_name for field in shape.fields)
            self._fault(
                node,
                place,
                Text(nl="Hier horen namen met een waarde erachter.", en="Names with a value belong here."),
                Text(
                    nl=f"Zet hieronder, ingesprongen, de namen die hier horen: {names}.",
                    en=f"Put below it, indented, the names that belong here: {names}.",
                ),
            )
            return None
        fields = {field.encode_name: field for field in shape.fields}
        found: dict[str, Plain] = {}
        for key, value in node.value:
            name = str(key.value)
            self.lines[*place, name] = key.start_mark.line + 1
            if name not in fields:
                self._unknown(key, name, fields, place)
            elif name in found:
                self._twice(key, name, place)
            else:
                found[name] = self._value(value, fields[name].type, (*place, name))
        for name, field in fields.items():
            if field.required and name not in found:
                self._missing(node, shape.cls, name, place)
        return found

    def _row(self, node: yaml.Node, item_type: inspect.Type, place: Path) -> Plain:
        if not isinstance(node, yaml.SequenceNode):
            self._fault(
                node,
                place,
                Text(nl="Hier hoort een lijst.", en="A list belongs here."),
                Text(
                    nl="Begin elk onderdeel op een eigen regel met een streepje en een spatie, of schrijf [een, twee].",
                    en="Start each item on its own line with a dash and a space, or write [one, two].",
                ),
            )
            return None
        return [
            self._value(item, item_type, (*place, _name_of(item, number)))
            for number, item in enumerate(node.value, start=1)
        ]

    def _word(self, node: yaml.Node, words: type[Enum], place: Path) -> Plain:
        known = [str(word.value) for word in words]
        value = node.value if isinstance(node, yaml.ScalarNode) else ""
        if value in known:
            return str(value)
        self._fault(
            node,
            place,
            Text(
                nl=f"'{value}' is hier geen woord van de methodetaal." if value else "Hier hoort één woord.",
                en=f"'{value}' isn't a word of the method language here."
                if value
                else "One word belongs here.",
            ),
            Text(
                nl=_meant(value, known, "Bedoel je '{}'? ") + f"Kies uit: {', '.join(known)}.",
                en=_meant(value, known, "Do you mean '{}'? ") + f"Choose from: {', '.join(known)}.",
            ),
        )
        return None

    def _text(self, node: yaml.Node, place: Path) -> Plain:
        if isinstance(node, yaml.ScalarNode) and node.tag == _TAG + "str":
            return str(node.value)
        self._fault(
            node,
            place,
            _instead(node, "tekst", "Text"),
            Text(
                nl="Zet de tekst tussen dubbele aanhalingstekens; woorden als ja, no, on en getallen leest YAML anders.",
                en="Put the text between double quotes; YAML reads words like yes, no, on and numbers differently.",
            ),
        )
        return None

    def _number(self, node: yaml.Node, place: Path) -> Plain:
        is_number = isinstance(node, yaml.ScalarNode) and node.tag == _TAG + "int"
        if is_number and re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", node.value):
            return int(node.value)
        self._fault(
            node,
            place,
            _instead(node, "een heel getal", "A whole number"),
            Text(
                nl="Schrijf alleen cijfers, zonder aanhalingstekens, komma of eenheid: 10.",
                en="Write digits alone, without quotes, decimals or a unit: 10.",
            ),
        )
        return None

    def _yes_or_no(self, node: yaml.Node, place: Path) -> Plain:
        if isinstance(node, yaml.ScalarNode) and node.tag == _TAG + "bool":
            return bool(node.value.lower() in {"true", "yes", "on"})
        self._fault(
            node,
            place,
            _instead(node, "ja of nee", "Yes or no"),
            Text(nl="Schrijf true of false.", en="Write true or false."),
        )
        return None

    def _missing(self, node: yaml.Node, cls: type, name: str, place: Path) -> None:
        told = self.meanings[cls][name]
        self._fault(
            node,
            (*place, name),
            Text(nl=f"'{name}' ontbreekt.", en=f"'{name}' is missing."),
            Text(nl=f"Zet '{name}:' erbij. Het zegt: {told.nl}", en=f"Add '{name}:'. It says: {told.en}"),
        )

    def _unknown(self, key: yaml.Node, name: str, fields: Iterable[str], place: Path) -> None:
        names = list(fields)
        self._fault(
            key,
            (*place, name),
            Text(nl=f"'{name}' hoort hier niet.", en=f"'{name}' doesn't belong here."),
            Text(
                nl=_meant(name, names, "Bedoel je '{}'? ") + f"Hier kan staan: {', '.join(names)}.",
                en=_meant(name, names, "Do you mean '{}'? ") + f"What can stand here: {', '.join(names)}.",
            ),
        )

    def _twice(self, key: yaml.Node, name: str, place: Path) -> None:
        self._fault(
            key,
            (*place, name),
            Text(nl=f"'{name}' staat hier twee keer.", en=f"'{name}' is here twice."),
            Text(
                nl="Haal er één weg of geef die een andere naam.",
                en="Remove one of them or give it another name.",
            ),
        )

    def _fault(self, node: yaml.Node, place: Path, wrong: Text, mend: Text) -> None:
        self.faults.append(Fault(self.file, place, wrong, mend, node.start_mark.line + 1))


def _name_of(item: yaml.Node, number: int) -> str:
    """An item goes by its id where it has one, else by its number."""
    if isinstance(item, yaml.MappingNode):
        for key, value in item.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode) and value.value:
                return str(value.value)
    return str(number)


def _meant(word: str, known: list[str], question: str) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    return question.format(near[0]) if near else ""


def _instead(node: yaml.Node, nl: str, en: str) -> Text:
    if isinstance(node, yaml.ScalarNode) and node.value:
        return Text(
            nl=f"Hier hoort {nl}, en er staat '{node.value}'.",
            en=f"{en} belongs here, and it says '{node.value}'.",
        )
    return Text(nl=f"Hier hoort {nl}.", en=f"{en} belongs here.")
