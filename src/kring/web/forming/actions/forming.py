"""Having circles formed: by which rules, starting, stopping, and keeping what comes of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.core.circles.forming.forming import is_installed
from kring.core.circles.forming.people import Circle
from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries.seating import as_core
from kring.web.forming import running
from kring.web.forming.actions.earlier import forget_old
from kring.web.forming.models import Division, Failed, LeftOut, ProposedCircle, Seat
from kring.web.forming.queries.people import leaders_of, people_of, with_past
from kring.web.forming.queries.rules import rules_of
from kring.web.forming.queries.seats import Seated, seated
from kring.web.forming.queries.telling import masked_reason, outcome_of
from kring.web.forming.work import Done, Failure, Task
from kring.web.organisations.actions import trace
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme, Stage
from kring.web.ui.refusal import Refused


@transaction.atomic
def set_rules(leading: Leading, rules: dict[str, Any], *, now: datetime) -> None:
    """Choose by which rules circles are formed from now on."""
    leading.programme.rules = rules
    leading.programme.save(update_fields=["rules"])
    trace(leading, "chose-rules", programme=leading.programme.pk, now=now)


@transaction.atomic
def start(leading: Leading, *, now: datetime) -> Division:
    """
    Have circles formed in the background; those that are locked or published stay as they are.

    Raises:
        Refused: it is going on already, or this server can't.
    """
    programme = leading.programme
    if not is_installed():
        raise Refused(409, "not_installed", _("This server can't form circles yet. Ask who runs it."))
    if any(running.run_of(one.pk) for one in programme.divisions.going()):
        raise Refused(409, "going", _("Circles are being formed already. Wait for it, or stop it."))
    programme.divisions.going().update(ended_at=now, failed=Failed.BROKEN)
    before = Division.objects.current().filter(programme=programme).first()
    division = Division.objects.create(
        programme=programme,
        by=leading.person,
        seed=(programme.divisions.aggregate(most=Max("seed"))["most"] or 0) + 1,  # never one that was tried
        rules=programme.rules,
        locked=[row.number for row, _circle in _kept_of(seated(before))] if before else [],
        started_at=now,
    )
    Programme.objects.filter(pk=programme.pk, stage=Stage.ENROLLING).update(stage=Stage.FORMING)
    trace(leading, "formed-circles", programme=programme.pk, now=now)
    task = task_of(division)
    transaction.on_commit(
        lambda: running.begin(
            division.pk, task, lambda outcome: keep(division.pk, outcome, now=timezone.now())
        )
    )
    return division


def stop(leading: Leading) -> None:
    """Have the best so far; nothing where nothing is going on."""
    for division in leading.programme.divisions.going():
        run = running.run_of(division.pk)
        if run is not None:
            run.stop()


def task_of(division: Division) -> Task:
    """All that forming has to know."""
    programme = division.programme
    rows, leaders = people_of(programme), leaders_of(programme)
    before = _before(division)
    locked = [circle for _row, circle in _locked_in(division, before)] if before else []
    return Task(
        people=with_past(as_core(rows), rows, programme),
        everybody=with_past(as_core([*rows, *leaders]), [*rows, *leaders], programme),
        rules=rules_of(programme),
        seed=division.seed,
        locked=tuple(locked),
    )


@transaction.atomic
def keep(division: UUID, outcome: Done | Failure | None, *, now: datetime) -> None:
    """What came of a forming: where it ended well it counts from now on, and the one before is an earlier one."""
    row = Division.objects.select_related("programme__organisation").filter(pk=division).first()
    if row is None:
        return  # the programme went in the meantime
    row.ended_at = now
    if isinstance(outcome, Done) and outcome.formed.people:
        before = _before(row)
        programme = row.programme
        Division.objects.filter(programme=programme, is_current=True).update(is_current=False)
        row.is_current, row.outcome = True, outcome_of(outcome.formed)
        row.save(update_fields=["ended_at", "is_current", "outcome"])
        _Keeping(row, before, outcome).keep()
        forget_old(programme)
        return
    missed = Failed.NOBODY if isinstance(outcome, Done) else Failed.BROKEN
    row.failed = Failed(outcome.why) if isinstance(outcome, Failure) else missed
    row.save(update_fields=["ended_at", "failed"])


class _Keeping:
    """Putting circles, seats and reasons in the tables; who left in the meantime isn't there any more."""

    def __init__(self, division: Division, before: Seated | None, outcome: Done) -> None:
        self.division, self.formed = division, outcome.formed
        self.kept = [row for row, _circle in _locked_in(division, before)] if before else []
        self.numbers = list(_numbers([row.number for row in self.kept], len(self.formed.circles)))
        self.there = {
            str(pk)
            for pk in Participant.objects.filter(left_at=None, pk__in=self._ids()).values_list(
                "pk", flat=True
            )
        }

    def _ids(self) -> list[str]:
        seated_ids = [one for circle in self.formed.circles for one in circle.members]
        leaders = [circle.facilitator for circle in self.formed.circles if circle.facilitator]
        return [*seated_ids, *leaders, *self.formed.unplaced]

    def keep(self) -> None:
        """All of it."""
        told = self._told_before()
        rows = {row.number: row for row in self._circles()}
        ProposedCircle.objects.bulk_create(rows.values())
        Seat.objects.bulk_create(
            Seat(division=self.division, circle=rows[number], participant_id=UUID(one), told_at=told.get(one))
            for number, circle in zip(self.numbers, self.formed.circles, strict=True)
            for one in circle.members
            if one in self.there
        )
        LeftOut.objects.bulk_create(
            LeftOut(division=self.division, participant_id=UUID(reason.who), reason=self._reason(place))
            for place, reason in enumerate(self.formed.left_out)
            if reason.who in self.there
        )

    def _circles(self) -> Iterator[ProposedCircle]:
        """One for each number, those of a gap without people."""
        before = {row.number: row for row in self.kept}
        circles = dict(zip(self.numbers, self.formed.circles, strict=True))
        for number in range(1, max(self.numbers, default=0) + 1):
            circle, was = circles.get(number), before.get(number)
            leader = circle.facilitator if circle and circle.facilitator in self.there else None
            yield ProposedCircle(
                division=self.division,
                number=number,
                facilitator_id=UUID(leader) if leader else None,
                locked_at=was.locked_at if was else None,
                published=was.published if was else None,
                facilitator_told_at=was.facilitator_told_at
                if was and str(was.facilitator_id) == leader
                else None,
            )

    def _told_before(self) -> dict[str, datetime]:
        """When who sits in a circle that stayed was written to; the circles before then let go of what they became."""
        ids = [row.pk for row in self.kept]
        told = (
            Seat.objects.filter(circle__in=ids).exclude(told_at=None).values_list("participant_id", "told_at")
        )
        found = {str(one): at for one, at in told if at}
        ProposedCircle.objects.filter(pk__in=ids).update(published=None)
        return found

    def _reason(self, place: int) -> dict[str, Any]:
        reason = masked_reason(self.formed.left_out[place])
        if reason.change is not None:
            change = msgspec.structs.replace(reason.change, circle=self.numbers[reason.change.circle] - 1)
            reason = msgspec.structs.replace(reason, change=change)
        return dict(msgspec.to_builtins(reason, str_keys=True))


def _numbers(kept: Sequence[int], circles: int) -> Iterator[int]:
    """Those of the circles that stayed, which come first, and then whichever are free."""
    yield from kept
    free = (number for number in range(1, circles + 1) if number not in set(kept))
    for _left in range(circles - len(kept)):
        yield next(free)


def _before(division: Division) -> Seated | None:
    before = Division.objects.current().filter(programme=division.programme).exclude(pk=division.pk).first()
    return seated(before) if before else None


def _kept_of(before: Seated) -> list[tuple[ProposedCircle, Circle]]:
    pairs = zip(before.rows, before.circles, strict=True)
    return [(row, circle) for row, circle in pairs if circle.members and (row.locked_at or row.published)]


def _locked_in(division: Division, before: Seated) -> list[tuple[ProposedCircle, Circle]]:
    """The circles that stayed as they were when this forming began."""
    pairs = zip(before.rows, before.circles, strict=True)
    return [(row, circle) for row, circle in pairs if row.number in division.locked]
