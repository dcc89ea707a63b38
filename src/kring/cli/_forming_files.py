"""The files of `kring form`, and what is wrong with them in the language of who reads it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from kring.core.circles.forming.people import Rules
from kring.core.circles.forming.reading import Sheet, guess, read
from kring.core.circles.forming.saying import load_words, say, told_fault
from kring.core.circles.forming.tables import UnusableTable, rows_of

FAULTS_SHOWN = 40  # more than anybody mends at once


class Unreadable(ValueError):
    """Something can't be used; the message says what to do."""


def told(name: str, args: argparse.Namespace, **values: object) -> str:
    """A sentence of this command."""
    return say(load_words().command[name], args.language, **values)


def read_people(path: Path, args: argparse.Namespace) -> Sheet:
    """
    The table of people.

    Raises:
        Unreadable: some rows are to be mended first; each was told.
    """
    rows = read_rows(path, args)
    sheet = read(rows, guess(rows[0] if rows else ()))
    for fault in sheet.faults[:FAULTS_SHOWN]:
        place = f"{path}:{fault.row}" if fault.row else str(path)
        print(f"{place}: {told_fault(fault, args.language)}", file=sys.stderr)
    if sheet.faults:
        raise Unreadable(told("mend", args, count=len(sheet.faults)))
    if not sheet.people:
        raise Unreadable(told("nobody", args, file=path))
    return sheet


def read_rows(path: Path, args: argparse.Namespace) -> list[dict[str, str]]:
    """Any table."""
    try:
        return rows_of(_content(path, args))
    except UnusableTable as problem:
        raise Unreadable(told(problem.why.value, args, file=path)) from None


def read_rules(path: Path | None, args: argparse.Namespace) -> Rules:
    """The rules, or those that are proposed."""
    if path is None:
        return Rules()
    try:
        return msgspec.json.decode(_content(path, args), type=Rules)
    except (msgspec.MsgspecError, ValueError) as problem:
        raise Unreadable(told("no_rules", args, file=path, problem=problem)) from None


def write(path: Path, text: str, args: argparse.Namespace) -> None:
    """One of the answers."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise Unreadable(told("not_written", args, file=path, problem=problem.strerror)) from None


def _content(path: Path, args: argparse.Namespace) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise Unreadable(told("not_read", args, file=path, problem=problem.strerror)) from None
