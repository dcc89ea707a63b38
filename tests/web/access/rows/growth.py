"""Exercises are anybody's."""

from tests.web.access.table import for_all, page

ABOUT = {"id": "exercise"}

ROWS = [
    for_all(page("exercises")),
    for_all(page("exercise", about=ABOUT)),
    for_all(page("exercise_sheet", about=ABOUT)),
]
