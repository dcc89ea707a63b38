"""
All circles on one page (HTML) to keep or print: what came of it, how good it is, each circle explained, and who has none.

One file, nothing fetched. `kring form --report` and the organiser's page both give this one; each brings its own names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

import msgspec

from kring.core.circles.forming.formed import Formed
from kring.core.circles.forming.saying import Language, load_words, say
from kring.core.circles.forming.telling import told_block, told_bound, told_list

STYLE = Path(__file__).parent / "report.css"


class ReportedCircle(msgspec.Struct, frozen=True, kw_only=True):
    """
    A circle in words.

    Attributes:
        members, leader: Names as they are to be shown.
        facts: What `binds`, what `differs` and when all can `meet`: see `telling.told_explained`.
        faults: Rules that don't hold, as after a move by hand; each a sentence.
    """

    number: int
    members: Sequence[str]
    leader: str | None
    facts: Mapping[str, Sequence[str]]
    faults: Sequence[str] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """
    What the page tells.

    Attributes:
        title: Of what these are the circles; plainly 'circles' where it is empty.
        formed: What is proven; its circles and reasons aren't looked at.
        unplaced: By name why somebody has no circle and the smallest change that would help.
        notes: What else has to be known, each a sentence.
    """

    formed: Formed
    circles: Sequence[ReportedCircle]
    unplaced: Sequence[tuple[str, str]]
    notes: Sequence[str] = ()
    title: str = ""


def page_of(report: Report, language: Language) -> str:
    """The whole page."""
    circles = say(load_words().report["title"], language)
    title = f"{report.title}: {circles.lower()}" if report.title else circles
    articles = "".join(_circle(circle, language) for circle in report.circles)
    parts = [
        _head(report, title, language),
        _unplaced(report.unplaced, language),
        f'<section class="circles"><h2>{_say("each", language)}</h2>{articles}</section>',
        _proof(report.formed, language),
    ]
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style></head>\n"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _head(report: Report, title: str, language: Language) -> str:
    figures = (
        (len(report.circles), "figure_circles"),
        (sum(len(circle.members) for circle in report.circles), "figure_placed"),
        (len(report.unplaced), "figure_unplaced"),
    )
    counts = "".join(
        f"<div><dt>{_say(name, language)}</dt><dd>{figure}</dd></div>" for figure, name in figures
    )
    notes = "".join(f'<p class="soft">{escape(note)}</p>' for note in report.notes)
    return (
        f"<header><h1>{escape(title)}</h1><dl class=figures>{counts}</dl>"
        f'<p class="bound">{escape(told_bound(report.formed, language))}</p>{notes}</header>'
    )


def _unplaced(why: Sequence[tuple[str, str]], language: Language) -> str:
    if not why:
        return ""
    rows = "".join(f"<div><dt>{escape(one)}</dt><dd>{escape(reason)}</dd></div>" for one, reason in why)
    return f'<section class="unplaced"><h2>{_say("unplaced", language)}</h2><dl>{rows}</dl></section>'


def _circle(circle: ReportedCircle, language: Language) -> str:
    led = _say("led_by", language, who=circle.leader) if circle.leader else _say("led_by_nobody", language)
    kinds = {**circle.facts, "faults": circle.faults}
    rows = "".join(
        f"<div><dt>{_say(name, language)}</dt><dd>{_items(kinds[name])}</dd></div>"
        for name in ("faults", "meets", "binds", "differs")
        if kinds[name]
    )
    return (
        f"<article><h3>{_say('circle', language, number=circle.number)}</h3>"
        f'{_items(circle.members, kind="people")}<p class="soft">{led}</p><dl>{rows}</dl></article>'
    )


def _proof(formed: Formed, language: Language) -> str:
    rows = "".join(
        f"<tr><th scope=row>{escape(told_list(block.professions, language))}</th><td>{block.people}</td>"
        f"<td>{block.circles}</td><td>{block.unplaced}</td><td>{escape(told_block(block, language))}</td></tr>"
        for block in formed.blocks
    )
    heads = "".join(
        f"<th scope=col>{_say(name, language)}</th>"
        for name in ("profession", "figure_people", "figure_circles", "figure_unplaced", "proof")
    )
    return (
        f'<section class="proof"><h2>{_say("proof_title", language)}</h2><p>{_say("proof_told", language)}</p>'
        f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>'
    )


def _items(values: Iterable[str], kind: str = "facts") -> str:
    return f'<ul class="{kind}">{"".join(f"<li>{escape(value)}</li>" for value in values)}</ul>'


def _say(name: str, language: Language, **values: object) -> str:
    return escape(say(load_words().report[name], language, **values))
