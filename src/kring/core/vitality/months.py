"""Ages in whole months, as people count them."""

from __future__ import annotations

from datetime import date


def months_between(start: date, end: date) -> int:
    """Full months from one day to another, never below nothing; from 31 January the first is full on 1 March."""
    months = 12 * (end.year - start.year) + end.month - start.month
    return max(0, months - (end.day < start.day))
