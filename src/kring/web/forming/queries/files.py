"""The circles as a table, the same that `kring form` writes."""

import csv
import io

import msgspec

from kring.core.circles.forming.reasons import Reason
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import told_reason
from kring.web.forming.queries.seats import Seated

COLUMNS = ("circle", "id", "name", "role", "reason")
FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would work these out


def circles_csv(seated: Seated, language: Language) -> str:
    """Everybody with the number of their circle; without a circle with the reason why."""
    known, answer = seated.whole(), io.StringIO(newline="")
    writer = csv.writer(answer, lineterminator="\n")
    writer.writerow(COLUMNS)

    def write(circle: int | str, who: str, role: str, reason: str = "") -> None:
        row = known.rows[who]
        key = (
            row.key if row.programme_id == seated.division.programme_id else ""
        )  # that of another's list is theirs
        writer.writerow((circle, _plain(key), _plain(row.name), role, _plain(reason)))

    for place in seated.standing:
        circle = seated.circles[place]
        for one in circle.members:
            write(place + 1, one, "participant")
        if circle.facilitator is not None:
            write(place + 1, circle.facilitator, "facilitator")
    placed = {one for circle in seated.circles for one in circle.members}
    reasons = {str(row.participant_id): row.reason for row in seated.division.left_out.all()}
    for who, row in known.rows.items():
        if not row.facilitates and who not in placed:
            reason = msgspec.convert(reasons[who], Reason, strict=False) if who in reasons else None
            write("", who, "participant", told_reason(reason, seated.rules, language) if reason else "")
    return answer.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULAS) else text
