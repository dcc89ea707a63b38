"""The words that goals are kept under."""

from __future__ import annotations

from kring.core.growth.capabilities import NAMES, Capability, Theme


def test_ten_capabilities_keep_their_words() -> None:
    assert [capability.value for capability in Capability] == [
        "strengths_and_weaknesses",
        "consequences",
        "norms_and_values",
        "own_role",
        "alternatives",
        "feedback",
        "confronting",
        "mirroring",
        "reflecting_feelings",
        "asking_on",
    ]


def test_five_themes_keep_their_words() -> None:
    assert [theme.value for theme in Theme] == ["conflict", "differences", "change", "motivating", "workload"]


def test_every_goal_has_its_own_name_in_both_languages() -> None:
    goals = (*Capability, *Theme)

    assert set(NAMES) == set(goals)
    assert len({NAMES[goal].nl for goal in goals}) == len({NAMES[goal].en for goal in goals}) == len(goals)
