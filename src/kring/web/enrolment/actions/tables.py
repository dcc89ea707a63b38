"""A table of people: put down, its columns corrected, and taken in: whole, or nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kring.core.circles.columns import guess
from kring.core.circles.enrolling.comparing import Change, Plan
from kring.core.circles.enrolling.entry import Entry
from kring.core.circles.enrolling.reading import FIELDS
from kring.core.circles.tables import Table
from kring.web.enrolment.access import IN_HAND
from kring.web.enrolment.actions.claiming import claim_all
from kring.web.enrolment.actions.lines import settle
from kring.web.enrolment.actions.people import forget_letters, language_for
from kring.web.enrolment.models import Participant, Source, TableInHand
from kring.web.enrolment.queries.known import LISTS, Look, packed
from kring.web.organisations.actions import trace
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme
from kring.web.ui.refusal import Refused

ROWS_AT_ONCE = 200  # a statement with more is no faster


@transaction.atomic
def put_down(leading: Leading, name: str, table: Table, *, now: datetime) -> TableInHand:
    """Keep the rows for an hour, so that nothing has to be sent twice. An earlier table in hand goes."""
    give_up(leading)
    columns = {field: heading for field, heading in guess(table.headings).items() if field in FIELDS}
    return TableInHand.objects.create(
        programme=leading.programme,
        by=leading.person,
        name=name[-120:],
        content=packed(table),
        columns=columns,
        put_at=now,
    )


def choose_columns(in_hand: TableInHand, columns: Mapping[str, str]) -> None:
    """These columns hold these fields."""
    in_hand.columns = dict(columns)
    in_hand.save(update_fields=["columns"])


def give_up(leading: Leading) -> None:
    """Whatever table is in hand goes, unused."""
    TableInHand.objects.filter(programme=leading.programme, by=leading.person).delete()


def forget_tables(now: datetime) -> int:
    """Those that were put down and not picked up again. Sends no mail: tells none."""
    TableInHand.objects.filter(put_at__lte=now - IN_HAND).delete()
    return 0


def take_in(leading: Leading, in_hand: TableInHand, agreed: tuple[int, int, int], *, now: datetime) -> Plan:
    """
    Take in all good rows at once. `agreed` is what the organiser saw: how many good rows, faulty ones, and cells that empty
    what was known.

    Raises:
        Refused: it isn't what the organiser saw any more.
    """
    look = Look(in_hand)  # before anybody has to wait: reading a long table takes a second
    with transaction.atomic():
        programme = Programme.objects.select_for_update(of=("self",)).get(pk=leading.programme.pk)
        look.compare()
        plan = look.plan
        if plan is None or (plan.good, len(look.faulty_rows), plan.emptied) != agreed:
            say = _(
                "The list has changed in the meantime. Look at the numbers once more; nothing was taken in."
            )
            raise Refused(409, "changed", say)
        if not plan.good:
            raise Refused(422, "nothing", _("There is no row to take in. Mend the file and choose it again."))
        _keep(programme, plan, now)
        in_hand.delete()
        trace(
            leading.organising,
            "took-in-table",
            programme=programme.pk,
            now=now,
            new=len(plan.new),
            changed=len(plan.changed),
            same=plan.same,
            left_out=len(look.faulty_rows),
        )
    return plan


def _keep(programme: Programme, plan: Plan, now: datetime) -> None:
    there = {one.key: one for one in programme.participants.there()}
    for change in plan.changed:
        if "mail" in change.facts:
            forget_letters(there[change.key])
    made = {entry.key: _made(programme, entry, now) for entry in plan.new}
    for row in made.values():
        _put_under(row, plan.managers, there, made)
    Participant.objects.bulk_create(made.values(), batch_size=ROWS_AT_ONCE)
    columns: set[str] = set()
    for change in plan.changed:
        columns |= _change(there[change.key], change)
        if change.manager is not None:
            _put_under(there[change.key], plan.managers, there, made)
            columns |= {"manager", "manager_key"}
    if columns:
        changed = [there[change.key] for change in plan.changed]
        Participant.objects.bulk_update(changed, sorted(columns), batch_size=ROWS_AT_ONCE)
    claim_all(programme)
    settle(programme)


def _made(programme: Programme, entry: Entry, now: datetime) -> Participant:
    facts = _columns_of(entry.facts)
    return Participant(
        programme=programme,
        key=entry.key,
        language=language_for(programme, facts.get("languages", ())),
        source=Source.TABLE,
        enrolled_at=now,
        **facts,
    )


def _change(row: Participant, change: Change) -> set[str]:
    """Returns the columns that are otherwise."""
    values = _columns_of(change.facts)
    for column, value in values.items():
        setattr(row, column, value)
    if "mail" not in values:
        return set(values)
    row.person = row.told_at = None  # the role goes with the address
    return {*values, "person", "told_at"}


def _put_under(
    row: Participant,
    managers: Mapping[str, str],
    there: Mapping[str, Participant],
    made: Mapping[str, Participant],
) -> None:
    if (manager := managers.get(row.key)) is None:
        return
    above = there.get(manager) or made.get(manager)
    row.manager_id, row.manager_key = (above.pk, "") if above else (None, manager)


def _columns_of(facts: Mapping[str, Any]) -> dict[str, Any]:  # Any: what the columns of a row hold
    values: dict[str, Any] = {
        field: list(value) if field in LISTS else value for field, value in facts.items()
    }
    if "capacity" in values:
        values["facilitates"] = values["capacity"] > 0
    return values
