"""Whom people meant: the names they gave are looked up again whenever somebody comes in or is called otherwise."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from kring.core.circles.enrolling.names import Called, Names
from kring.web.enrolment.models import Named, Participant, Said
from kring.web.programmes.models import Programme
from kring.web.ui.refusal import Refused

_NEEDED = (
    "programme",
    "key",
    "name",
    "mail",
    "manager",
    "manager_key",
)  # of everybody: a programme may have thousands


def settle(programme: Programme, of: Participant | None = None) -> None:
    """
    Everything that was said of somebody who wasn't there, as far as they now are.

    Raises:
        Refused: whom `of` reports to, reports to them.
    """
    people = {str(one.pk): one for one in programme.participants.there().only(*_NEEDED)}
    names = Names(Called(pk, one.key, one.name, one.mail) for pk, one in people.items())
    above = {one.pk: one.manager_id for one in people.values()}
    found: list[Participant] = []
    for one in people.values():
        manager = names.find(one.manager_key) if one.manager_key and one.manager_id is None else None
        if manager is None:
            continue
        if may_report(one.pk, people[manager].pk, above):
            one.manager_id, one.manager_key = people[manager].pk, ""
            above[one.pk] = one.manager_id
            found.append(one)
        elif of is not None and one.pk == of.pk:
            say = _(
                "These two would be each other's manager, directly or through others. Look at that name once more."
            )
            raise Refused(409, "ring", say)
    Participant.objects.bulk_update(found, ["manager", "manager_key"], batch_size=200)
    for named in Named.objects.filter(participant__in=people.values(), other=None).order_by("pk"):
        other = names.find(named.text)
        if other is not None and people[other].pk != named.participant_id:
            named.other = people[other]
            named.save(update_fields=["other"])
            hold_to(named, above)


def hold_to(named: Named, above: dict[UUID, UUID | None]) -> None:
    """What was said counts from now on."""
    other = named.other
    assert other is not None
    free = other.manager_id is None and not other.manager_key
    if named.said == Said.REPORTS and free and may_report(other.pk, named.participant_id, above):
        other.manager_id = above[other.pk] = named.participant_id
        other.save(update_fields=["manager"])
        return
    # Somebody has one manager here; a second line of authority keeps the two apart all the same.
    named.participant.not_with.add(other)


def let_go(named: Named) -> None:
    """What was said is taken back."""
    if named.other is not None:
        named.participant.not_with.remove(named.other)
        if named.said == Said.REPORTS:
            Participant.objects.filter(pk=named.other.pk, manager=named.participant).update(manager=None)
    named.delete()


def name(participant: Participant, said: Said, texts: Collection[str]) -> None:
    """These are whom somebody means, and nobody else. `settle` looks up who they are."""
    there = {named.text: named for named in participant.named.filter(said=said).select_related("other")}
    for text, named in there.items():
        if text not in texts:
            let_go(named)
    Named.objects.bulk_create(
        Named(participant=participant, text=text, said=said) for text in texts if text not in there
    )


def report_to(participant: Participant, manager: str) -> None:
    """By key, address or name; `settle` looks up who that is. Nothing changes where it is who it was."""
    if manager == (participant.manager.name if participant.manager else participant.manager_key):
        return
    participant.manager, participant.manager_key = None, manager
    participant.save(update_fields=["manager", "manager_key"])


def may_report(one: UUID, manager: UUID, above: dict[UUID, UUID | None]) -> bool:
    """Whether nobody would report to themselves by it, directly or through others."""
    step: UUID | None = manager
    for _step in range(len(above) + 1):
        if step == one:
            return False
        if step is None:
            return True
        step = above.get(step)
    return False
