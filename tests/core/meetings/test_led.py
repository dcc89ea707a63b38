"""Who led is who did it longest, not who did it last."""

from __future__ import annotations

from kring.core.meetings import commands
from kring.core.meetings.led import who_led
from tests.core.meetings.circle import BRAM, IMANE, NOOR, Circle, plan_of


def test_who_took_over_for_the_last_minutes_did_not_lead() -> None:
    circle = Circle(plan_of("incident-kort"))
    circle.start(BRAM, NOOR, IMANE)
    circle.wait(minutes=80)
    circle.do(BRAM, commands.HandOver, to=NOOR)
    circle.wait(minutes=10)
    circle.do(NOOR, commands.CloseMeeting)

    assert who_led(circle.history) == BRAM


def test_waiting_before_the_beginning_is_not_leading() -> None:
    circle = Circle(plan_of("incident-kort"))
    circle.gather(BRAM, NOOR, IMANE)
    circle.wait(minutes=30)
    assert who_led(circle.history) is None

    circle.do(BRAM, commands.Start)
    circle.wait(minutes=5)
    circle.do(BRAM, commands.HandOver, to=NOOR)
    circle.wait(minutes=20)
    circle.do(NOOR, commands.CloseMeeting)

    assert who_led(circle.history) == NOOR
