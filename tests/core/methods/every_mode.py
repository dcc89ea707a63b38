"""A method in which every mode of the language occurs, and every way back. No circle should want it."""

from __future__ import annotations

from typing import Any

from tests.core.methods.files import Plain, plain

PEERS, PRESENTER = ["peers"], ["presenter"]


def every_mode() -> Plain:
    """The method as plain data."""
    return {**plain("basis"), "id": "every-mode", "group": {"least": 5, "most": 8}, "phases": _phases()}


def _phases() -> list[Plain]:
    hidden: Plain = {"shown": "together", "named": False}
    warmth = [{"id": word, "name": _text(word)} for word in ("warm", "cold")]
    part = {"id": "other", "name": _text("the other")}
    return [
        _phase("told", "monologue", PRESENTER),
        _phase("listed", "listed_questions", PEERS, writing=[_card("questions", "question")]),
        _phase("listed_around", "listed_questions", PEERS, in_turn=True),
        _phase("answered", "interview", ["facilitator"], answered_by="presenter"),
        _phase("asked", "question_and_answer", PEERS, answered_by="presenter", pause_seconds=5, question_only=True),
        _phase("asked_around", "question_and_answer", PEERS, answered_by="presenter", in_turn=True, rounds=2,
               most_in_a_row=2),
        _phase("asked_a_few", "question_and_answer", PEERS, answered_by="presenter", most_questions=2),
        _phase("written", "silent_writing", [], writing=[_card("cores", "core", **hidden)]),
        _phase("shown", "reveal", [], reveals=["cores"]),
        _phase("core_voted", "vote", [], writing=[
            _card("core_choice", "ballot", [*PRESENTER, *PEERS], most=1, about="cores", **hidden)]),
        _phase("word_voted", "vote", [], reveals=["core_choice"], writing=[
            _card("word_choice", "ballot", [*PRESENTER, *PEERS], most=1, choices=warmth, **hidden)]),
        _phase("votes_shown", "reveal", ["facilitator"], reveals=["word_choice"]),
        _phase("rated", "rating", PRESENTER, writing=[
            _card("warmth", "rating", PRESENTER, about="cores", choices=warmth)]),
        _phase("still", "stillness", []),
        _phase("in_groups", "small_groups", PEERS, group_size=3, presenter_place="out_of_room"),
        _phase("turned_away", "open_floor", PEERS, silent=PRESENTER, presenter_place="listening_only"),
        _phase("gated", "statement_when_asked", ["presenter", "peers"],
               loop={"to": "asked", "most": 2, "decided_by": ["presenter", "facilitator"]}),
        _phase("interviewed", "interview", ["facilitator"], answered_by="presenter", parts=[{**part, "id": "absent"}]),
        _phase("played_around", "role_play", ["presenter", "peers"], in_turn=True, parts=[{**part, "id": "anyone"}]),
        _phase("played", "role_play", ["presenter", "peers"], parts=[part]),
        _phase("out_of_part", "round_robin", ["presenter", "peers"], rounds=2, takes_off_parts=True),
        _phase("own", "monologue", PRESENTER, writing=[_card("scale", "choice", PRESENTER, most=1, choices=warmth)]),
        _phase("offered", "silent_writing", [], about="process", writing=[_card("cases", "offer", PEERS)]),
        _phase("balloted", "vote", [], about="process", writing=[
            _card("choice", "ballot", [*PRESENTER, *PEERS], most=1, about="cases", **hidden)]),
        _phase("next", "reveal", ["facilitator"], about="process", reveals=["choice"], chooses_presenter=True,
               next_presenter={"to": "told"}),
    ]  # fmt: skip


def _phase(name: str, mode: str, speakers: list[str], **more: Any) -> Plain:
    of_floor = {
        "answered_by",
        "pause_seconds",
        "question_only",
        "group_size",
        "rounds",
        "in_turn",
        "most_in_a_row",
    }
    of_floor |= {"most_questions"}
    floor = {"mode": mode, "speakers": speakers, **{key: more.pop(key) for key in of_floor & set(more)}}
    roles = ("presenter", "peers", "facilitator", "observer")
    return {
        "id": name,
        "name": _text(name),
        "purpose": _text(name),
        "minutes": {"least": 1, "usual": 3, "most": 5},
        "floor": floor,
        "instruction": {role: _text(name) for role in roles},
        **more,
    }


def _card(name: str, kind: str, by: list[str] = PEERS, **more: Any) -> Plain:
    return {"id": name, "kind": kind, "by": by, "prompt": _text(name), **more}


def _text(word: str) -> Plain:
    return {"nl": f"nl {word}", "en": f"en {word}"}
