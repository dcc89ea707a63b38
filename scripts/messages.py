"""
Keep the Dutch texts complete: `python scripts/messages.py` adds what is new to the catalogue and drops what is gone.

Texts stand in Python and in templates in English; `locale/nl` has the Dutch ones. With `--check` nothing is written,
and the exit code is 1 when a text has no Dutch, a doubtful one, or one with other placeholders. GNU gettext isn't
needed: Django's own reader turns a template into something Python-like, from which Babel takes the texts.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parent.parent / "src/kring/web"
CATALOGUE = WEB / "locale/nl/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
CALLS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def main() -> int:
    """Write the catalogue, or only say what is wrong with it."""
    used = texts_in_use()
    known = read_catalogue()
    if "--check" in sys.argv:
        sentences = list(complaints(used, known))
        for sentence in sentences:
            print(sentence)
        return 1 if sentences else 0
    known.update(used, no_fuzzy_matching=True, update_creation_date=False)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as writable:
        write_po(writable, known, width=110, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return 0


def complaints(used: Catalog, known: Catalog) -> Iterator[str]:
    """All that keeps the Dutch texts from being complete, a sentence for each."""
    yield from what_is_missing(used, known)
    yield from what_is_wrong(known)


def texts_in_use() -> Catalog:
    """Every text of the site that is marked for translation, with the files where it stands."""
    used = Catalog()
    for path in sorted([*WEB.rglob("*.py"), *WEB.rglob("templates/**/*.*")]):
        source = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            blanked = templatize(source, origin=str(path))
            source = "\n".join(
                line.strip() for line in blanked.splitlines()
            )  # indentation means nothing here
        for line, text, comments, context in extract(
            "python", BytesIO(source.encode()), CALLS, ["Translators:"]
        ):
            where = [(str(path.relative_to(WEB)), line)]
            used.add(text, locations=where, auto_comments=comments, context=context)
    return used


def read_catalogue() -> Catalog:
    """The Dutch texts as they are; none yet when there is no file."""
    if not CATALOGUE.exists():
        return Catalog(
            locale="nl", domain="django", header_comment="# The Dutch texts of Kring.", fuzzy=False
        )
    with CATALOGUE.open("rb") as readable:
        return read_po(readable, locale="nl", domain="django", abort_invalid=True)


def what_is_missing(used: Catalog, known: Catalog) -> Iterator[str]:
    """One sentence for each text that is used and not in the catalogue, or in the catalogue and not used."""
    for message in texts_of(used):
        if known.get(message.id, message.context) is None:
            yield f"{message.locations[0][0]}: not in the catalogue (make messages): {message.id!r}"
    for message in texts_of(known):
        if used.get(message.id, message.context) is None:
            yield f"{CATALOGUE.name}: used nowhere any more (make messages): {message.id!r}"


def what_is_wrong(known: Catalog) -> Iterator[str]:
    """One sentence for each text whose Dutch is absent, doubtful or has other placeholders."""
    for message in texts_of(known):
        dutch = message.string if isinstance(message.string, tuple | list) else (message.string,)
        english = message.id if isinstance(message.id, tuple | list) else (message.id,)
        plural = dutch[-1]
        if not all(dutch) or not plural:
            yield f"{CATALOGUE.name}: has no Dutch: {message.id!r}"
        elif message.fuzzy:
            yield f"{CATALOGUE.name}: is marked as fuzzy: {message.id!r}"
        elif placeholders(plural) != placeholders(english[-1]):
            yield f"{CATALOGUE.name}: has other placeholders in Dutch: {message.id!r}"


def texts_of(catalog: Catalog) -> Iterator[Message]:
    """Every message but the header."""
    return (message for message in catalog if message.id)


def placeholders(text: str) -> set[str]:
    """What will be filled in, such as `%(name)s`."""
    return set(PLACEHOLDER.findall(text))


if __name__ == "__main__":
    sys.exit(main())
