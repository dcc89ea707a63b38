"""From a table to people: choose a file, look at the columns and what would happen, take in."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.core.circles.enrolling.reading import FIELDS
from kring.core.circles.tables import MOST_BYTES, Form, Problem, Unreadable, read_table, write_table
from kring.web.enrolment import telling
from kring.web.enrolment.access import table_in_hand
from kring.web.enrolment.actions import tables as deeds
from kring.web.enrolment.dry_run import dry_run
from kring.web.enrolment.models import TableInHand
from kring.web.enrolment.queries.known import Look, unpacked
from kring.web.programmes.access import Leading
from kring.web.programmes.doors import for_organiser
from kring.web.ui.posting import posted_from
from kring.web.ui.refusal import Refused

KINDS = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-people")
def table(request: HttpRequest, leading: Leading) -> HttpResponse:
    """Choose a file, by the button or by dropping it there."""
    problem = ""
    if request.method == "POST":
        try:
            in_hand = put_down(request, leading)
            return redirect("table-in-hand", leading.programme.pk, in_hand.pk)
        except Unreadable as unreadable:
            problem = telling.told_problem(unreadable.problem)
        except Refused as refused:
            problem = refused.say
    told = {"programme": leading.programme, "problem": problem, "gone": request.GET.get("gone") == "yes"}
    return render(request, "enrolment/table.html", told, status=422 if problem else 200)


def put_down(request: HttpRequest, leading: Leading) -> TableInHand:
    """The file that came along. What is too large to stay in memory wasn't kept at all."""
    file = request.FILES.get("table")
    if file is None and int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise Unreadable(Problem.TOO_LARGE)
    if file is None:
        raise Refused(422, "no_file", _("Choose a file first."))
    return deeds.put_down(leading, file.name or "", read_table(file.read()), now=timezone.now())


@require_http_methods(["GET", "HEAD", "POST"])
@for_organiser("looked-at-people")
def in_hand(request: HttpRequest, leading: Leading, table: UUID) -> HttpResponse:
    """What the table would do; posted, the columns are taken for something else."""
    found = table_in_hand(leading, table, timezone.now())
    if found is None:
        return gone(leading)
    twice = ""
    if request.method == "POST":
        headings = unpacked(found).headings
        chosen = [(number, request.POST.get(f"column-{number}", "")) for number in range(len(headings))]
        fields = [field for _number, field in chosen if field]
        if len(fields) == len(set(fields)):
            deeds.choose_columns(
                found, {field: headings[number] for number, field in chosen if field in FIELDS}
            )
            return redirect("table-in-hand", leading.programme.pk, found.pk)
        name = next(field for field in fields if fields.count(field) > 1)
        say = _("Two columns can't both be “%(field)s”. Choose another, or “not used”, for one of them.")
        twice = say % {"field": telling.FIELDS.get(name, name)}
    return show(request, leading, found, twice=twice)


def show(
    request: HttpRequest, leading: Leading, found: TableInHand, *, twice: str = "", late: str = ""
) -> HttpResponse:
    """The page of a table in hand."""
    told = {
        "programme": leading.programme,
        "table": found,
        "twice": twice,
        "late": late,
        **dry_run(Look(found).compare()),
    }
    return render(request, "enrolment/table_in_hand.html", told, status=422 if twice or late else 200)


@posted_from("table-in-hand", "programme", "table")
@for_organiser("looked-at-people")
def taking_in(request: HttpRequest, leading: Leading, table: UUID) -> HttpResponse:
    """All good rows, as many as the organiser saw; or nothing."""
    found = table_in_hand(leading, table, timezone.now())
    if found is None:
        return gone(leading)
    good, faulty, emptied = (posted_count(request, name) for name in ("good", "faulty", "emptied"))
    try:
        plan = deeds.take_in(leading, found, (good, faulty, emptied), now=timezone.now())
    except Refused as refused:
        return show(request, leading, found, late=refused.say)
    response = redirect("people-of-programme", leading.programme.pk)
    response.headers["Location"] += f"?taken={plan.good}"
    return response


def posted_count(request: HttpRequest, name: str) -> int:
    """A number that our own page sends along; none is what nobody saw."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else -1  # noqa: PLR2004 -- digits


@posted_from("table", "programme")
@for_organiser("looked-at-people")
def giving_up(request: HttpRequest, leading: Leading, table: UUID) -> HttpResponse:
    """Not this file after all."""
    deeds.give_up(leading)
    return redirect("table", leading.programme.pk)


@require_safe
@for_organiser("looked-at-people")
def faulty(request: HttpRequest, leading: Leading, table: UUID) -> HttpResponse:
    """The rows that would be left out, each with what is wrong; in the form in which the table came."""
    found = table_in_hand(leading, table, timezone.now())
    if found is None:
        return gone(leading)
    look = Look(found).compare()
    wrong: dict[int, list[str]] = {}
    for fault in look.faults:
        wrong.setdefault(fault.row, []).append(telling.told_row(fault, look.columns))
    rows = dict(zip(look.table.numbers, look.table.rows, strict=True))
    content = write_table(
        (*look.table.headings, _("What is wrong")),
        [(*rows[number], " ".join(sentences)) for number, sentences in wrong.items()],
        look.table.form,
        look.table.separator,
    )
    return as_file(content, look.table.form, _("rows-to-mend"))


@require_safe
@for_organiser("looked-at-people")
def template(request: HttpRequest, leading: Leading, form: str) -> HttpResponse:
    """A table to fill in, with a row that shows how."""
    kind = Form(form)
    example = {
        "name": "Noor de Wit",
        "mail": "noor@example.org",
        "profession": _("youth care"),
        "function": _("family coach"),
        "seniority": "7",
        "team": _("North"),
        "manager": "saskia@example.org",
        "region": "Utrecht",
        "online": _("yes"),
        "languages": "nl, en",
        "slots": _("tue evening, wed morning"),
        "goals": _("giving clear feedback"),
        "wishes": "",
    }
    content = write_table([str(telling.FIELDS[field]) for field in example], [list(example.values())], kind)
    return as_file(content, kind, _("people"))


def as_file(content: bytes, form: Form, name: str) -> HttpResponse:
    """To download."""
    response = HttpResponse(content, content_type=KINDS[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form.value}"'
    return response


def gone(leading: Leading) -> HttpResponse:
    """A table that isn't in hand any more: choose it again."""
    response = redirect("table", leading.programme.pk)
    response.headers["Location"] += "?gone=yes"
    return response
