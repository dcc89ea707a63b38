"""What is sealed about how a circle does. See `vault.fields` for what the words mean."""

from kring.web.vault.fields import Field, declare

MEETING_COURSE = Field("meeting.course", final=True)  # item: the meeting
MEETING_RATING = Field("meeting.rating", unnamed=True)  # item: random; the text says which meeting
CHECK_SHEET = Field(
    "check.sheet", unnamed=True, by_deed=True, held_back=True
)  # item: that of the `CheckSheet`


def declare_fields() -> None:
    """Let them be stored."""
    declare(MEETING_COURSE, MEETING_RATING, CHECK_SHEET)
