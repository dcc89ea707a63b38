"""The catalogue of Dutch texts, on a site of two files."""

from pathlib import Path

import pytest

from scripts import messages

PAGE = """
{% load i18n %}
<p>{% translate "The circle" %}</p>
    {% blocktranslate count seats=seats %}One seat{% plural %}{{ seats }} seats{% endblocktranslate %}
"""
FORM = 'from django.utils.translation import gettext_lazy as _\n\nLABEL = _("Hello, %(name)s")\n'
DUTCH = {
    'msgid "The circle"\nmsgstr ""': 'msgid "The circle"\nmsgstr "De kring"',
    'msgstr[0] ""\nmsgstr[1] ""': 'msgstr[0] "Eén plek"\nmsgstr[1] "%(seats)s plekken"',
    'msgid "Hello, %(name)s"\nmsgstr ""': 'msgid "Hello, %(name)s"\nmsgstr "Dag %(name)s"',
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ui/templates/ui").mkdir(parents=True)
    (tmp_path / "ui/templates/ui/page.html").write_text(PAGE)
    (tmp_path / "ui/forms.py").write_text(FORM)
    monkeypatch.setattr(messages, "WEB", tmp_path)
    monkeypatch.setattr(messages, "CATALOGUE", tmp_path / "django.po")
    return tmp_path


@pytest.fixture
def translated(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.argv", ["messages.py"])
    assert messages.main() == 0
    catalogue = site / "django.po"
    text = catalogue.read_text()
    for english, dutch in DUTCH.items():
        assert english in text
        text = text.replace(english, dutch)
    catalogue.write_text(text)
    return catalogue


def test_texts_of_templates_and_python_are_complete_once_translated(translated: Path) -> None:
    assert complaints() == []


def test_nothing_is_lost_when_texts_are_gathered_again(translated: Path) -> None:
    before = translated.read_text()

    messages.main()

    assert translated.read_text() == before


def test_a_text_without_dutch_is_named(translated: Path) -> None:
    translated.write_text(translated.read_text().replace('"De kring"', '""'))

    assert complaints() == ["django.po: has no Dutch: 'The circle'"]


def test_another_placeholder_in_dutch_is_named(translated: Path) -> None:
    translated.write_text(translated.read_text().replace("Dag %(name)s", "Dag %(naam)s"))

    assert complaints() == ["django.po: has other placeholders in Dutch: 'Hello, %(name)s'"]


def test_a_new_text_and_one_that_is_gone_are_named(site: Path, translated: Path) -> None:
    (site / "ui/forms.py").write_text(FORM.replace("Hello", "Welcome"))

    assert complaints() == [
        "ui/forms.py: not in the catalogue (make messages): 'Welcome, %(name)s'",
        "django.po: used nowhere any more (make messages): 'Hello, %(name)s'",
    ]


def complaints() -> list[str]:
    return list(messages.complaints(messages.texts_in_use(), messages.read_catalogue()))
