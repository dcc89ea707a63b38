"""The page that `kring form --report` writes: every circle explained, and who has none. One file, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from kring.core.circles.forming.explaining import Explained, explain
from kring.core.circles.forming.forming import Formed
from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import Circle, Rules
from kring.core.circles.forming.reading import Sheet
from kring.core.circles.forming.telling import Language, load_words, say, told_bound

STYLE = """
body { color: #222; font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 50rem; padding: 0 1rem }
article { border-top: 1px solid #ccc; margin-top: 1.5rem }
dt { font-weight: 600 } dd { margin: 0 0 .5rem }
@media (prefers-color-scheme: dark) { body { background: #161616; color: #eee } article { border-color: #555 } }
"""


def report(
    sheet: Sheet,
    formed: Formed,
    circles: tuple[Circle, ...],
    why: Mapping[str, str],
    rules: Rules,
    language: Language,
) -> str:
    """The whole page."""
    by_id, lineage = {one.id: one for one in sheet.people}, Lineage(sheet.people)
    words, people = load_words().report, len(sheet.people)
    title = say(words["title"], language)
    articles = [
        _circle(
            number,
            circle,
            explain([by_id[one] for one in circle.members], lineage, rules),
            language,
        )
        for number, circle in enumerate(circles, start=1)
    ]
    told = say(
        words["placed"], language, placed=people - len(formed.unplaced), people=people, circles=len(circles)
    )
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(told)} {escape(told_bound(formed, people, language))}</p>",
        *articles,
    ]
    if why:
        rows = "".join(f"<dt>{escape(one)}</dt><dd>{escape(reason)}</dd>" for one, reason in why.items())
        parts.append(f"<article><h2>{escape(say(words['unplaced'], language))}</h2><dl>{rows}</dl></article>")
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style><main>{''.join(parts)}</main></html>\n"
    )


def _circle(number: int, circle: Circle, explained: Explained, language: Language) -> str:
    words = load_words().report
    years = say(words["years"], language, least=explained.years[0], most=explained.years[1])
    binds = [*explained.professions, *explained.languages, *explained.goals]
    differs = [*explained.functions, *explained.organisations, years]
    meets = [*explained.slots, *([] if explained.meets else [say(words["online"], language)])]
    led = (
        say(words["led_by"], language, who=circle.facilitator)
        if circle.facilitator
        else say(words["led_by_nobody"], language)
    )
    rows = "".join(
        f"<dt>{escape(say(words[name], language))}</dt><dd>{escape(', '.join(values))}</dd>"
        for name, values in (("binds", binds), ("differs", differs), ("meets", meets))
    )
    return (
        f"<article><h2>{escape(say(words['circle'], language, number=number))}</h2>"
        f"<p>{escape(', '.join(circle.members))}</p><dl>{rows}</dl><p>{escape(led)}</p></article>"
    )
