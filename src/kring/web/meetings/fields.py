"""What is kept sealed of a meeting beside its events."""

from kring.web.vault.fields import Field, declare

INVITATIONS = "meeting.invitations"  # item: the circle that somebody began afterwards


def declare_fields() -> None:
    """Let it be stored."""
    declare(Field(INVITATIONS, by_deed=True))
