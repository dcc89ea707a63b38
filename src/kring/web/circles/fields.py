"""What a circle seals and keeps. See `vault.fields` for what the words mean."""

from kring.web.vault.fields import Field, declare

INVITE_SECRET = Field("invite.secret", by_deed=True, standing=True, of_program=True)  # item: the invitation
RULES_TEXT = Field("rules.text", by_deed=True, standing=True)  # item: the version of the rules
MEETING_LINK = Field("meeting.link", by_deed=True, standing=True, of_program=True)  # item: the meeting
MEETING_RECORD = Field("meeting.record", final=True)  # item: the meeting
MEETING_MINE = Field("meeting.mine", own=True)  # item: the meeting
CIRCLE_SEEN = Field("circle.seen", own=True, of_program=True)  # item: the circle


def declare_fields() -> None:
    """Let them be stored."""
    declare(INVITE_SECRET, RULES_TEXT, MEETING_LINK, MEETING_RECORD, MEETING_MINE, CIRCLE_SEEN)
