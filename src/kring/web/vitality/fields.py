"""What is sealed about how a circle does. See `vault.fields` for what the words mean."""

from kring.web.vault.fields import Field, declare

MEETING_COURSE = Field("meeting.course", final=True)  # item: the meeting


def declare_fields() -> None:
    """Let them be stored."""
    declare(MEETING_COURSE)
