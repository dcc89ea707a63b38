"""The files around forming: a table of people in, circles and a report out."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from kring.cli._forming_report import report
from kring.core.circles.checker import Verdict, check as look
from kring.core.circles.forming.facilitators import with_facilitators
from kring.core.circles.forming.forming import Formed, form as divide
from kring.core.circles.forming.people import SCALE, Circle, Rules
from kring.core.circles.forming.population import TooManyKinds
from kring.core.circles.forming.reading import Sheet, guess, read
from kring.core.circles.forming.reasons import reasons
from kring.core.circles.forming.telling import load_words, say, told_bound, told_fault, told_reason
from kring.core.circles.tables import Unreadable as NoTable, read_table

MOST_PEOPLE, MOST_BYTES = 200_000, 200 * 1024 * 1024  # on one's own machine nobody else waits
COLUMNS = ("circle", "id", "role", "reason")


class Unreadable(ValueError):
    """A file that can't be used; the message says what to do."""


def form(args: argparse.Namespace) -> int:
    """Read, divide, write."""
    rules = _rules(args.rules)
    sheet = _sheet(args.people)
    if sheet.faults:
        for fault in sheet.faults:
            print(f"{args.people}:{fault.row}: {told_fault(fault, args.language)}", file=sys.stderr)
        return 1
    with _bar() as bar:
        formed = _divided(sheet, rules, args, bar)
    circles = formed.circles
    if args.facilitators:
        circles = with_facilitators(circles, sheet.people, rules)
    found = reasons(sheet.people, circles, formed.unplaced, rules)
    why = {reason.who: told_reason(reason, rules, args.language) for reason in found}
    _write(args.output, _as_csv(circles, why))
    if args.report:
        args.report.write_text(report(sheet, formed, circles, why, rules, args.language), encoding="utf-8")
    _tell(sheet, formed, args)
    return 0


def check(args: argparse.Namespace) -> int:
    """Say what the independent checker finds; 1 where that is anything."""
    rows, placed = _rows(args.people), _rows(args.check)
    lacking = [name for name in COLUMNS if placed and name not in placed[0]]
    if lacking:
        raise Unreadable(f"{args.check} has no column {', '.join(lacking)}.")
    verdict = look(rows, msgspec.to_builtins(_rules(args.rules)), placed)
    for rule, people in verdict.broken:
        print(f"{rule}: {', '.join(people)}")
    print(_summary(verdict, len(rows)))
    return 1 if verdict.broken else 0


def _summary(verdict: Verdict, people: int) -> str:
    each = verdict.cost / SCALE / people if people else 0.0
    return f"{len(verdict.broken)} faults, {verdict.unplaced} without a circle, {each:.2f} points each"


def _divided(sheet: Sheet, rules: Rules, args: argparse.Namespace, bar: Callable[[float], None]) -> Formed:
    until = monotonic() + args.seconds if args.seconds else None

    def told(share: float) -> bool:
        bar(share)
        return until is None or monotonic() < until

    try:
        return divide(sheet.people, rules, seed=args.seed, told=told)
    except TooManyKinds as problem:
        raise Unreadable(f"{args.people} has {problem}. Take some together.") from None


def _rules(path: Path | None) -> Rules:
    if path is None:
        return Rules()
    try:
        return msgspec.json.decode(path.read_bytes(), type=Rules)
    except OSError as problem:
        raise Unreadable(f"{path} can't be read: {problem.strerror}.") from None
    except (msgspec.MsgspecError, ValueError) as problem:
        raise Unreadable(f"{path} isn't a file of rules: {problem}.") from None


def _sheet(path: Path) -> Sheet:
    rows = _rows(path)
    return read(rows, guess(rows[0] if rows else ()))


def _rows(path: Path) -> list[dict[str, str]]:
    """A table, as CSV or XLSX."""
    try:
        table = read_table(path.read_bytes(), most_rows=MOST_PEOPLE, most_bytes=MOST_BYTES)
    except OSError as problem:
        raise Unreadable(f"{path} can't be read: {problem.strerror}.") from None
    except NoTable as problem:
        raise Unreadable(f"{path} isn't a table: {problem}. Save it as 'CSV UTF-8' or as XLSX.") from None
    return [dict(zip(table.headings, row, strict=True)) for row in table.rows]


def _as_csv(circles: tuple[Circle, ...], why: dict[str, str]) -> str:
    answer = io.StringIO(newline="")
    writer = csv.writer(answer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, circle in enumerate(circles, start=1):
        writer.writerows((number, one, "participant", "") for one in circle.members)
        if circle.facilitator is not None:
            writer.writerow((number, circle.facilitator, "facilitator", ""))
    writer.writerows(("", one, "participant", reason) for one, reason in why.items())
    return answer.getvalue()


def _write(path: Path | None, text: str) -> None:
    if path is None:
        print(text, end="")
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise Unreadable(f"{path} can't be written: {problem.strerror}.") from None


def _tell(sheet: Sheet, formed: Formed, args: argparse.Namespace) -> None:
    words, people = load_words(), len(sheet.people)
    placed = people - len(formed.unplaced)
    told = say(
        words.report["placed"], args.language, placed=placed, people=people, circles=len(formed.circles)
    )
    print(told, told_bound(formed, people, args.language), file=sys.stderr)
    if sheet.assumed:
        fields = ", ".join(say(words.fields[field], args.language) for field in sheet.assumed)
        print(say(words.report["assumed"], args.language, fields=fields), file=sys.stderr)


@contextmanager
def _bar() -> Iterator[Callable[[float], None]]:
    """A bar on the terminal; nothing where the output goes elsewhere."""
    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=1.0)
        yield lambda share: progress.update(task, completed=share)
