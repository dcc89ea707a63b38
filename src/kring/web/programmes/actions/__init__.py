"""Deeds of asking, answering, proposing and agreeing. One file a noun."""

from kring.web.programmes.actions.agreeing import speak
from kring.web.programmes.actions.clients import claim_client, dismiss_client, name_client
from kring.web.programmes.actions.enquiries import answer, ask, close, forget_closed, throw_away, write_back
from kring.web.programmes.actions.leaving import forget_asker
from kring.web.programmes.actions.proposing import (
    NewProgramme,
    Proposed,
    begin_enrolment,
    end_programme,
    open_again,
    propose,
    propose_anew,
)

__all__ = [
    "NewProgramme",
    "Proposed",
    "answer",
    "ask",
    "begin_enrolment",
    "claim_client",
    "close",
    "dismiss_client",
    "end_programme",
    "forget_asker",
    "forget_closed",
    "name_client",
    "open_again",
    "propose",
    "propose_anew",
    "speak",
    "throw_away",
    "write_back",
]
