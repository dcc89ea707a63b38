"""Whether lines of authority hold a circle back, and what each may know of it."""

from collections.abc import Sequence

from kring.core.circles import authority
from kring.core.circles.authority import Answer, Line, Named, Told, Verdict
from kring.core.members import MemberId
from kring.web.circles.models import AuthorityAnswer, Circle, Membership
from kring.web.people.models import Person


def told_about_authority(circle: Circle, members: Sequence[Membership], person: Person) -> Told:
    """What one member may know."""
    return authority.told_to(MemberId(str(person.pk)), verdict_about(circle, members))


def verdict_about(circle: Circle, members: Sequence[Membership]) -> Verdict:
    """
    Whether lines of authority hold this circle back. An answer counts as long as it was about everybody who is in it
    now.
    """
    ids = {str(one.person_id) for one in members}
    rows = AuthorityAnswer.objects.filter(circle=circle)
    answers = [answer_of(row) for row in rows if ids <= set(row.asked_about)]
    return authority.verdict([MemberId(id) for id in ids], answers)


def answer_of(row: AuthorityAnswer) -> Answer:
    """As the craft reads it."""
    lines = tuple(Named(other=MemberId(other), line=Line(line)) for other, line in row.lines)
    return Answer(by=MemberId(str(row.person_id)), lines=lines)


def own_answer(circle: Circle, person: Person) -> dict[str, str]:
    """What somebody said themselves, by the other's id."""
    row = AuthorityAnswer.objects.filter(circle=circle, person=person).first()
    return {} if row is None else dict(row.lines)
