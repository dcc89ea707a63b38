"""Voices out of balance: one peer fills the time of several (product rule 4). It never says who."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from kring.core.members import MemberId
from kring.core.vitality.history import History
from kring.core.vitality.signal import Limits, Measured, tenths


def measure(history: History, today: date, limits: Limits) -> Measured | None:
    """
    Look when somebody held the floor the limit's times as long as an even share, over the last meetings together.

    Counted only where somebody was a peer: presenter and facilitator speak as long as the method asks. Who was a peer
    in fewer than `as_peer` of these meetings isn't judged by one talkative evening.
    """
    circles = [meeting.peer_voices() for meeting in history.meetings]
    last = [
        voices
        for voices in circles
        if len(voices) >= limits["peers"] and sum(voice.seconds for voice in voices) > 0
    ][-int(limits["last"]) :]
    if len(last) < limits["least"]:
        return None
    spoken: dict[MemberId, int] = defaultdict(int)
    fair: dict[MemberId, float] = defaultdict(float)
    evenings: dict[MemberId, int] = defaultdict(int)
    for voices in last:
        even = sum(voice.seconds for voice in voices) / len(voices)
        for voice in voices:
            spoken[voice.member] += voice.seconds
            fair[voice.member] += even
            evenings[voice.member] += 1
    judged = [spoken[who] / fair[who] for who in spoken if evenings[who] >= limits["as_peer"]]
    if not judged:
        return None
    return Measured(
        max(judged) >= limits["times_even"], {"meetings": len(last), "times": tenths(max(judged))}
    )
