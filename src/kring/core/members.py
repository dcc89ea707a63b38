"""Who somebody is in a circle, as far as the craft needs to know: an id that says nothing about the person."""

from __future__ import annotations

from typing import NewType

MemberId = NewType("MemberId", str)
