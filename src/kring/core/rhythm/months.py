"""Whole months, as people count them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_between(start: date, end: date) -> int:
    """Full months from one day to another, never below nothing; from 31 January the first is full on 1 March."""
    months = 12 * (end.year - start.year) + end.month - start.month
    return max(0, months - (end.day < start.day))


def months_after(start: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it is shorter."""
    whole = 12 * start.year + start.month - 1 + months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
