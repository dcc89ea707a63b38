"""Intentions are their circle's, and a reminder is one's own."""

from tests.web.access.roles import IN_CIRCLE
from tests.web.access.table import page, script

ROWS = [
    page("intentions", *IN_CIRCLE),
    script("reminder", *IN_CIRCLE),
    script("reminder", *IN_CIRCLE, method="DELETE", inside=200),
]
