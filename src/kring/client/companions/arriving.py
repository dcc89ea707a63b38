"""Coming in: telling one's name, agreeing to the ground rules, beginning, and leaving an empty room."""

from __future__ import annotations

from datetime import timedelta

from kring.client.companions.mind import Mind
from kring.client.companions.sees import Sees
from kring.client.companions.wishes import Do, Tell, Wish
from kring.core.meetings.view import Now


def arrive(sees: Sees, mind: Mind) -> Wish | None:
    """What comes before everything else."""
    me = sees.state.people.get(sees.me)
    if sees.may("introduce") and me is not None and not me.introduced:
        return Wish("introduce", Tell(mind.lines.character.name), mind.span("introduce", mind.pace.thinking))
    if sees.may("assent") and me is not None and not me.assented:
        return Wish("assent", Do("assent"), mind.span("assent", mind.pace.reading))
    return None


def begin(sees: Sees, mind: Mind) -> Wish | None:
    """As facilitator: start once everybody agreed and nobody came in for a while."""
    if sees.view.now is not Now.MAY_START or not sees.may("start") or sees.view.people_to_wait_for:
        return None
    return Wish(f"start {sees.state.number}", Do("start"), mind.pace.quiet)


def leave(sees: Sees, mind: Mind) -> Wish | None:
    """Nobody to practise with is left: wait for them to come back, and go home after that."""
    if not sees.companions or not sees.is_alone or not sees.may("leave"):
        return None
    people = [person for person in sees.state.people.values() if person.id not in sees.companions]
    since = [person.away_since for person in people if person.away_since is not None]
    gone = sees.now - max(since) if since else timedelta(0)
    return Wish(f"leave {len(since)}", Do("leave"), max(0.0, mind.pace.alone - gone.total_seconds()))
