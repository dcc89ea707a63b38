"""`kring methods`: the library of methods, and whether a method can be carried out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kring.core.methods.faults import Fault, Language
    from kring.core.methods.method import Method

NAME = "methods"
HELP = "List, show, print and check methods of peer consultation."

_OF_BLOCKS = frozenset(
    {"blocks", "exercises"}
)  # folders whose files hold a part of a meeting instead of a method


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do with which methods, and in which language."""
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument(
        "--lang", choices=("nl", "en"), default="nl", help="language (default: %(default)s)"
    )
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    deeds.add_parser("list", parents=[language], help="the shipped methods, those to start with first")
    show = deeds.add_parser("show", parents=[language], help="one method, step by step")
    show.add_argument("method", metavar="ID or FILE")
    paper = deeds.add_parser("print", parents=[language], help="card sets or a booklet, as a PDF or as HTML")
    paper.add_argument("methods", metavar="ID or FILE", nargs="*", help="which methods (default: all)")
    paper.add_argument("--booklet", action="store_true", help="one booklet instead of card sets")
    paper.add_argument("-o", metavar="FILE", dest="file", type=Path, help="where to; .html for a web page")
    check = deeds.add_parser("check", parents=[language], help="read, check and simulate methods")
    check.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="method files (default: the shipped ones)"
    )
    schema = deeds.add_parser("schema", help="the JSON Schema of a method file")
    schema.add_argument("--block", action="store_true", help="of a block file")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 1 where a method has a fault or isn't there."""
    match args.deed:
        case "list":
            return _list(args.lang)
        case "show":
            return _show(args.method, args.lang)
        case "print":
            return _print(args.methods, args.lang, args.file, booklet=args.booklet)
        case "schema":
            return _schema(block=args.block)
        case _:
            return _check(args.files, args.lang)


def _list(language: Language) -> int:
    from kring.core.methods.as_text import facts_of
    from kring.core.methods.faults import say
    from kring.core.methods.load import load_library

    for method in load_library():
        print(f"{method.id:<14} {say(method.name, language):<36} {facts_of(method, language)}")
    return 0


def _show(name: str, language: Language) -> int:
    from kring.core.methods.as_text import as_text

    found = _named([name], language)
    if found is None:
        return 1
    print(as_text(found[0], language), end="")
    return 0


def _print(names: list[str], language: Language, file: Path | None, *, booklet: bool) -> int:
    from kring.cli._printing import print_methods

    found = _named(names, language)
    return 1 if found is None else print_methods(found, language, file, booklet=booklet)


def _named(names: list[str], language: Language) -> tuple[Method, ...] | None:
    """The methods by their ids or files; none, and a sentence, where one isn't there or has a fault."""
    from kring.core.methods.faults import FaultyFile
    from kring.core.methods.load import load_library, load_method

    known = {method.id: method for method in load_library()}
    for name in names:
        if name not in known and not Path(name).is_file():
            print(
                f"No method '{name}'. Give the path of a file, or one of: {', '.join(known)}.",
                file=sys.stderr,
            )
            return None
    try:
        return tuple(known.get(name) or load_method(Path(name)) for name in names)
    except FaultyFile as faulty:
        _tell(faulty.faults, language)
        return None


def _schema(*, block: bool) -> int:
    from kring.core.methods.method import Block, Method
    from kring.core.methods.schema import as_file

    print(as_file(Block if block else Method), end="")
    return 0


def _check(files: list[Path], language: Language) -> int:
    """The last line is always in English and of one form, so that a script may read it."""
    from kring.core.methods.load import BLOCKS, EXERCISES, LIBRARY

    shipped = [path for folder in (LIBRARY, BLOCKS, EXERCISES) for path in sorted(folder.glob("*.yaml"))]
    checked = files or shipped
    faults = [fault for path in checked for fault in _faults_of(path)]
    _tell(faults, language)
    methods = sum(path.parent.name not in _OF_BLOCKS for path in checked)
    exercises = sum(path.parent.name == "exercises" for path in checked)
    print(f"{methods} methods, {exercises} exercises, {len(faults)} faults")
    return 1 if faults else 0


def _faults_of(path: Path) -> list[Fault]:
    """What is wrong in a file; where it reads well, what goes wrong when a circle walks through it."""
    from kring.core.meetings.simulate import simulate_all_sizes
    from kring.core.methods.faults import FaultyFile
    from kring.core.methods.load import load_block, load_method, with_lines

    try:
        if path.parent.name in _OF_BLOCKS:
            load_block(path)
            return []
        method = load_method(path)
    except FaultyFile as faulty:
        return [replace(fault, file=str(path)) for fault in faulty.faults]
    return [
        replace(fault, file=str(path)) if fault.file == method.id else fault
        for fault in with_lines(simulate_all_sizes(method), path)
    ]


def _tell(faults: Iterable[Fault], language: Language) -> None:
    for fault in faults:
        print(fault.told(language))
