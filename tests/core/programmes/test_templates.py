"""The shipped programmes."""

from kring.core.programmes.templates import load_templates, template_of
from kring.core.rhythm.shapes import load_shapes

SHAPES = {shape.id: shape for shape in load_shapes()}


def test_every_template_keeps_to_the_rhythm_it_names() -> None:
    off = [
        template.id
        for template in load_templates()
        if not SHAPES[template.rhythm].weeks.least <= template.weeks <= SHAPES[template.rhythm].weeks.most
        or not SHAPES[template.rhythm].meetings.least
        <= template.meetings
        <= SHAPES[template.rhythm].meetings.most
    ]

    assert off == []


def test_every_template_says_everything_in_both_languages() -> None:
    texts = [
        text
        for template in load_templates()
        for text in (
            template.name,
            template.what,
            template.words.shape,
            template.words.goals,
            template.words.guidance,
            template.words.evaluation,
        )
    ]

    assert len(texts) == 6 * len(load_templates()) > 0
    assert [text for text in texts if not text.nl.strip() or not text.en.strip() or text.nl == text.en] == []


def test_no_two_templates_share_an_id() -> None:
    ids = [template.id for template in load_templates()]

    assert sorted(ids) == sorted(set(ids))
    assert [template_of(name).name for name in ids] == [one.name for one in load_templates()]  # type: ignore[union-attr]
    assert template_of("no-such-template") is None
