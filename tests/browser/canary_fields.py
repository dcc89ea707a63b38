"""
In which journey each field that the server keeps is written, while a net lies around the server.

A field that stands in none makes a test fail, and so does a journey that leaves out what it says here.
"""

import sqlite3
from contextlib import closing

from tests.browser.site import Site

JOURNEYS: dict[str, frozenset[str]] = {
    "test_a_circle_lasts_and_who_leaves_is_out": frozenset(
        {"rules.text", "meeting.record", "meeting.mine", "circle.agenda", "circle.method"}
    ),
    "test_a_case_is_written_offered_and_brought": frozenset({"case.own", "case.offered"}),
    "test_a_goal_is_shared_and_seen": frozenset(
        {
            "goal.mirror",
            "goal.quadrant",
            "goal.own",
            "goal.mark",
            "goal.shared",
            "goal.feedback",
            "reflection.text",
        }
    ),
    "test_an_intention_is_looked_back_at": frozenset({"intention.mine", "intention.own"}),
    "test_a_circle_sees_how_it_does": frozenset({"check.sheet", "meeting.rating", "meeting.course"}),
}
# written on the way and gone again at the end: in the journey of cases, and where a meeting becomes a circle
GONE_AGAIN = frozenset({"case.brought", "meeting.invitations"})


def fields_kept(site: Site) -> set[str]:
    """Of every sealed text that lies on the server."""
    with closing(sqlite3.connect(site.data / "kring.sqlite3")) as database:
        return {field for (field,) in database.execute("SELECT DISTINCT field FROM vault_sealed")}
