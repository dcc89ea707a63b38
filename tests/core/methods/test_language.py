"""What the method language can say."""

from __future__ import annotations

from kring.core.methods.load import load_method
from kring.core.methods.method import Mode, Place
from tests.core.methods.every_mode import every_mode
from tests.core.methods.files import faults_in, written


def test_every_mode_can_be_said_without_a_fault() -> None:
    text = written(every_mode())

    assert faults_in(text) == ()
    assert {phase.floor.mode for phase in load_method(text).phases} == set(Mode)


def test_every_place_of_the_presenter_and_every_way_back_can_be_said() -> None:
    method = load_method(written(every_mode()))

    assert {phase.presenter_place for phase in method.phases} == set(Place)
    assert [phase.loop.to for phase in method.phases if phase.loop] == ["asked"]
    assert [phase.next_presenter.to for phase in method.phases if phase.next_presenter] == ["told"]
