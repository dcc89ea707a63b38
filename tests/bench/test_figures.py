"""What a script may rely on: one JSON object, with these names in it."""

import json

import pytest

from kring.bench.report import Goal
from kring.cli import main


def test_engine_figures_are_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "meeting", "--quick", "--json"]) == 0

    said = capsys.readouterr()
    figures = json.loads(said.out)
    assert {"decide_us_median", "replay_2000_ms"} <= set(figures)
    assert figures["replay_2000_ms"] > 0
    assert said.err == ""


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (1.2, "goal: at most 1.5"),
        (1.8, "above the goal of 1.5, within the bar of 2"),
        (2.2, "above the goal of 1.5"),
    ],
)
def test_a_figure_is_told_beside_its_goal(figure: float, verdict: str) -> None:
    assert Goal("cpu_ratio_to_raw", most=1.5, bar=2.0).verdict(figure) == verdict
