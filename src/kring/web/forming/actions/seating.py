"""Putting people in their seats, and in the chairs of circles that are published already."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from kring.web.circles.actions import gathering
from kring.web.circles.models import Chair, Gathered, Role
from kring.web.enrolment.models import Participant
from kring.web.forming.models import Division, ProposedCircle, Seat
from kring.web.forming.queries.proposing import Step
from kring.web.forming.queries.publishing import reasons_of, sitter_of
from kring.web.forming.queries.seats import seated
from kring.web.ui.refusal import Refused


def take(division: Division, steps: Iterable[Step]) -> bool:
    """
    Take these steps. Whether they touched a circle that is published; then its members see other reasons too.

    Raises:
        Refused: somebody sits in such a circle already, or it has ended.
    """
    taking = _Taking(division)
    try:
        for step in steps:
            taking.take(step)
    except (Gathered.DoesNotExist, Chair.DoesNotExist):
        say = _("This circle isn't there any more: its members have ended it. Form the rest again.")
        raise Refused(409, "ended", say) from None
    taking.explain()
    return bool(taking.published)


class _Taking:
    """Rows by number, and which published circles were touched."""

    def __init__(self, division: Division) -> None:
        self.division = division
        self.rows = {row.number: row for row in division.circles.all()}
        self.published: set[int] = set()

    def take(self, step: Step) -> None:
        """One of them."""
        out_of, into = (self._row(number) for number in (step.out_of, step.into))
        participant = Participant.objects.get(pk=step.who)
        if step.lead:
            self._lead(participant, out_of, into)
        else:
            self._sit(participant, into)
        self._carry_chair(participant, out_of, into, Role.FACILITATOR if step.lead else Role.MEMBER)

    def explain(self) -> None:
        """Say anew why, where a published circle has other people."""
        if not self.published:
            return
        now = seated(self.division)
        for number in self.published:
            published = self.rows[number].published
            assert published is not None
            gathering.explain(published, reasons_of(number - 1, now))

    def _row(self, number: int | None) -> ProposedCircle | None:
        if number is None:
            return None
        if number not in self.rows:
            self.rows[number] = ProposedCircle.objects.create(division=self.division, number=number)
        return self.rows[number]

    def _lead(
        self, participant: Participant, out_of: ProposedCircle | None, into: ProposedCircle | None
    ) -> None:
        row = into or out_of
        assert row is not None
        row.facilitator, row.facilitator_told_at = (participant if into else None), None
        row.save(update_fields=["facilitator", "facilitator_told_at"])

    def _sit(self, participant: Participant, into: ProposedCircle | None) -> None:
        Seat.objects.filter(division=self.division, participant=participant).delete()
        if into is not None:
            Seat.objects.create(division=self.division, circle=into, participant=participant)

    def _carry_chair(
        self,
        participant: Participant,
        out_of: ProposedCircle | None,
        into: ProposedCircle | None,
        role: Role,
    ) -> None:
        was, now = (row.published if row else None for row in (out_of, into))
        self.published |= {row.number for row in (out_of, into) if row and row.published}
        if was and now:
            gathering.move(UUID(str(participant.pk)), out_of=was, into=now)
        elif was:
            gathering.take_chair_away(was, participant.pk)
        elif now:
            gathering.give_chair(now, sitter_of(participant, role))
