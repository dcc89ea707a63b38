"""`kring methods`: the library of methods, and whether a method can be carried out."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kring.core.methods.faults import Fault, Language
    from kring.core.methods.kind import AnyKind
    from kring.core.methods.method import Block, Method

NAME = "methods"
HELP = "List, show, print, check and publish methods of peer consultation."

_SCHEMA = re.compile(r"# yaml-language-server: \$schema=(?:.*/)?(\w+)\.schema\.json\s*")


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
    check = deeds.add_parser(
        "check", parents=[language], help="read, check and simulate methods and exercises"
    )
    check.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="their files (default: the shipped ones)"
    )
    publish = deeds.add_parser(
        "publish", parents=[language], help="put a checked method into the library of this site"
    )
    publish.add_argument("file", metavar="FILE", type=Path, help="its file")
    schema = deeds.add_parser("schema", help="the JSON Schema of a method file")
    kinds = schema.add_mutually_exclusive_group()
    kinds.add_argument("--block", dest="kind", action="store_const", const="block", help="of a block file")
    kinds.add_argument(
        "--exercise", dest="kind", action="store_const", const="exercise", help="of an exercise file"
    )


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
            return _schema(args.kind or "method")
        case "publish":
            return _publish(args.file, args.lang)
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


def _schema(name: str) -> int:
    from kring.core.methods.schema import as_file

    print(as_file(_kinds()[name]), end="")
    return 0


def _check(files: list[Path], language: Language) -> int:
    """The last line is always in English and of one form, so that a script may read it."""
    from kring.core.growth import load as growth
    from kring.core.methods import load as methods

    folders = (methods.LIBRARY, methods.BLOCKS, growth.LIBRARY, growth.BLOCKS)
    checked = files or [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    names = [_name_of_kind(path) for path in checked]
    kinds = _kinds()
    faults = [
        fault for path, name in zip(checked, names, strict=True) for fault in _faults_of(path, kinds[name])
    ]
    _tell(faults, language)
    print(f"{names.count('method')} methods, {names.count('exercise')} exercises, {len(faults)} faults")
    return 1 if faults else 0


def _publish(path: Path, language: Language) -> int:
    """Only what `check` finds nothing wrong with, as a method."""
    from kring.cli._publishing import publish

    if _check([path], language) != 0:
        return 1
    if _name_of_kind(path) != "method":
        print("Only a method can be published.", file=sys.stderr)
        return 1
    return publish(path)


def _kinds() -> dict[str, AnyKind]:
    from kring.core.growth.load import EXERCISE_FILE
    from kring.core.methods.load import BLOCK_FILE, METHOD_FILE

    return {"method": METHOD_FILE, "block": BLOCK_FILE, "exercise": EXERCISE_FILE}


def _name_of_kind(path: Path) -> str:
    """A file says by its first line what it is; one that doesn't, or can't be read, is taken for a method."""
    try:
        with path.open(encoding="utf-8") as file:
            said = _SCHEMA.fullmatch(file.readline())
    except (OSError, UnicodeDecodeError):
        return "method"
    return said[1] if said and said[1] in _kinds() else "method"


def _faults_of(path: Path, kind: AnyKind) -> list[Fault]:
    """What is wrong in a file; where it reads well, what goes wrong when a circle walks through it."""
    from kring.core.methods.faults import FaultyFile
    from kring.core.methods.read import read, with_lines

    try:
        thing: Method | Block = read(path, kind)
    except FaultyFile as faulty:
        return [replace(fault, file=str(path)) for fault in faulty.faults]
    return [
        replace(fault, file=str(path)) if fault.file == thing.id else fault
        for fault in with_lines(_walked(thing), path, kind)
    ]


def _walked(thing: Method | Block) -> Iterable[Fault]:
    from kring.core.growth.exercise import Exercise
    from kring.core.meetings.simulate import simulate_all_sizes, simulate_block
    from kring.core.methods.method import Method

    match thing:
        case Method():
            return simulate_all_sizes(thing)
        case Exercise():
            return simulate_block(thing, thing.group)
        case _:
            return ()  # a block around a method is walked through with each method


def _tell(faults: Iterable[Fault], language: Language) -> None:
    for fault in faults:
        print(fault.told(language))
