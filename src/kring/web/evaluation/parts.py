"""What this room tells to the pages of others."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kring.web.enrolment.models import Participant
from kring.web.evaluation import queries
from kring.web.evaluation.access import Sitting, seated_in
from kring.web.evaluation.models import Evaluation
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme, Stage

Told = Mapping[str, Any]


def is_time(programme: Programme) -> bool:
    """Whether there can be something to evaluate: circles are there, or were."""
    return programme.stage in {Stage.RUNNING, Stage.ENDED}


def on_programme(leading: Leading, now: datetime) -> Told | None:
    """How far it is, for the organiser."""
    if not is_time(leading.programme):
        return None
    return {"programme": leading.programme, "standing": queries.standing_of(leading.programme, now)}


def for_client(programme: Programme, now: datetime) -> Told | None:
    """What was published."""
    outcomes = queries.published_in(programme)
    return {"outcomes": outcomes} if outcomes else None


def mine(participant: Participant, now: datetime) -> Told | None:
    """What one is asked now, and what was published."""
    programmes = queries.programmes_of(participant)
    asked = Evaluation.objects.open(now).filter(programme__in=programmes).select_related("programme")
    sittings = [
        Sitting(one.programme, participant, one)
        for one in asked
        if seated_in(one.programme).filter(pk=participant.pk).exists()
    ]
    outcomes = [outcome for programme in programmes for outcome in queries.published_in(programme)]
    if participant.facilitates or not (sittings or outcomes):
        return None
    return {
        "asked": [(one, queries.has_answered(one)) for one in sittings],
        "outcomes": outcomes,
    }
