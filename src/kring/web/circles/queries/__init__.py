"""What the pages of a circle need, for somebody who is in it. One file a noun."""

from kring.web.circles.queries.attendance import AttendancePage, attendance_page, presences_of
from kring.web.circles.queries.authority import own_answer, told_about_authority, verdict_about
from kring.web.circles.queries.confidence import confidence_page, course_of
from kring.web.circles.queries.dates import SOON, dates_of, dates_to_prepare, next_date
from kring.web.circles.queries.ending import ends_to_tell, life_of, other_circles, voices_to_end, waits_for
from kring.web.circles.queries.gathered import (
    CircleOfProgramme,
    GatheredPage,
    Sat,
    chairs_waiting,
    circles_of_programme,
    gathered_page,
    ids_of_programme,
    sits_in,
    still_to_come,
)
from kring.web.circles.queries.held import held_in_circle, methods_done
from kring.web.circles.queries.members import circles_of, ids_of_members, members_of, people_of
from kring.web.circles.queries.own import held_of
from kring.web.circles.queries.page import CirclePage, Seated, Step, page_of
from kring.web.circles.queries.ready import LEAST_MEMBERS, may_bring_case, may_meet
from kring.web.circles.queries.rules import RulesNow, newest_assents, rules_now

__all__ = [
    "LEAST_MEMBERS",
    "SOON",
    "AttendancePage",
    "CircleOfProgramme",
    "CirclePage",
    "GatheredPage",
    "RulesNow",
    "Sat",
    "Seated",
    "Step",
    "attendance_page",
    "chairs_waiting",
    "circles_of",
    "circles_of_programme",
    "confidence_page",
    "course_of",
    "dates_of",
    "dates_to_prepare",
    "ends_to_tell",
    "gathered_page",
    "held_in_circle",
    "held_of",
    "ids_of_members",
    "ids_of_programme",
    "life_of",
    "may_bring_case",
    "may_meet",
    "members_of",
    "methods_done",
    "newest_assents",
    "next_date",
    "other_circles",
    "own_answer",
    "page_of",
    "people_of",
    "presences_of",
    "rules_now",
    "sits_in",
    "still_to_come",
    "told_about_authority",
    "verdict_about",
    "voices_to_end",
    "waits_for",
]
