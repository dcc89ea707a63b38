"""The page that `kring form --report` writes: every circle explained, and who has none. One file, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.explaining import explain
from kring.core.circles.forming.formed import Formed
from kring.core.circles.forming.people import Circle, Rules
from kring.core.circles.forming.reading import Sheet
from kring.core.circles.forming.saying import Language, load_words, say
from kring.core.circles.forming.telling import told_block, told_bound, told_explained, told_list


def report(sheet: Sheet, formed: Formed, why: Mapping[str, str], rules: Rules, language: Language) -> str:
    """The whole page."""
    words, everybody = load_words().report, Everybody(sheet.people, rules)
    title = say(words["title"], language)
    style = files("kring.cli").joinpath("_forming_report.css").read_text(encoding="utf-8")
    circles = [
        _circle(number, circle, everybody, language)
        for number, circle in enumerate(formed.circles, start=1)
        if circle.members
    ]
    parts = [
        _head(sheet, formed, title, language),
        _unplaced(why, language),
        f'<section class="circles"><h2>{_say("each", language)}</h2>{"".join(circles)}</section>',
        _proof(formed, language),
    ]
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>\n{style}</style></head>\n<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _head(sheet: Sheet, formed: Formed, title: str, language: Language) -> str:
    words = load_words()
    figures = (
        (len(formed.circles), "figure_circles"),
        (formed.people - len(formed.unplaced), "figure_placed"),
        (len(formed.unplaced), "figure_unplaced"),
    )
    counts = "".join(
        f"<div><dt>{_say(name, language)}</dt><dd>{figure}</dd></div>" for figure, name in figures
    )
    assumed = ""
    if sheet.assumed:
        fields = told_list([say(words.fields[field], language) for field in sheet.assumed], language)
        assumed = f'<p class="soft">{_say("assumed", language, fields=fields)}</p>'
    return (
        f"<header><h1>{escape(title)}</h1><dl class=figures>{counts}</dl>"
        f'<p class="bound">{escape(told_bound(formed, language))}</p>{assumed}</header>'
    )


def _unplaced(why: Mapping[str, str], language: Language) -> str:
    if not why:
        return ""
    rows = "".join(
        f"<div><dt>{escape(one)}</dt><dd>{escape(reason)}</dd></div>" for one, reason in why.items()
    )
    return f'<section class="unplaced"><h2>{_say("unplaced", language)}</h2><dl>{rows}</dl></section>'


def _circle(number: int, circle: Circle, everybody: Everybody, language: Language) -> str:
    explained = explain(circle, everybody)
    told = told_explained(explained, language)
    led = (
        _say("led_by", language, who=circle.facilitator)
        if circle.facilitator
        else _say("led_by_nobody", language)
    )
    rows = "".join(
        f"<div><dt>{_say(name, language)}</dt><dd>{_items(told[name])}</dd></div>"
        for name in ("meets", "binds", "differs")
    )
    return (
        f"<article><h3>{_say('circle', language, number=number)}</h3>"
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
