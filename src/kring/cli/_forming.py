"""`kring form` at work: a table of people in, circles and a report out."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress as Bar, TextColumn, TimeElapsedColumn

from kring.cli._forming_files import Unreadable, read_people, read_rows, read_rules, told, write
from kring.core.circles.checker import check as look
from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.explaining import explain
from kring.core.circles.forming.formed import Formed, Progress
from kring.core.circles.forming.forming import NotInstalled, form as divide
from kring.core.circles.forming.people import SCALE, Rules, TooManyKinds
from kring.core.circles.forming.reading import Sheet
from kring.core.circles.forming.report import Report, ReportedCircle, page_of
from kring.core.circles.forming.saying import Language, load_words, say
from kring.core.circles.forming.tables import answer_rows, as_row
from kring.core.circles.forming.telling import told_bound, told_explained, told_list, told_reason

__all__ = ["Unreadable", "check", "form"]

FILES_TO_CHECK = 3


def form(args: argparse.Namespace) -> int:
    """Read, divide, write."""
    if len(args.files) != 1:
        raise Unreadable(told("one_table", args))
    rules = read_rules(args.rules, args)
    sheet = read_people(args.files[0], args)
    formed = _divided(sheet, rules, args)
    why = {reason.who: told_reason(reason, rules, args.language) for reason in formed.left_out}
    text = _as_csv(answer_rows(formed.circles, why))
    if args.output is None:
        print(text, end="")
    else:
        write(args.output, text, args)
    if args.report:
        write(args.report, page_of(_reported(sheet, formed, why, rules, args.language), args.language), args)
    _tell(sheet, formed, args.language)
    return 0


def check(args: argparse.Namespace) -> int:
    """Say what the independent checker finds; 1 where that is anything."""
    if len(args.files) != FILES_TO_CHECK:
        raise Unreadable(told("three_files", args))
    people, rules, circles = args.files
    sheet, placed = read_people(people, args), read_rows(circles, args)
    lacking = [name for name in ("circle", "id", "role", "reason") if placed and name not in placed[0]]
    if lacking:
        raise Unreadable(told("no_such_column", args, file=circles, column=told_list(lacking, args.language)))
    plain = msgspec.to_builtins(read_rules(rules, args))
    verdict = look([as_row(one) for one in sheet.people], plain, placed)
    for rule, who in verdict.broken:
        print(f"{say(load_words().checked[rule], args.language)}: {', '.join(who)}")
    each = verdict.cost / SCALE / max(1, len(sheet.people))
    print(
        told(
            "checked",
            args,
            faults=len(verdict.broken),
            unplaced=verdict.unplaced,
            points=f"{each:.2f}".replace(".", "," if args.language == "nl" else "."),
        )
    )
    return 1 if verdict.broken else 0


def _divided(sheet: Sheet, rules: Rules, args: argparse.Namespace) -> Formed:
    until = monotonic() + args.seconds if args.seconds else None
    with _bar(args) as heard:
        try:
            return divide(
                sheet.people,
                rules,
                seed=args.seed,
                facilitators=args.facilitators,
                progress=heard,
                stop=lambda: until is not None and monotonic() > until,
            )
        except NotInstalled as problem:
            raise Unreadable(str(problem)) from None
        except TooManyKinds as problem:
            field = say(load_words().fields[problem.what], args.language)
            raise Unreadable(told("too_many_kinds", args, field=field, most=problem.most)) from None


def _reported(
    sheet: Sheet, formed: Formed, why: Mapping[str, str], rules: Rules, language: Language
) -> Report:
    everybody = Everybody(sheet.people, rules)
    circles = [
        ReportedCircle(
            number=number,
            members=circle.members,
            leader=circle.facilitator,
            facts=told_explained(explain(circle, everybody), language),
        )
        for number, circle in enumerate(formed.circles, start=1)
        if circle.members
    ]
    notes = [_assumed(sheet, language)] if sheet.assumed else []
    return Report(formed=formed, circles=circles, unplaced=[*why.items()], notes=notes)


def _assumed(sheet: Sheet, language: Language) -> str:
    words = load_words()
    fields = told_list([say(words.fields[field], language) for field in sheet.assumed], language)
    return say(words.report["assumed"], language, fields=fields)


def _as_csv(rows: Sequence[dict[str, str]]) -> str:
    answer = io.StringIO(newline="")
    writer = csv.DictWriter(answer, ("circle", "id", "role", "reason"), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return answer.getvalue()


def _tell(sheet: Sheet, formed: Formed, language: Language) -> None:
    words, people = load_words(), formed.people
    placed = people - len(formed.unplaced)
    circles = len(formed.circles)
    print(
        say(words.report["placed"], language, placed=placed, people=people, circles=circles),
        told_bound(formed, language),
        file=sys.stderr,
    )
    if sheet.assumed:
        print(_assumed(sheet, language), file=sys.stderr)


@contextmanager
def _bar(args: argparse.Namespace) -> Iterator[Callable[[Progress], None]]:
    """A bar on the terminal; nothing where the output goes elsewhere."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(told("reading", args), total=1.0)

        def heard(progress: Progress) -> None:
            said = told("placed", args, placed=progress.placed, people=progress.people)
            bar.update(task, completed=progress.share, description=said)

        yield heard
